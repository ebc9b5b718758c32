import hashlib
import hmac
import os
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Cookie, Depends, FastAPI, Header, HTTPException, Response, status

SECRET = os.environ["SESSION_SECRET"].encode()
WEEK = 7 * 24 * 60 * 60  # seconds

app = FastAPI()


# Header() says where a parameter comes from. An underscore of its name stands for a hyphen,
# so x_client_version is the header X-Client-Version, in any case. A list takes every line
# of that name. What is set on `response` is merged into the answer.
@app.get("/client")
async def read_client(
    response: Response,
    x_client_version: Annotated[str, Header()],
    user_agent: Annotated[str | None, Header()] = None,
    x_feature: Annotated[list[str], Header()] = [],
    x_request_id: Annotated[str | None, Header()] = None,
):
    if x_request_id is not None:
        response.headers["X-Request-ID"] = x_request_id
    return {"client_version": x_client_version, "user_agent": user_agent, "features": x_feature}


# The cookie is the memory: nothing about this visitor is kept on the server.
# SameSite=Lax and Path=/ are defaults of set_cookie.
@app.get("/page")
async def read_page(
    response: Response,
    theme: Annotated[str, Cookie()] = "light",
    visits: Annotated[int, Cookie()] = 0,
):
    response.set_cookie("visits", str(visits + 1), max_age=WEEK)
    return {"theme": theme, "visits": visits}


def signature(text: str) -> str:
    return hmac.new(SECRET, text.encode(), hashlib.sha256).hexdigest()


# The client can read the name and change it, but only the server can make its signature.
def sign(user: str) -> str:
    name = quote(user, safe="")
    return f"{name}.{signature(name)}"


# compare_digest takes as long for a nearly right signature as for a wrong one.
async def current_user(session: Annotated[str, Cookie()] = "") -> str:
    name, _, given = session.rpartition(".")
    if not hmac.compare_digest(given.encode(), signature(name).encode()):
        raise HTTPException(status.HTTP_401_UNAUTHORIZED, "Not logged in")
    return unquote(name)


# Two cookies: one that scripts of the page must not see, and one for them to greet the user.
# A cookie's value has no spaces, commas, semicolons or letters such as ë, so it is encoded.
@app.post("/login/{name}")
async def log_in(name: str, response: Response):
    response.set_cookie("session", sign(name), max_age=WEEK, httponly=True)
    response.set_cookie("user", quote(name, safe=""), max_age=WEEK)
    return {"user": name}


@app.get("/me")
async def read_me(user: Annotated[str, Depends(current_user)]):
    return {"user": user}


# Cookies are deleted in the response that is sent. On an injected one they would be lost here.
@app.post("/logout")
async def log_out():
    response = Response(status_code=status.HTTP_204_NO_CONTENT)
    response.delete_cookie("session", httponly=True)
    response.delete_cookie("user")
    return response
