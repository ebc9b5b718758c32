from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ForeignKey, UniqueConstraint, delete, event, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, selectinload

# ---- Tables ----


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    # Without it, SQLite gives the id of a deleted last row to the next one.
    __table_args__ = {"sqlite_autoincrement": True}

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    posts: Mapped[list["Post"]] = relationship(order_by="Post.id")


class Post(Base):
    __tablename__ = "posts"
    __table_args__ = (UniqueConstraint("author_id", "title"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    # The database deletes the posts along with their author.
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))


# ---- What comes in, and what goes out ----


class PostIn(BaseModel):
    title: str


class PostOut(PostIn):
    model_config = ConfigDict(from_attributes=True)

    id: int
    author_id: int


class UserIn(BaseModel):
    name: str
    email: str
    posts: list[PostIn] = []


class UserOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    email: str
    posts: list[PostOut]


# ---- Engine and sessions ----

# A new database for every start. In production it is postgresql+asyncpg://…
# SQLite lets one write at a time, so there is one connection, for which requests wait in turn.
# For PostgreSQL leave the pool as it is: it has several.
folder = TemporaryDirectory()
engine = create_async_engine(
    f"sqlite+aiosqlite:///{Path(folder.name) / 'app.db'}", pool_size=1, max_overflow=0
)

# After a commit, objects keep what they have. To load it again would be I/O behind an attribute,
# where nothing can be awaited: MissingGreenlet.
sessions = async_sessionmaker(engine, expire_on_commit=False)


# SQLite heeds foreign keys only when asked to, by every connection.
@event.listens_for(engine.sync_engine, "connect")
def heed_foreign_keys(connection, _):
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


# One line for each statement: it shows how many a request needs.
@event.listens_for(engine.sync_engine, "before_cursor_execute")
def print_statement(_connection, _cursor, statement, *_):
    print(" ".join(statement.split()))


# A session for each request. What was not committed when it is closed, as after an exception,
# is rolled back.
async def open_session() -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


Session = Annotated[AsyncSession, Depends(open_session)]


@asynccontextmanager
async def lifespan(_: FastAPI):
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield
    await engine.dispose()
    folder.cleanup()


app = FastAPI(lifespan=lifespan)

# ---- What the database refuses ----

# The database decides. To ask first and to insert then would let two requests pass at once.
# SQLite names the columns; with PostgreSQL one asks for the name of the constraint.
REFUSALS = {
    "UNIQUE constraint failed: users.email": (409, "Email already registered"),
    "UNIQUE constraint failed: posts.author_id, posts.title": (409, "Title already used"),
    "FOREIGN KEY constraint failed": (404, "User not found"),
}


@app.exception_handler(IntegrityError)
async def refuse(_: Request, error: IntegrityError):
    if str(error.orig) not in REFUSALS:
        raise error  # Nobody's fault but ours: a 500.
    status_code, detail = REFUSALS[str(error.orig)]
    return JSONResponse({"detail": detail}, status_code)


user_not_found = HTTPException(status.HTTP_404_NOT_FOUND, detail="User not found")

# ---- Routes ----


# One transaction: the user with all posts, or nothing.
@app.post("/users", response_model=UserOut, status_code=status.HTTP_201_CREATED)
async def create_user(data: UserIn, session: Session, response: Response):
    posts = [Post(title=post.title) for post in data.posts]
    user = User(name=data.name, email=data.email, posts=posts)
    session.add(user)
    await session.commit()
    response.headers["Location"] = f"/users/{user.id}"
    return user


# The posts are loaded along: one more statement, for all users of the page. Left to itself,
# user.posts would ask for those of each user, where nothing can be awaited.
with_posts = selectinload(User.posts)


@app.get("/users", response_model=list[UserOut])
async def list_users(session: Session, skip: int = 0, limit: int = 10):
    page = select(User).order_by(User.name, User.id).offset(skip).limit(limit).options(with_posts)
    return await session.scalars(page)


@app.get("/users/{user_id}", response_model=UserOut)
async def read_user(user_id: int, session: Session):
    user = await session.get(User, user_id, options=[with_posts])
    if user is None:
        raise user_not_found
    return user


@app.delete("/users/{user_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_user(user_id: int, session: Session):
    result = await session.execute(delete(User).where(User.id == user_id))
    if result.rowcount == 0:
        raise user_not_found
    await session.commit()
    # What is returned as it is has no content type; None would have one.
    return Response(status_code=status.HTTP_204_NO_CONTENT)


# Whether there is such a user, the foreign key says.
@app.post(
    "/users/{user_id}/posts", response_model=PostOut, status_code=status.HTTP_201_CREATED
)
async def create_post(user_id: int, data: PostIn, session: Session):
    post = Post(title=data.title, author_id=user_id)
    session.add(post)
    await session.commit()
    return post


@app.get("/posts/{post_id}", response_model=PostOut)
async def read_post(post_id: int, session: Session):
    post = await session.get(Post, post_id)
    if post is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, detail="Post not found")
    return post
