import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from typing import Annotated

from fastapi import FastAPI, Header, Query, Request, Response, status
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

INTERVAL = 0.03

app = FastAPI()

streams = {"running": 0, "finished": 0}


class Reading(BaseModel):
    n: int
    celsius: int


class SensorError(Exception):
    pass


# The readings of a weather station, from the first to the last; without a last one, for ever.
# A generator makes one when it is asked for one. When nobody wants another it is closed, which
# ends it at its yield: `finally` runs then, and what stands behind the loop does not.
def readings(first: int = 1, last: int | None = None, broken_at: int | None = None) -> Iterator[Reading]:
    streams["running"] += 1
    try:
        for n in itertools.count(first) if last is None else range(first, last + 1):
            if n == broken_at:
                raise SensorError(f"Reading {n} is lost")
            yield Reading(n=n, celsius=n * 7 % 30)
        streams["finished"] += 1
    finally:
        streams["running"] -= 1


# Between the station and the client. The pause gives others their turn, even when it is of
# 0 s: an async generator that waits for nothing keeps the whole event loop to itself.
# A loop that is left by an exception does not close its generator; closing() does.
async def until_gone(request: Request, station: Iterator[Reading], pause: float = 0) -> AsyncIterator[Reading]:
    with closing(station):
        for reading in station:
            if await request.is_disconnected():
                break
            yield reading
            await asyncio.sleep(pause)


# Query and header are validated before the function runs, so before the first byte. Later
# there is no way to say so: the status has been sent, and it is 200.
Count = Annotated[int, Query(ge=1)]
LastEventId = Annotated[int, Header(ge=0)]


# StreamingResponse sends each piece as soon as the generator yields it.
@app.get("/live")
async def read_live(request: Request):
    station = until_gone(request, readings(), INTERVAL)
    return StreamingResponse((f"{reading.celsius} C\n" async for reading in station), media_type="text/plain")


async def csv_lines(station: AsyncIterator[Reading]) -> AsyncIterator[str]:
    yield "n,celsius\n"
    async for reading in station:
        yield f"{reading.n},{reading.celsius}\n"


@app.get("/readings.csv")
async def read_csv(request: Request, count: Count):
    lines = csv_lines(until_gone(request, readings(last=count)))
    headers = {"Content-Disposition": 'attachment; filename="readings.csv"'}
    return StreamingResponse(lines, media_type="text/csv", headers=headers)


# An exception would only cut the connection off. Whoever reads lines is told in a line.
async def json_lines(station: AsyncIterator[Reading]) -> AsyncIterator[str]:
    try:
        async for reading in station:
            yield reading.model_dump_json() + "\n"
    except SensorError as error:
        yield json.dumps({"error": str(error)}) + "\n"


@app.get("/readings.ndjson")
async def read_json_lines(request: Request, count: Count, broken_at: int | None = None):
    lines = json_lines(until_gone(request, readings(last=count, broken_at=broken_at)))
    return StreamingResponse(lines, media_type="application/x-ndjson")


# A server-sent event is fields, one per line, and an empty line behind them.
def event(reading: Reading) -> str:
    return f"id: {reading.n}\nevent: reading\ndata: {reading.model_dump_json()}\n\n"


# A browser whose connection is lost asks again, and says which event was its last. It also
# asks again when the stream has come to its end: 204 says that there is nothing more to come.
@app.get("/events")
async def read_events(request: Request, count: Count, last_event_id: LastEventId = 0):
    if last_event_id >= count:
        return Response(status_code=status.HTTP_204_NO_CONTENT)
    station = until_gone(request, readings(last_event_id + 1, count), INTERVAL)
    return StreamingResponse(
        (event(reading) async for reading in station),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-cache"},
    )


# How many are reading right now, and how many got everything.
@app.get("/streams")
async def read_streams():
    return streams
