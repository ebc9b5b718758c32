import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count

from fastapi import APIRouter, FastAPI, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse

# ---- The database and the warm-up: stand-ins, so that this file runs by itself ----

LISTS = {
    "english": ["anchor", "bridge", "candle", "lantern", "meadow"],
    "german": ["Anker", "Brücke", "Kerze", "Laterne", "Wiese"],
    "latin": None,
}

lines = count(1)


def note(what: str) -> None:
    print(next(lines), what)


class Pool:
    pass


@asynccontextmanager
async def open_pool() -> AsyncIterator[Pool]:
    note("pool opened")
    try:
        yield Pool()
    finally:
        note("pool closed")


class WordList:
    def __init__(self, name: str, words: list[str]) -> None:
        self.name = name
        self.words = set(words)


@asynccontextmanager
async def open_list(pool: Pool, name: str) -> AsyncIterator[WordList]:
    words = LISTS[name]
    if words is None:
        raise RuntimeError(f"the list {name} is damaged")
    note(f"{name} opened")
    try:
        yield WordList(name, words)
    finally:
        note(f"{name} closed")


class WarmUp:
    def __init__(self) -> None:
        self.ending: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def run(self, words: WordList) -> None:
        note("warm-up begun")
        try:
            ending = await self.ending
        except asyncio.CancelledError:
            await asyncio.sleep(0.002)
            note("warm-up cancelled")
            raise
        note(f"warm-up {ending}")
        if ending == "failed":
            raise RuntimeError("the warm-up failed")


controls = APIRouter(prefix="/warm-up")


@controls.post("/{ending}", status_code=status.HTTP_204_NO_CONTENT)
async def end_warm_up(ending: str, request: Request):
    request.app.state.warm_up.ending.set_result({"finish": "finished", "fail": "failed"}[ending])
    await asyncio.sleep(0.002)
    return Response(status_code=status.HTTP_204_NO_CONTENT)


# ---- Startup and shutdown ----


async def cancel(task: asyncio.Task) -> None:
    task.cancel()
    # wait() waits for the end and raises nothing, however the task ended.
    await asyncio.wait([task])


# What stands before the yield runs before the first request, what stands after it when the
# server is stopped. The stack closes in reverse order, what was opened so far as well when
# something here raises.
@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    name = os.environ.get("WORDS", "english")
    if name not in LISTS:
        raise RuntimeError(f"WORDS names no list of words: {name}")

    async with AsyncExitStack() as stack:
        pool = await stack.enter_async_context(open_pool())
        words = await stack.enter_async_context(open_list(pool, name))
        warm_up = WarmUp()
        # Not awaited: requests are answered meanwhile.
        task = asyncio.create_task(warm_up.run(words))
        stack.push_async_callback(cancel, task)

        app.state.words = words
        app.state.warm_up = warm_up
        # Whoever starts a task keeps it: the event loop alone does not.
        app.state.task = task
        yield


app = FastAPI(lifespan=lifespan)
app.include_router(controls)


# ---- The API ----


@app.get("/words/{word}")
async def read_word(word: str, request: Request):
    words: WordList = request.app.state.words
    if word not in words.words:
        raise HTTPException(status.HTTP_404_NOT_FOUND, f"{word} is not in {words.name}")
    return {"word": word, "list": words.name}


@app.put("/words/{word}", status_code=status.HTTP_201_CREATED)
async def add_word(word: str, request: Request):
    words: WordList = request.app.state.words
    words.words.add(word)
    return {"word": word, "list": words.name}


# Liveness: whether to restart it.
@app.get("/live")
async def live():
    return {"status": "alive"}


# Readiness: whether to send it requests.
@app.get("/ready")
async def ready(request: Request):
    task: asyncio.Task = request.app.state.task
    if task.done() and task.exception() is None:
        return {"status": "ready"}
    return JSONResponse({"status": "warming up"}, status.HTTP_503_SERVICE_UNAVAILABLE)
