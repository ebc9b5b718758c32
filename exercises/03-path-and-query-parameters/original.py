from enum import Enum
from typing import Annotated

from fastapi import FastAPI, Query

app = FastAPI()


class Genre(str, Enum):
    CRIME = "crime"
    FANTASY = "fantasy"
    POETRY = "poetry"


# Routes are tried in the order in which they are declared. After /users/{user_id},
# this one would never be reached: "me" would be taken for an id, and refused with 422.
@app.get("/users/me")
async def read_me():
    return {"user_id": 1}


# The name is in the path, so the parameter is read from there; int says what it must be.
@app.get("/users/{user_id}")
async def read_user(user_id: int):
    return {"user_id": user_id}


# A parameter that is not in the path is read from the query. Both kinds in one function:
# the path says which thing, the query says how it is wanted.
@app.get("/users/{user_id}/loans")
async def list_loans(user_id: int, overdue: bool = False):
    return {"user_id": user_id, "overdue": overdue}


# A default makes a query parameter optional. A list needs Query(): without it,
# FastAPI would look for a list in the body.
@app.get("/books")
async def list_books(
    skip: int = 0,
    limit: int = 10,
    q: str | None = None,
    tag: Annotated[list[str], Query()] = [],
):
    return {"skip": skip, "limit": limit, "q": q, "tags": tag}


# No default: the parameter is required. Present and empty is present.
@app.get("/search")
async def search(q: str):
    return {"q": q}


# An Enum is a closed list of values, and /docs shows it as a menu.
@app.get("/genres/{genre}")
async def read_genre(genre: Genre):
    return {"genre": genre}


# :path lets the parameter take all that is left, slashes included.
@app.get("/files/{file_path:path}")
async def read_file(file_path: str):
    return {"file_path": file_path}
