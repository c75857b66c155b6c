"""A lean HTTP client in a process of its own, `python -m tests.end_to_end.load_client`: nobody else makes it late.

Reads one JSON object a line, `{"port", "body", "headers", "connections", "per_second", "seconds", "name", "anew"}`, and
answers each with one line, as `Told`. A connection has one request under way at most. Without `per_second` each sends
again once it is answered. Else requests are sent when they are due, whatever becomes of the others; what is due while
all connections wait for answers is held back, and counted. Where `anew`, each is sent over a new connection.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypedDict, cast

import httptools
import uvloop

_TICK = 0.005
"""Seconds between looks at what is due, and at how late this process is."""
_LONGEST_ANSWER = 60.0
_MOST_WRONG = 20


class Told(TypedDict):
    """What became of the requests."""

    seconds: float
    accepted: dict[str, float]
    """Seconds by the request's id, from when it was due until the whole answer was here."""
    refused: dict[str, float]
    held_back: int
    late: list[float]
    """Seconds by which this process came too late to its own appointments."""
    wrong: list[str]
    """Answers that are neither data nor a refusal as it has to be."""


class _Run:
    """One order: what its connections share."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.most: int = order["connections"]
        self._name = order["name"]
        self._port = order["port"]
        body = order["body"].encode()
        given = {"host": f"127.0.0.1:{order['port']}", "content-type": "application/json", **order["headers"]}
        head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
        self._head = f"POST /graphql HTTP/1.1\r\n{head}content-length: {len(body)}\r\nx-request-id: ".encode()
        self._body = b"\r\n\r\n" + body
        self.under_way = 0
        self._sent = 0
        self._open: set[_Connection] = set()
        self._free: list[_Connection] = []
        self._opening: set[asyncio.Task[None]] = set()
        self.told = Told(seconds=0, accepted={}, refused={}, held_back=0, late=[], wrong=[])
        self.again: Callable[[_Connection], None] = _Connection.abort if order["anew"] else self._free.append

    def send(self, due: float) -> None:
        """Send a request which was due then, over a connection that nobody uses, or a new one."""
        self.under_way += 1
        if self._free:
            self._free.pop().send(due)
            return
        opening = asyncio.get_running_loop().create_task(self._send_over_another(due))
        self._opening.add(opening)
        opening.add_done_callback(self._opening.discard)

    async def _send_over_another(self, due: float) -> None:
        loop = asyncio.get_running_loop()
        try:
            _, connection = await loop.create_connection(lambda: _Connection(self), "127.0.0.1", self._port)
        except OSError as error:
            self.under_way -= 1
            self.note_wrong(repr(error))
            return
        self._open.add(connection)
        connection.send(due)

    def request(self) -> tuple[str, bytes]:
        """The next request and its id."""
        self._sent += 1
        id_ = f"{self._name}-{self._sent}"
        return id_, self._head + id_.encode() + self._body

    def answered(self, connection: "_Connection", status: int, headers: dict[bytes, bytes], body: bytes) -> None:
        """Note what was answered."""
        took = time.perf_counter() - connection.due
        if status == 200 and b'"errors"' not in body and body.startswith(b'{"data"'):
            self.told["accepted"][connection.id] = took
        elif status == 503 and b'"OVERLOADED"' in body and headers.get(b"retry-after", b"").isdigit():
            self.told["refused"][connection.id] = took
        else:
            self.note_wrong(f"status {status}: {body[:500].decode(errors='replace')}")
        self.under_way -= 1
        self.again(connection)

    def lost(self, connection: "_Connection") -> None:
        """A connection is not there any more."""
        self._open.discard(connection)
        with suppress(ValueError):
            self._free.remove(connection)

    def note_wrong(self, what: str) -> None:
        """Keep some of what must not be."""
        if len(self.told["wrong"]) < _MOST_WRONG:
            self.told["wrong"].append(what)

    def close(self) -> None:
        """Close all connections."""
        for connection in tuple(self._open):
            connection.abort()


class _Connection(asyncio.Protocol):
    """Sends when it is told to, and waits for the whole answer."""

    def __init__(self, run: _Run) -> None:
        self._run = run
        self._headers: dict[bytes, bytes] = {}
        self._body: list[bytes] = []
        self._waits = False
        self.due = 0.0
        self.id = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._waits:
            self._run.under_way -= 1
            self._run.note_wrong(f"the server closed a connection ({exc})")
        self._run.lost(self)

    def send(self, due: float) -> None:
        """Send a request which was due then."""
        self._parser = httptools.HttpResponseParser(self)
        self._headers.clear()
        self._body.clear()
        self._waits, self.due = True, due
        self.id, request = self._run.request()
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.lower()] = value

    def on_body(self, body: bytes) -> None:
        self._body.append(body)

    def on_message_complete(self) -> None:
        self._waits = False
        self._run.answered(self, self._parser.get_status_code(), self._headers, b"".join(self._body))

    def abort(self) -> None:
        """Close it at once."""
        self._transport.abort()


async def _carry_out(order: dict[str, Any]) -> Told:
    run = _Run(order)
    began = time.perf_counter()
    try:
        if order["per_second"] is None:
            await _one_after_the_other(run, began + order["seconds"])
        else:
            await _when_due(run, began, order["per_second"], order["seconds"])
        with suppress(TimeoutError):
            async with asyncio.timeout(_LONGEST_ANSWER):
                while run.under_way:
                    await asyncio.sleep(_TICK)
        if run.under_way:
            run.note_wrong(f"{run.under_way} requests without an answer")
        run.told["seconds"] = time.perf_counter() - began
        return run.told
    finally:
        run.close()


async def _one_after_the_other(run: _Run, end: float) -> None:
    def again(connection: _Connection) -> None:
        if (now := time.perf_counter()) < end:
            run.under_way += 1
            connection.send(now)

    run.again = again
    for _ in range(run.most):
        run.send(time.perf_counter())
    await asyncio.sleep(end - time.perf_counter())


async def _when_due(run: _Run, began: float, per_second: float, seconds: float) -> None:
    end, tick, due = began + seconds, began, 0
    while (now := time.perf_counter()) < end:
        run.told["late"].append(now - tick)
        while began + due / per_second <= now:
            if run.under_way < run.most:
                run.send(began + due / per_second)
            else:
                run.told["held_back"] += 1
            due += 1
        tick = time.perf_counter() + _TICK
        await asyncio.sleep(_TICK)


def main() -> None:
    """Carry out one order a line."""
    for line in sys.stdin:
        print(json.dumps(uvloop.run(_carry_out(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
