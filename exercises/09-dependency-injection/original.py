import asyncio
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Query, status
from pydantic import BaseModel

app = FastAPI()


# ---- The library's database: a stand-in, so that this file runs by itself ----

tables = {
    "books": [
        "Cranford",
        "Emma",
        "Evelina",
        "Middlemarch",
        "Persuasion",
        "Romola",
        "Shirley",
        "Silas Marner",
        "The Professor",
        "Villette",
        "Walden",
        "Waverley",
    ],
    "members": ["Ada", "Alan", "Barbara", "Edsger", "Grace"],
    "loans": ["Emma", "Villette"],
}

# What the sessions did, in order.
events: list[str] = []


class Session:
    opened = 0

    def __init__(self) -> None:
        Session.opened += 1
        self.number = Session.opened
        self.is_open = True
        self.changed: list[str] = []
        self.log("open")

    def log(self, event: str, *more: str) -> None:
        events.append(" ".join([event, str(self.number), *more]))

    async def query(self) -> None:
        await asyncio.sleep(0.005)
        if not self.is_open:
            raise RuntimeError(f"session {self.number} is closed")

    async def read(self, table: str) -> list[str]:
        await self.query()
        return tables[table]

    async def note(self, text: str) -> None:
        await self.query()
        self.log("note", text)

    def begin(self) -> None:
        self.changed = list(tables["loans"])
        self.log("begin")

    def give_back(self, title: str) -> None:
        self.changed = [one for one in self.changed if one != title]

    async def lend(self, title: str) -> bool:
        await self.query()
        if title in self.changed:
            return False
        self.changed = sorted([*self.changed, title])
        return True

    async def commit(self) -> None:
        await self.query()
        tables["loans"] = self.changed
        self.log("commit")

    def rollback(self) -> None:
        self.log("rollback")

    def close(self) -> None:
        self.is_open = False
        self.log("close")


# ---- The dependencies ----


# A dependency is a callable. Its parameters are read from the request like those of a handler,
# so a bad value is a 422 before any handler runs, in every route that takes the dependency.
class Page(BaseModel):
    skip: int
    limit: int


def read_page(
    skip: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> Page:
    return Page(skip=skip, limit=limit)


# A guard is called for what it raises. Nobody needs what it returns.
def verify_token(x_token: Annotated[str, Header()]) -> None:
    if x_token != "library-card":
        raise HTTPException(status.HTTP_400_BAD_REQUEST, detail="X-Token header invalid")


# What is before the yield runs before the handler, what is after it afterwards.
# An error of the handler is raised at the yield, so only `finally` runs in either case.
async def open_session() -> AsyncIterator[Session]:
    session = Session()
    try:
        yield session
    finally:
        session.close()


# However many ask for it in one request, there is one call, and so one session …
OneSession = Annotated[Session, Depends(open_session)]
# … but for those who want a call of their own.
OwnSession = Annotated[Session, Depends(open_session, use_cache=False)]


# A dependency may have dependencies. Each is opened before those that need it, and closed after them.
async def begin_transaction(session: OneSession) -> AsyncIterator[Session]:
    session.begin()
    try:
        yield session
    except Exception:
        session.rollback()
        # The error goes on its way to the client: whoever catches it here must raise it again.
        raise
    await session.commit()


class Reader:
    def __init__(self, session: Session, table: str) -> None:
        self.session = session
        self.table = table

    async def all(self) -> list[str]:
        return await self.session.read(self.table)


def read_books(session: OneSession) -> Reader:
    return Reader(session, "books")


def read_members(session: OneSession) -> Reader:
    return Reader(session, "members")


PageOfRequest = Annotated[Page, Depends(read_page)]
Books = Annotated[Reader, Depends(read_books)]
Members = Annotated[Reader, Depends(read_members)]
Transaction = Annotated[Session, Depends(begin_transaction)]


# ---- The routes ----


def cut(items: list[str], page: Page) -> dict:
    return {"skip": page.skip, "limit": page.limit, "items": items[page.skip : page.skip + page.limit]}


@app.get("/books")
async def list_books(page: PageOfRequest, books: Books):
    return cut(await books.all(), page)


# A guard of one route.
@app.get("/members", dependencies=[Depends(verify_token)])
async def list_members(page: PageOfRequest, members: Members):
    return cut(await members.all(), page)


# A guard of a whole group.
desk = APIRouter(prefix="/desk", dependencies=[Depends(verify_token)])


# Both readers ask for the session, and are given the same one.
@desk.get("/report")
async def report(books: Books, members: Members):
    return {"books": len(await books.all()), "members": len(await members.all())}


@desk.get("/loans")
async def list_loans(session: OneSession):
    return await session.read("loans")


# The note is to stay when the exchange is rolled back, so it gets a session of its own.
@desk.post("/exchanges/{returned}/{wanted}", status_code=status.HTTP_201_CREATED)
async def exchange(returned: str, wanted: str, session: Transaction, audit: OwnSession):
    session.give_back(returned)
    is_lent = await session.lend(wanted)
    await audit.note(f"{wanted} for {returned}: {'lent' if is_lent else 'refused'}")
    if not is_lent:
        raise HTTPException(status.HTTP_409_CONFLICT, detail=f"{wanted} is lent")
    return {"returned": returned, "lent": wanted}


app.include_router(desk)


@app.get("/log")
async def read_log():
    return events
