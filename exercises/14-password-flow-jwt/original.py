import base64
import hashlib
import hmac
from datetime import datetime
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException, status
from fastapi.security import OAuth2PasswordBearer, OAuth2PasswordRequestForm
from pydantic import BaseModel
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    """Read from the environment; without a secret the app does not start."""

    secret_key: str
    # Most apps give a token some minutes: datetime.now(timezone.utc) + timedelta(minutes=15).
    # Here all tokens end with the season, so that it is known beforehand what is in them.
    tokens_expire_at: datetime


settings = Settings()
app = FastAPI()

# For the documentation, where to get a token; as a dependency, the token of the request.
# Without one it answers 401 by itself.
oauth2_scheme = OAuth2PasswordBearer(tokenUrl="token")


class User(BaseModel):
    username: str
    full_name: str | None = None
    disabled: bool = False


class StoredUser(User):
    # rounds$salt$hash. Slow on purpose; 1,000 rounds keep this exercise quick, in 2023
    # OWASP advised 600,000 for PBKDF2 with SHA-256.
    password_hash: str


stored_users = [
    StoredUser(
        username="mara",
        full_name="Mara Lind",
        password_hash="1000$k7Qm2vX9$zKJNtPWQvR0JLpYJWETAzeR7rdh1B2/BhlhQB6LwmMY=",
    ),
    StoredUser(
        username="tomas",
        full_name="Tomas Brandt",
        password_hash="1000$Zr4tB8wL$JEf+0s7M601caboryTeEMZv9C1ciqch7DQWtSdu1kco=",
    ),
    StoredUser(
        username="ilse",
        disabled=True,
        password_hash="1000$p3Nc6yHd$fXTKzK7QlX+FWpYUe63mMhVW8hnJr/VqeCZfWsJJKq4=",
    ),
]
users = {user.username: user for user in stored_users}

# No password has it. An unknown user costs as much time as a known one, so that
# nobody can find out names by measuring.
NOBODY = "1000$nobody$"


def is_password(password: str, password_hash: str) -> bool:
    rounds, salt, expected = password_hash.split("$")
    actual = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), int(rounds))
    return hmac.compare_digest(base64.b64encode(actual).decode(), expected)


class Token(BaseModel):
    access_token: str
    token_type: str


# OAuth2PasswordRequestForm reads a form with username and password. Not JSON: so the
# standard says. `def`, not `async def`: hashing would hold up the event loop.
@app.post("/token")
def login(form: Annotated[OAuth2PasswordRequestForm, Depends()]) -> Token:
    user = users.get(form.username)
    if not is_password(form.password, user.password_hash if user else NOBODY) or user is None:
        # The same for both: which of them was wrong is nobody's business.
        raise HTTPException(
            status_code=status.HTTP_401_UNAUTHORIZED,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    claims = {"sub": user.username, "exp": settings.tokens_expire_at}
    return Token(access_token=jwt.encode(claims, settings.secret_key, algorithm="HS256"), token_type="bearer")


async def current_user(token: Annotated[str, Depends(oauth2_scheme)]) -> StoredUser:
    invalid = HTTPException(
        status_code=status.HTTP_401_UNAUTHORIZED,
        detail="Could not validate credentials",
        headers={"WWW-Authenticate": "Bearer"},
    )
    try:
        # The server says which algorithm it takes, never the token. exp is looked at too.
        claims = jwt.decode(token, settings.secret_key, algorithms=["HS256"])
    except jwt.InvalidTokenError:
        raise invalid
    # A token outlives its user: who was deleted since is still named in it.
    user = users.get(claims.get("sub"))
    if user is None:
        raise invalid
    return user


async def active_user(user: Annotated[StoredUser, Depends(current_user)]) -> StoredUser:
    if user.disabled:
        raise HTTPException(status_code=status.HTTP_400_BAD_REQUEST, detail="Inactive user")
    return user


# `-> User` is the response model: what StoredUser has more, the hash, is left out.
@app.get("/users/me")
async def read_me(user: Annotated[StoredUser, Depends(active_user)]) -> User:
    return user
