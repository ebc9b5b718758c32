import asyncio
import time
import uuid

from fastapi import FastAPI, Request, Response, status
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import JSONResponse
from starlette.middleware.base import BaseHTTPMiddleware

ADMIN_KEY = "open-sesame"

app = FastAPI()

orders: list[str] = []
journal: list[str] = []


# Middleware with an option is a class; what it is given is named where it is added.
class Trace(BaseHTTPMiddleware):
    def __init__(self, app, name: str):
        super().__init__(app)
        self.name = name

    async def dispatch(self, request: Request, call_next):
        journal.append(f"{self.name} in")
        response = await call_next(request)
        journal.append(f"{self.name} out")
        return response


# Each middleware that is added wraps all that were added before it. So the first one is
# the innermost, and a request meets them in the order that is read from the bottom up.
app.add_middleware(Trace, name="inner")


# Middleware sees every request, so one that is for some paths only looks at the path.
# It is outside of FastAPI's exception handlers: an HTTPException that is raised here would
# come out as a 500. It returns a response instead, and what is inside is never called.
@app.middleware("http")
async def admins_only(request: Request, call_next):
    is_admin_path = request.url.path.startswith("/admin/")
    if is_admin_path and request.headers.get("X-API-Key") != ADMIN_KEY:
        return JSONResponse({"detail": "Admins only"}, status_code=status.HTTP_403_FORBIDDEN)
    return await call_next(request)


@app.middleware("http")
async def clock(request: Request, call_next):
    started = time.perf_counter()
    response = await call_next(request)
    response.headers["X-Process-Time"] = f"{time.perf_counter() - started:.4f}"
    return response


# What middleware finds out is handed on to the handler in request.state.
@app.middleware("http")
async def identify(request: Request, call_next):
    request.state.request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
    response = await call_next(request)
    response.headers["X-Request-ID"] = request.state.request_id
    return response


app.add_middleware(Trace, name="outer")

# Added last, so it is the outermost: it answers preflights itself, before anything could
# refuse them, and gives its headers to refusals as well.
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://shop.example"],
    allow_methods=["GET", "POST", "DELETE"],
    allow_headers=["X-API-Key"],
    expose_headers=["X-Request-ID", "X-Process-Time"],
    allow_credentials=True,
)


@app.post("/orders/{drink}", status_code=status.HTTP_201_CREATED)
async def order(drink: str, request: Request):
    journal.append(f"order {drink}")
    orders.append(drink)
    return {"drink": drink, "request_id": request.state.request_id}


@app.get("/orders")
async def read_orders():
    return orders


@app.get("/slow")
async def slow():
    await asyncio.sleep(0.12)
    return {"done": True}


@app.delete("/admin/orders", status_code=status.HTTP_204_NO_CONTENT)
async def delete_orders():
    orders.clear()
    return Response(status_code=status.HTTP_204_NO_CONTENT)


@app.get("/journal")
async def read_journal():
    return journal
