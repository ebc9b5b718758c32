from fastapi import FastAPI
from pydantic import BaseModel, computed_field

app = FastAPI()


class Maker(BaseModel):
    name: str
    country: str | None = None


# The type says what is allowed, the default says whether the field may be left out.
# `= []` is safe here: Pydantic copies the default for every item.
class Item(BaseModel):
    name: str
    price: float
    tax: float | None = None
    tags: list[str] = []
    maker: Maker | None = None

    # Part of the answer only: a client that sends it is not heard.
    @computed_field
    @property
    def price_with_tax(self) -> float | None:
        return None if self.tax is None else self.price + self.tax


# A parameter whose type is a model is read from the JSON body.
# FastAPI parses and validates it; the handler runs only when all is well.
@app.post("/items")
async def create_item(item: Item):
    return item


# In the path's pattern: a path parameter. A plain type: a query parameter. A model: the body.
# What is wrong in any of the three is reported in one answer.
@app.put("/items/{item_id}")
async def update_item(item_id: int, version: int, item: Item):
    return {"item_id": item_id, "version": version, **item.model_dump()}
