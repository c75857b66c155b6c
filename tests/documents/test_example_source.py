"""The source which CONTRIBUTING shows, against a server that speaks its platform's wire format."""

import re
import time
from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from sources import protocol

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
RUST = protocol.SearchCriteria(keywords=("rust", "lisbon"))


@pytest.fixture(scope="module")
def example() -> ModuleType:
    """The module shown."""
    [code] = re.findall(
        r"^```python\n(\"\"\"People on Bluesky.*?)^```", CONTRIBUTING.read_text(), re.DOTALL | re.MULTILINE
    )
    module = ModuleType("cam_bluesky")
    exec(compile(code, "CONTRIBUTING.md", "exec"), vars(module))
    return module


@pytest.fixture
async def platform() -> AsyncIterator[TestServer]:
    """Two pages of two people, of whom one wants not to be seen; the cursor `late` is asked for too often."""

    async def search(request: web.Request) -> web.Response:
        assert request.query["q"] == "rust lisbon"
        cursor = request.query.get("cursor")
        if cursor == "late":
            raise web.HTTPTooManyRequests(headers={"RateLimit-Reset": str(int(time.time()) + 60)})
        actors = [{"did": f"did:plc:{cursor}-{number}", "handle": f"{number}.bsky.test"} for number in "ab"]
        hidden: dict[str, Any] = {"labels": [{"val": "!no-unauthenticated"}]}
        return web.json_response({"actors": [actors[0], actors[1] | hidden]} | ({} if cursor else {"cursor": "second"}))

    application = web.Application()
    application.router.add_get("/xrpc/app.bsky.actor.searchActors", search)
    server = TestServer(application)
    await server.start_server()
    yield server
    await server.close()


async def test_it_reads_page_after_page_and_tells_where_to_resume(example: ModuleType, platform: TestServer) -> None:
    source: protocol.Source = example.BlueskySource(str(platform.make_url("")))

    batches = [batch async for batch in source.search(RUST)]
    resumed = [batch async for batch in source.search(RUST, checkpoint=batches[0].checkpoint)]

    assert [batch.checkpoint for batch in batches] == ["second", None]
    assert [profile.handle for batch in batches for profile in batch.profiles] == ["did:plc:None-a", "did:plc:second-a"]
    assert [batch.profiles[0].handle for batch in resumed] == ["did:plc:second-a"]


async def test_it_passes_on_what_the_platform_asks_for(example: ModuleType, platform: TestServer) -> None:
    source: protocol.Source = example.BlueskySource(str(platform.make_url("")))

    with pytest.raises(protocol.RateLimited):
        await anext(source.search(RUST, checkpoint="late"))


async def test_it_says_what_is_missing(example: ModuleType, unused_tcp_port: int) -> None:
    source: protocol.Source = example.BlueskySource(f"http://127.0.0.1:{unused_tcp_port}")

    with pytest.raises(protocol.SourceFailed, match="keywords"):
        _ = [batch async for batch in source.search(protocol.SearchCriteria())]
    with pytest.raises(protocol.SourceFailed, match="does not answer"):
        _ = [batch async for batch in source.search(RUST)]
