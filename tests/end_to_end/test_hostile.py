"""What a server meets from people who do not mean well: it answers, keeps its size, and serves everybody else."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
import pytest_asyncio
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.end_to_end.client import AUTHORIZATION
from tests.end_to_end.processes import server

pytestmark = [pytest.mark.slow, pytest.mark.asyncio(loop_scope="module")]

_MIB = 1024 * 1024
_BOMB = "{ campaigns { nodes { ...F0 } } }" + "".join(
    f" fragment F{n} on Campaign {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60)
)
_WIDE_BOMB = "{ campaigns { nodes { ...F0 } } }" + "".join(
    f" fragment F{n} on Campaign {{ a{n}: leads {{ nodes {{ campaign {{ ...F{n + 1} }} }} }}"
    f" b{n}: leads {{ nodes {{ campaign {{ ...F{n + 1} }} }} }} }}"
    for n in range(18)
)
_TOO_COMPLEX = {
    "10,000 aliases": "{" + " ".join(f"a{n}: campaigns {{ totalCount }}" for n in range(10_000)) + "}",
    "1,000 fields at the root": "{" + " ".join(f"a{n}: __typename" for n in range(1_000)) + "}",
    "a fragment bomb": f"{_BOMB} fragment F60 on Campaign {{ x: id }}",
    "a bomb of pages": f"{_WIDE_BOMB} fragment F18 on Campaign {{ id }}",
    "nested without end": "{ campaigns { nodes " * 400,
    "one field again and again": "{" + "campaigns { totalCount } " * 2_000 + "}",
    "directives without end": "{ campaigns " + "@skip(if: false) " * 1_000 + "{ totalCount } }",
    "pages of pages of pages": "{ campaigns(first: 100) { nodes { leads(first: 100) { nodes { contactEvents(first: 100)"
    " { nodes { lead { contactEvents(first: 100) { nodes { id } } } } } } } } } }",
    "200,000 letters": "{ __typename }" + " " * 200_000,
    "tokens without end": "{ __typename " + "a " * 30_000 + "}",
}
_BODIES = [
    b"[" * 200_000,
    b'{"query": ' + b'{"a": ' * 100_000,
    b'{"query": "{ __typename }", "variables": ' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"query": "{ __typename }", "variables": {"a": "' + b"x" * 900_000 + b'"}}',
    b"\xff\xfe" * 1_000,
    b"5",
    b"null",
    b"",
    b'{"query": "{ __typename }"' + b" " * 2 * _MIB,
]


@dataclass(frozen=True, slots=True)
class Attacked:
    """A server's process, and a client of it."""

    url: str
    process: psutil.Process
    http: httpx.AsyncClient

    async def post(self, query: str, **variables: Any) -> httpx.Response:
        """Ask for an operation."""
        return await self.http.post(self.url, json={"query": query, "variables": variables})

    async def is_well(self) -> bool:
        """Whether it answers others at once."""
        began = time.monotonic()
        response = await self.post("{ campaigns { totalCount } }")
        return response.json()["data"] == {"campaigns": {"totalCount": 0}} and time.monotonic() - began < 2

    @property
    def resident(self) -> float:
        """MiB of memory."""
        return self.process.memory_info().rss / _MIB


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def attacked(module_database_url: str) -> AsyncIterator[Attacked]:
    """A server as it is shipped."""
    async with (
        server(module_database_url, "--no-worker") as (process, url),
        httpx.AsyncClient(timeout=30, headers=AUTHORIZATION) as http,
    ):
        yield Attacked(f"{url}/graphql", psutil.Process(process.pid), http)


async def test_documents_that_ask_for_too_much_are_refused_in_no_time_and_memory_stays_flat(attacked: Attacked) -> None:
    for round_ in range(5):  # the collector of garbage comes by after some of them
        for query in _TOO_COMPLEX.values():
            await attacked.post(f"{query} # before {round_}")
    before = attacked.resident
    for round_ in range(5):
        for name, query in _TOO_COMPLEX.items():
            began = time.monotonic()
            response = await attacked.post(f"{query} # {round_}")
            assert time.monotonic() - began < 2, name
            assert response.status_code == 200
            assert response.json()["errors"][0]["extensions"]["code"] == "TOO_COMPLEX", name
            assert "data" not in response.json()
    assert await attacked.is_well()
    assert attacked.resident < before + 30


async def test_bodies_that_are_no_requests_are_refused_and_memory_stays_flat(attacked: Attacked) -> None:
    headers = {"content-type": "application/json"}
    for body in _BODIES:
        await attacked.http.post(attacked.url, content=body, headers=headers)
    before = attacked.resident
    for _ in range(10):
        for body in _BODIES:
            response = await attacked.http.post(attacked.url, content=body, headers=headers)
            assert response.status_code in {200, 400, 413}, response.text
            assert "INTERNAL" not in response.text
    assert await attacked.is_well()
    assert attacked.resident < before + 30


async def test_headers_that_are_rubbish_are_met_with_an_answer(attacked: Attacked) -> None:
    address = urlsplit(attacked.url)
    head = f"POST /graphql HTTP/1.1\r\nHost: {address.netloc}\r\n"
    body = b'{"query": "{ __typename }"}'
    for extra in (
        "Authorization: " + "x" * 50_000,
        "Authorization: Bearer a\r\nAuthorization: Bearer b",
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: minus",
        "Transfer-Encoding: chunked, chunked",
        "Accept: " + ",".join(["a/b;q=0." + "9" * 50] * 200),
        "X-Request-Id: \x07" + "x" * 5_000,
        "\r\n".join(f"X-{n}: {n}" for n in range(2_000)),
    ):
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        given = head + "Content-Type: application/json\r\n" + extra + "\r\n"
        length = "" if "Content-Length" in extra else f"Content-Length: {len(body)}\r\n"
        writer.write((given + length + "\r\n").encode("latin-1") + body)
        async with asyncio.timeout(10):
            line = await reader.readline()
        assert line == b"" or int(line.split()[1]) in {200, 400, 401, 406, 413, 431}, (extra[:40], line)
        writer.close()
    assert await attacked.is_well()


async def test_json_that_nests_too_deeply_is_refused_by_its_depth_and_nothing_else(attacked: Attacked) -> None:
    def nested(levels: int) -> bytes:
        inner = levels - 2  # the request itself, and its variables
        return b'{"query": "{ __typename }", "variables": {"a": %b%b}}' % (b"[" * inner, b"]" * inner)

    headers = {"content-type": "application/json"}
    taken = await attacked.http.post(attacked.url, content=nested(64), headers=headers)
    assert taken.json()["data"] == {"__typename": "Query"}
    refused = await attacked.http.post(attacked.url, content=nested(65), headers=headers)
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["extensions"] == {"code": "TOO_COMPLEX"}
    assert "at most 64 levels" in refused.json()["errors"][0]["message"]
    brackets = b'{"query": "{ __typename }", "variables": {"a": "%b\\""}}' % (b"[" * 500)
    assert (await attacked.http.post(attacked.url, content=brackets, headers=headers)).status_code == 200


async def test_headers_that_come_a_byte_at_a_time_end_their_connection(module_database_url: str) -> None:
    async with server(module_database_url, "--no-worker", CAM_HEADERS_TIMEOUT="0.5") as (_, url):
        address = urlsplit(url)
        dripping, silent = [await asyncio.open_connection(address.hostname, address.port) for _ in range(2)]
        began = time.monotonic()
        dripping[1].write(b"GET /healthz HTTP/1.1\r\n")
        async with asyncio.timeout(10):
            while not dripping[0].at_eof():
                dripping[1].write(b"X-A: b\r\n")
                with suppress(TimeoutError):
                    async with asyncio.timeout(0.05):
                        assert await dripping[0].read() == b""
            assert await silent[0].read() == b""
        assert 0.5 <= time.monotonic() - began < 5
        for _, writer in (dripping, silent):
            writer.close()


async def test_a_connection_that_is_in_use_outlasts_the_time_for_headers(module_database_url: str) -> None:
    settings = {"CAM_HEADERS_TIMEOUT": "0.3", "CAM_KEEP_ALIVE": "1"}
    async with server(module_database_url, "--no-worker", **settings) as (_, url):
        address = urlsplit(url)
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        began = time.monotonic()
        while time.monotonic() - began < 1:
            writer.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            assert b"alive" in await reader.readuntil(b"}")
            await asyncio.sleep(0.1)
        async with asyncio.timeout(10):
            assert await reader.read() == b"", "it is closed once nothing has come for CAM_KEEP_ALIVE"
        writer.close()


async def test_bodies_that_come_a_byte_at_a_time_keep_nobody_else_waiting(attacked: Attacked) -> None:
    address = urlsplit(attacked.url)
    slow = []
    for _ in range(200):
        _, writer = await asyncio.open_connection(address.hostname, address.port)
        head = f"POST /graphql HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
        writer.write(
            f"{head}Authorization: {AUTHORIZATION['authorization']}\r\nContent-Length: 1000\r\n\r\n{{".encode()
        )
        slow.append(writer)
    for _ in range(10):
        for writer in slow:
            writer.write(b" ")
        assert await attacked.is_well()
    for writer in slow:
        writer.close()


_FRAMES: list[tuple[str | bytes, set[int]]] = [
    ("[1]", {4400}),
    ('"a"', {4400}),
    ("5", {4400}),
    ("{", {4400}),
    ("{}", {4400}),
    (b"\x00\xff", {4400, 1007}),
    ('{"type": "nothing"}', {4400}),
    ('{"type": "subscribe", "id": {}, "payload": {"query": "{ __typename }"}}', {4400}),
    ('{"type": "subscribe", "id": "1", "payload": {"query": 5}}', {4400}),
    ('{"type": "subscribe", "id": "1", "payload": []}', {4400}),
    ('{"type": "subscribe", "id": "1", "payload": {"query": "{", "variables": {}}}', {4400}),
    ('{"type": "connection_init"}', {4429}),
    ('{"type": "connection_init", "payload": 5}', {4400}),
    ("[" * 100_000, {4400}),
    ('{"type": "ping", "payload": "' + "x" * 400_000 + '"}', {1009}),
]


async def _closed_by(attacked: Attacked, frame: str | bytes) -> int | None:
    address = attacked.url.replace("http", "ws", 1)
    async with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
        await socket.send(json.dumps({"type": "connection_init", "payload": AUTHORIZATION}))
        assert json.loads(await socket.recv()) == {"type": "connection_ack"}
        await socket.send(frame)
        try:
            async with asyncio.timeout(5):
                while True:
                    await socket.recv()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd is not None else None


async def test_frames_that_are_no_messages_close_their_socket_and_say_why(attacked: Attacked) -> None:
    for frame, codes in _FRAMES:
        assert await _closed_by(attacked, frame) in codes, frame[:60]
    assert await attacked.is_well()
