import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Annotated

from fastapi import Depends, FastAPI, Query, WebSocket, WebSocketDisconnect, WebSocketException, status
from pydantic import BaseModel, ValidationError

app = FastAPI()

# Stands for a real check of a token. A browser cannot set headers on a WebSocket,
# so the token comes in the query.
users = {"tok-ann-58c1": "ann", "tok-bob-90de": "bob", "tok-cid-2f7a": "cid"}


class Say(BaseModel):
    text: str


class Rooms:
    """Who is in which room. It lives in one process: several need a broker between them."""

    def __init__(self) -> None:
        self.members: dict[str, dict[WebSocket, str]] = {}

    async def broadcast(self, room: str, message: dict, *, but: WebSocket | None = None) -> None:
        others = [socket for socket in self.members.get(room, {}) if socket is not but]
        # All at once, and one member whose connection is dead must not end it for the rest.
        await asyncio.gather(*(socket.send_json(message) for socket in others), return_exceptions=True)

    @asynccontextmanager
    async def joined(self, room: str, user: str, socket: WebSocket) -> AsyncIterator[None]:
        members = self.members.setdefault(room, {})
        members[socket] = user
        try:
            welcome = {"type": "welcome", "room": room, "user": user, "members": list(members.values())}
            await socket.send_json(welcome)
            await self.broadcast(room, {"type": "joined", "user": user}, but=socket)
            yield
        finally:
            # However the connection ended: said goodbye, went away or crashed.
            del members[socket]
            if not members:
                del self.members[room]
            await self.broadcast(room, {"type": "left", "user": user})


rooms = Rooms()


# A plain GET beside the WebSockets: same app, same memory.
@app.get("/rooms")
async def list_rooms() -> dict[str, int]:
    return {room: len(members) for room, members in rooms.members.items()}


@app.websocket("/echo")
async def echo(websocket: WebSocket):
    await websocket.accept()
    # receive_text() takes text frames only, receive_bytes() binary ones. receive() gives
    # the raw ASGI message, whichever it is.
    while (message := await websocket.receive())["type"] == "websocket.receive":
        text = message.get("text")
        if text == "bye":
            # 4000 to 4999 are the application's own codes.
            await websocket.close(code=4000, reason="bye")
            return
        if text is not None:
            await websocket.send_text(text)
        else:
            await websocket.send_bytes(message["bytes"])


# Dependencies run before accept(), so whoever raises here refuses the handshake: the client
# gets an HTTP answer, 403, and never a WebSocket. The code 1008 is not sent anywhere.
async def current_user(token: Annotated[str | None, Query()] = None) -> str:
    if token not in users:
        raise WebSocketException(code=status.WS_1008_POLICY_VIOLATION, reason="Unknown token")
    return users[token]


@app.websocket("/rooms/{room}")
async def talk(websocket: WebSocket, room: str, user: Annotated[str, Depends(current_user)]):
    await websocket.accept()
    # A send to a client that has just gone raises WebSocketDisconnect; iter_text() ends by itself.
    with suppress(WebSocketDisconnect):
        async with rooms.joined(room, user, websocket):
            async for text in websocket.iter_text():
                try:
                    say = Say.model_validate_json(text)
                except ValidationError:
                    # One bad message is no reason to hang up.
                    await websocket.send_json({"type": "error", "detail": 'Send {"text": "..."}'})
                else:
                    await rooms.broadcast(room, {"type": "message", "user": user, "text": say.text})
