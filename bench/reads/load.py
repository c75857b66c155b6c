"""The load: a lean HTTP client in a process of its own, `python -m bench.reads.load`.

Reads one JSON object a line, `{"port", "path", "bodies", "connections", "warm_up", "seconds"}`, and answers each with
one line, `{"requests", "seconds", "p50_ms", "p99_ms"}` or `{"error"}`. Every connection is kept alive and has one
request under way; each request is the next of `bodies`, in turn. Any answer but a 200 without errors ends it.
"""

import asyncio
import json
import sys
import time
from itertools import cycle
from statistics import quantiles
from typing import Any, cast

import httptools
import uvloop

from bench.credentials import AUTHORIZATION

_LONGEST_ANSWER = 120.0


class _Failed(Exception):
    """An answer was not what it must be."""


class _Run:
    """One measuring: what its connections share."""

    def __init__(self, requests: list[bytes], fewest: int, warm_up: float, seconds: float) -> None:
        """`fewest` answers are waited for, however long a slow server takes."""
        self.requests = cycle(requests)
        self.fewest = fewest
        self.times: list[float] = []
        self.ended: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.begin = time.perf_counter() + warm_up
        self.end = self.begin + seconds

    def fail(self, why: str) -> None:
        if not self.ended.done():
            self.ended.set_exception(_Failed(why))

    def stop(self) -> None:
        if not self.ended.done():
            self.ended.set_result(None)


class _Connection(asyncio.Protocol):
    """Sends, waits for the whole answer, sends again."""

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._body: list[bytes] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        self._run.fail(f"the server closed a connection ({exc})")

    def _send(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._body.clear()
        self._sent = time.perf_counter()
        self._transport.write(next(self._run.requests))

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        now = time.perf_counter()
        run = self._run
        body = self._body[0] if len(self._body) == 1 else b"".join(self._body)
        status = self._parser.get_status_code()
        if status != 200 or b'"errors"' in body or not body.startswith(b'{"data"'):
            run.fail(f"status {status}: {body[:1000].decode(errors='replace')}")
            return
        if now >= run.begin:
            run.times.append(now - self._sent)
        if now >= run.end and len(run.times) >= run.fewest:
            run.stop()
        else:
            self._send()


async def _measure(order: dict[str, Any]) -> dict[str, Any]:
    head = f"POST {order['path']} HTTP/1.1\r\nHost: 127.0.0.1:{order['port']}\r\nContent-Type: application/json\r\n"
    head += f"Authorization: {AUTHORIZATION['authorization']}\r\n"
    encoded = [body.encode() for body in order["bodies"]]
    requests = [f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body for body in encoded]
    run = _Run(requests, max(2, order["connections"]), order["warm_up"], order["seconds"])
    loop = asyncio.get_running_loop()
    opened = [
        await loop.create_connection(lambda: _Connection(run), "127.0.0.1", order["port"])
        for _ in range(order["connections"])
    ]
    try:
        async with asyncio.timeout_at(loop.time() + order["warm_up"] + order["seconds"] + _LONGEST_ANSWER):
            await run.ended
    except (_Failed, TimeoutError) as failed:
        return {"error": str(failed) or f"no answer for {_LONGEST_ANSWER} s"}
    finally:
        took = time.perf_counter() - run.begin
        for transport, _ in opened:
            transport.abort()
    times = run.times
    cuts = quantiles(times, n=100)
    return {"requests": len(times), "seconds": took, "p50_ms": cuts[49] * 1000, "p99_ms": cuts[98] * 1000}


def main() -> None:
    """Carry out one order a line."""
    for line in sys.stdin:
        print(json.dumps(uvloop.run(_measure(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
