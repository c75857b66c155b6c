"""Many small web servers in one process, each on a port of its own, each answer late by a fixed latency.

`python -m bench.discovery.hosts --hosts 200 --latency-ms 10` prints one line of JSON, `{"seeds": […], "pages": n}`, and
serves until its standard input ends or it is interrupted. It answers from memory without a framework, to leave the
machine's cores to what is measured.
"""

import argparse
import asyncio
import json
import sys
from functools import partial
from typing import cast

import uvloop

from bench.discovery.pages import site_pages

_MISSING = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 0\r\n\r\n"
_HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n"


class _Connection(asyncio.Protocol):
    def __init__(self, answers: dict[bytes, bytes], latency: float) -> None:
        self._answers = answers
        self._latency = latency
        self._received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class does not inherit from it

    def data_received(self, data: bytes) -> None:
        self._received += data
        while (end := self._received.find(b"\r\n\r\n")) >= 0:
            path = self._received.split(b" ", 2)[1].partition(b"?")[0]
            self._received = self._received[end + 4 :]
            asyncio.get_running_loop().call_later(self._latency, self._answer, self._answers.get(path, _MISSING))

    def _answer(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def serve(hosts: int, members: int, latency: float) -> list[str]:
    """Start the servers on this event loop; gives each host's first page."""
    loop = asyncio.get_running_loop()
    seeds: list[str] = []
    for number in range(hosts):
        pages = site_pages(number, members)
        answers = {path.encode(): _HEAD.format(len(body)).encode() + body for path, body in pages.items()}
        server = await loop.create_server(partial(_Connection, answers, latency), "127.0.0.1", 0)
        seeds.append(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/")
    return seeds


async def _main(hosts: int, members: int, latency: float) -> None:
    seeds = await serve(hosts, members, latency)
    print(json.dumps({"seeds": seeds, "pages": hosts * (members + 3)}), flush=True)
    await asyncio.to_thread(sys.stdin.buffer.read)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--hosts", type=int, default=200)
    arguments.add_argument("--members", type=int, default=22, help="member pages of each host; it has three more pages")
    arguments.add_argument("--latency-ms", type=float, default=10.0)
    given = arguments.parse_args()
    uvloop.run(_main(given.hosts, given.members, given.latency_ms / 1000))
