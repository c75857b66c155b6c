"""Sending files."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import httpx
import pytest

import models
from resolvers.context import Context
from services.imports import UploadLimits
from tests.resolvers.conftest import NOON, context  # noqa: F401 - a fixture
from tests.resolvers.serving import Api, serving

MIB = 1024 * 1024
SMALL = UploadLimits(largest=3 * MIB, all_together=4 * MIB, lifetime=timedelta(hours=1))


@asynccontextmanager
async def accepting(context: Context, limits: UploadLimits = SMALL) -> AsyncIterator[Api]:  # noqa: F811
    async with serving(context, uploads=limits) as api:
        yield api


@pytest.fixture
async def api(context: Context) -> AsyncIterator[Api]:  # noqa: F811
    async with accepting(context) as client:
        yield client


async def post(api: Api, content: bytes | AsyncIterator[bytes], name: str | None = "leads.csv") -> httpx.Response:
    headers = {} if name is None else {"X-CAM-Upload": name}
    return await api.http.post(f"{api.url}/uploads", content=content, headers=headers)


async def in_parts(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        yield part


async def test_a_file_is_kept_in_pieces_and_named_by_a_token(api: Api) -> None:
    content = bytes(range(256)) * 10_000  # 2.4 MiB
    answer = await post(api, content, "Kontakte%20%C3%BC.csv")

    assert answer.status_code == 201
    assert (answer.json()["size"], answer.json()["digest"]) == (len(content), hashlib.sha256(content).hexdigest())
    (upload,) = await models.Upload.all()
    assert (str(upload.token), upload.filename, upload.size) == (answer.json()["token"], "Kontakte ü.csv", len(content))
    pieces = await models.UploadChunk.filter(upload_id=upload.id).order_by("number")
    assert [(piece.number, len(piece.content)) for piece in pieces] == [(0, MIB), (1, MIB), (2, len(content) - 2 * MIB)]
    assert b"".join(piece.content for piece in pieces) == content


async def test_a_file_of_unknown_length_is_taken_too(api: Api) -> None:
    answer = await post(api, in_parts(b"name\n", b"Ada\n"))
    assert (answer.status_code, answer.json()["size"]) == (201, 9)


async def test_without_the_header_which_pages_elsewhere_cannot_send_nothing_is_taken(api: Api) -> None:
    answer = await post(api, b"name\nAda\n", None)
    assert answer.status_code == 400
    assert "X-CAM-Upload" in answer.json()["error"]
    # A browser asks first whether it may send the header, and is not told so.
    asked = await api.http.options(
        f"{api.url}/uploads",
        headers={
            "Origin": "https://elsewhere.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "x-cam-upload",
        },
    )
    assert "access-control-allow-origin" not in asked.headers
    assert await models.Upload.all().count() == 0


@pytest.mark.parametrize("declared", [True, False])
async def test_a_file_that_is_too_large_is_refused_and_not_kept(api: Api, declared: bool) -> None:
    content = b"x" * (3 * MIB + 1)
    try:
        answer = await post(api, content if declared else in_parts(content[:MIB], content[MIB:]))
        assert answer.status_code == 413
        assert "3,145,728 bytes" in answer.json()["error"]
    except httpx.WriteError:  # the server may hang up before everything was sent
        pass
    assert await models.Upload.all().count() == 0
    assert (await post(api, content[1:])).status_code == 201


async def test_an_empty_file_is_refused(api: Api) -> None:
    assert (await post(api, b"")).status_code == 400
    assert await models.Upload.all().count() == 0


async def test_no_more_is_kept_than_there_is_room_for_and_old_files_go(context: Context) -> None:  # noqa: F811
    async with accepting(context) as api:
        assert (await post(api, b"x" * 3 * MIB)).status_code == 201
        assert (await post(api, b"x" * 2 * MIB)).status_code == 201
        assert (await post(api, b"x")).status_code == 507
        await models.Upload.all().update(created_at=NOON - timedelta(hours=2))
        assert (await post(api, b"x")).status_code == 201
    assert [upload.size for upload in await models.Upload.all()] == [1]


async def test_a_file_which_an_import_waits_for_does_not_go(api: Api) -> None:
    await post(api, b"name\nAda\n")
    (upload,) = await models.Upload.all()
    campaign = await models.Campaign.create(name="Builders", created_at=NOON, updated_at=NOON)
    row = await models.LeadImport.create(
        campaign=campaign,
        upload=upload,
        format=models.ImportFormat.CSV,
        mapping=[],
        options={},
        actor="tester",
        created_at=NOON,
    )
    await models.Upload.all().update(created_at=NOON - timedelta(hours=2))
    await post(api, b"name\nBo\n")
    assert await models.Upload.all().count() == 2
    await models.LeadImport.filter(id=row.id).update(status="FAILED", completed_at=NOON)
    await post(api, b"name\nCy\n")
    assert await models.Upload.all().count() == 2
    assert not await models.Upload.exists(id=upload.id)


async def test_what_came_of_a_file_whose_sender_goes_away_is_removed(api: Api) -> None:
    begun = asyncio.Event()

    async def half() -> AsyncIterator[bytes]:
        yield b"x" * 2 * MIB
        begun.set()
        await asyncio.Event().wait()

    sending = asyncio.create_task(post(api, half()))
    async with asyncio.timeout(10):
        await begun.wait()
        while await models.UploadChunk.all().count() < 2:
            await asyncio.sleep(0.02)
        sending.cancel()
        while await models.Upload.all().count():
            await asyncio.sleep(0.02)


@pytest.mark.parametrize(
    ("given", "kept"), [("C%3A%5CUsers%5Cada%5Cleads.csv", "leads.csv"), ("../../etc/passwd", "passwd"), ("", None)]
)
async def test_of_a_files_name_only_the_last_part_is_kept(api: Api, given: str, kept: str | None) -> None:
    assert (await post(api, b"x", given)).status_code == 201
    assert [upload.filename for upload in await models.Upload.all()] == [kept]
