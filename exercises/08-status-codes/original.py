from fastapi import FastAPI, HTTPException, Response, status
from fastapi.responses import JSONResponse

app = FastAPI()

items = {1: {"name": "Foo"}, 2: {"name": "Bar"}}


# The status of a successful answer is set on the decorator; without it, it is 200.
# `name` is not in the path and is a plain str, so FastAPI reads it from the query.
@app.post("/items", status_code=status.HTTP_201_CREATED)
async def create_item(name: str):
    return {"name": name}


# An error is raised, not returned. It may carry headers of its own.
@app.get("/items/{item_id}")
async def read_item(item_id: int):
    if item_id not in items:
        raise HTTPException(
            status_code=status.HTTP_404_NOT_FOUND,
            detail=f"Item {item_id} not found",
            headers={"X-Error": "Item missing"},
        )
    return items[item_id]


# A returned Response is sent as it is: its status, its headers, its body.
@app.get("/custom")
async def custom():
    return JSONResponse(content={"message": "ok"}, headers={"X-Custom": "value"})


# 204 has no body, so there is nothing to describe: no content type either.
# Deleting what is not there is fine: afterwards it is gone, as was asked.
@app.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_item(item_id: int):
    items.pop(item_id, None)
    return Response(status_code=status.HTTP_204_NO_CONTENT)
