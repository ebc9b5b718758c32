import hashlib
from typing import Annotated

from fastapi import FastAPI, Form, HTTPException, UploadFile

app = FastAPI()

MAX_BYTES = 10_000
CHUNK_BYTES = 4_096
ALLOWED_TYPES = {"image/jpeg", "image/png"}


# Form() reads a field of the form; without it, FastAPI would look into the query.
# The browser decides how a form is encoded: urlencoded, or multipart. Both are read.
@app.post("/albums")
async def create_album(
    title: Annotated[str, Form()],
    year: Annotated[int, Form()],
    tags: Annotated[list[str], Form()] = [],
):
    return {"title": title, "year": year, "tags": tags}


# An UploadFile is a file part of a multipart form. When the handler runs, all of it has been
# received, and what is large lies on disk. Read in pieces, it never has to be in memory whole.
@app.post("/photos")
async def upload_photo(photo: UploadFile, caption: Annotated[str, Form()] = ""):
    if photo.content_type not in ALLOWED_TYPES:
        raise HTTPException(415, "Only JPEG and PNG")

    size, digest = 0, hashlib.sha256()
    while chunk := await photo.read(CHUNK_BYTES):
        size += len(chunk)
        if size > MAX_BYTES:
            raise HTTPException(413, f"At most {MAX_BYTES} bytes")
        digest.update(chunk)

    return {
        "filename": photo.filename,
        "content_type": photo.content_type,
        "size": size,
        "sha256": digest.hexdigest(),
        "caption": caption,
    }


# Several files under one name. One file is a list of one.
@app.post("/photos/batch")
async def upload_photos(photos: list[UploadFile]):
    return {"photos": [{"filename": photo.filename, "size": photo.size} for photo in photos]}
