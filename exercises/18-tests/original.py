import io
from contextlib import redirect_stdout
from datetime import datetime, timedelta, timezone
from itertools import count
from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, HTTPException, Response, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from fastapi.testclient import TestClient
from pydantic import BaseModel, Field

# ------------------------------------------------------- test_shop.py
# The answer to the question. pytest calls every function whose name
# begins with test_, and hands in the fixtures that its parameters name.

STAFF = {"Authorization": "Bearer open-sesame"}
NOON = datetime(2030, 5, 1, 12, tzinfo=timezone.utc)
WEEK = timedelta(days=7)


# A fixture is made anew for every test, so no test sees what another
# did. This one asks for another, `app`, which is in conftest.py.
@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app)


# A test says what matters to it, and leaves the rest to this.
def add(client: TestClient, price: int = 30, headers: dict = STAFF):
    product = {"name": "Lamp", "price": price, "cost": price}
    return client.post("/products", json=product, headers=headers)


# The dependency that tells the time is replaced by one that we control.
def set_clock(app: FastAPI, now: datetime) -> None:
    app.dependency_overrides[get_now] = lambda: now


def test_adding_answers_201_and_where_the_product_is(client):
    response = add(client)
    assert response.status_code == 201
    assert response.headers.get("Location") == f"/products/{response.json()['id']}"


def test_nothing_is_free(client):
    assert add(client, price=0).status_code == 422


def test_the_list_shows_of_a_product_what_customers_may_see(client):
    id = add(client).json()["id"]
    # There may be others: an app can begin with products.
    product = next(one for one in client.get("/products").json() if one["id"] == id)
    assert product == {"id": id, "name": "Lamp", "price": 30, "is_new": True}


def test_the_list_has_the_cheapest_first(client):
    for price in (30, 10, 20):
        add(client, price)
    products = client.get("/products").json()
    assert [one["price"] for one in products if one["name"] == "Lamp"] == [10, 20, 30]


def test_limit_is_the_most_that_the_list_shows(client):
    add(client)
    add(client)
    assert len(client.get("/products", params={"limit": 1}).json()) == 1


def test_a_404_names_the_product(client):
    response = client.get("/products/987654")
    assert response.json() == {"detail": "Product 987654 not found"}


def test_a_deleted_product_is_gone(client):
    id = add(client).json()["id"]
    client.delete(f"/products/{id}", headers=STAFF)
    assert client.get(f"/products/{id}").status_code == 404


def test_only_the_staff_deletes(client):
    assert client.delete("/products/987654").status_code == 401


def test_a_token_is_good_for_its_own_request_only(client):
    add(client)
    assert add(client, headers={}).status_code == 401


# One test per row: when one fails, its name says which.
@pytest.mark.parametrize(
    ("age", "is_new"), [(WEEK - timedelta(milliseconds=1), True), (WEEK, False)]
)
def test_a_product_is_new_for_a_week(app, client, age, is_new):
    set_clock(app, NOON)
    id = add(client).json()["id"]
    set_clock(app, NOON + age)
    product = next(one for one in client.get("/products").json() if one["id"] == id)
    assert product["is_new"] is is_new


def test_the_week_begins_when_the_product_is_added(app, client):
    set_clock(app, NOON)
    add(client)
    set_clock(app, NOON + WEEK)
    assert add(client).json()["is_new"] is True


# ------------------------------------------------------------ shop.py
# The app under test: right, rewritten, or with one defect.


class NewProduct(BaseModel):
    name: str
    price: int = Field(gt=0)
    cost: int


class MaybeFreeProduct(NewProduct):
    price: int = Field(ge=0)


# What customers see: not what the shop itself pays.
class Product(BaseModel):
    id: int
    name: str
    price: int
    is_new: bool


class StoredProduct(MaybeFreeProduct):
    id: int
    added_at: datetime


# The clock is a dependency, so that a test can replace it.
def get_now() -> datetime:
    return datetime.now(timezone.utc)


def is_staff(
    token: Annotated[
        HTTPAuthorizationCredentials | None, Depends(HTTPBearer(auto_error=False))
    ],
) -> bool:
    return token is not None and token.credentials == "open-sesame"


Now = Annotated[datetime, Depends(get_now)]
IsStaff = Annotated[bool, Depends(is_staff)]


# A factory: every call makes an app with a stock of its own.
def create_app(variant: str = "right") -> FastAPI:
    app = FastAPI()
    stock: dict[int, StoredProduct] = {}
    ids = count(1001, 7) if variant == "rewritten" else count(1)
    staff_has_added = False
    first_request: datetime | None = None

    if variant == "rewritten":
        long_ago = datetime.fromtimestamp(0, timezone.utc)
        stool = {"name": "Stool", "price": 45, "cost": 9, "added_at": long_ago}
        stock[500] = StoredProduct(id=500, **stool)

    unauthorized = HTTPException(
        status.HTTP_401_UNAUTHORIZED,
        detail="Please log in" if variant == "rewritten" else "Not authenticated",
        headers={"WWW-Authenticate": "Bearer"},
    )

    def staff_adds(is_staff: IsStaff) -> None:
        nonlocal staff_has_added
        if not is_staff and not (variant == "login-stays" and staff_has_added):
            raise unauthorized
        staff_has_added = True

    def staff_deletes(is_staff: IsStaff) -> None:
        if not is_staff and variant != "delete-for-anyone":
            raise unauthorized

    def find(product_id: int) -> StoredProduct:
        if product_id in stock:
            return stock[product_id]
        detail = f"Product {product_id} not found"
        raise HTTPException(
            status.HTTP_404_NOT_FOUND,
            detail="Not Found" if variant == "unnamed-404" else detail,
        )

    def shown(product: StoredProduct, now: datetime) -> dict:
        nonlocal first_request
        first_request = first_request or now
        since = first_request if variant == "age-from-start" else product.added_at
        is_new = variant == "new-for-ever" or now - since < timedelta(days=7)
        return {**product.model_dump(), "is_new": is_new}

    # response_model filters: without it, the cost goes out as well.
    @app.get(
        "/products",
        response_model=None if variant == "cost-in-list" else list[Product],
    )
    def list_products(now: Now, limit: int = 100):
        products = list(stock.values())
        if variant != "unsorted":
            products.sort(key=lambda product: product.price)
        if variant != "limit-ignored":
            products = products[:limit]
        return [shown(product, now) for product in products]

    @app.get("/products/{product_id}", response_model=Product)
    def read_product(product_id: int, now: Now):
        return shown(find(product_id), now)

    @app.post(
        "/products",
        response_model=Product,
        status_code=200 if variant == "created-as-200" else 201,
        dependencies=[Depends(staff_adds)],
    )
    def add_product(
        new: MaybeFreeProduct if variant == "free-product" else NewProduct,
        now: Now,
        response: Response,
    ):
        product = StoredProduct(**new.model_dump(), id=next(ids), added_at=now)
        stock[product.id] = product
        if variant != "no-location":
            response.headers["Location"] = f"/products/{product.id}"
        return shown(product, now)

    @app.delete(
        "/products/{product_id}",
        status_code=status.HTTP_204_NO_CONTENT,
        dependencies=[Depends(staff_deletes)],
    )
    def delete_product(product_id: int) -> None:
        find(product_id)
        if variant != "delete-nothing":
            del stock[product_id]

    return app


# -------------------------------------------------------- conftest.py
# With one app to test, it would be this fixture and nothing else. Ours
# is in a plugin, which can be told which app and keeps what came of it.


class Run:
    def __init__(self, variant: str, order: str) -> None:
        self.variant = variant
        self.order = order
        self.passed: list[str] = []
        self.failed: dict[str, str] = {}

    @pytest.fixture
    def app(self) -> FastAPI:
        return create_app(self.variant)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.order == "reversed":
            items.reverse()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self.passed.append(report.head_line)

    def pytest_exception_interact(self, call, report) -> None:
        statement = call.excinfo.traceback[-1].statement
        self.failed[report.head_line] = str(statement).strip()


# ------------------------------------------------------------ main.py

app = FastAPI()


def run_tests(variant: str, order: str) -> Run:
    run = Run(variant, order)
    with redirect_stdout(io.StringIO()):
        pytest.main([__file__, "-p", "no:cacheprovider", "--capture=no"], [run])
    return run


# A plain def: it runs in a thread of its own, and keeps nobody waiting.
@app.post("/run")
def run_suite(app: str, order: str = "written") -> dict:
    run = run_tests(app, order)
    # What fails on the right app says nothing about another.
    is_plain = app == "right" and order == "written"
    ignored = [] if is_plain else list(run_tests("right", "written").failed)
    return {
        "passed": len(run.passed),
        "failed": [
            {"test": test, "message": message}
            for test, message in run.failed.items()
            if test not in ignored
        ],
        "ignored": ignored,
    }
