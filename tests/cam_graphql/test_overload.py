import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Receive, Scope, Send

from cam_graphql.authentication import VIEWER
from cam_graphql.http_server import HttpServer, listen
from cam_graphql.overload import BODY, Overload, OverloadBounds
from cam_graphql.socket_places import PlaceBounds, SocketPlaces, TooManySockets
from cam_graphql.turns import TurnBounds, Turns
from models import Role
from services.access.viewer import Viewer

_BOUNDS = st.builds(
    TurnBounds,
    running=st.integers(1, 6),
    running_each=st.integers(1, 4),
    waiting=st.integers(0, 8),
    waiting_each=st.integers(0, 5),
)
_STEPS = st.lists(st.tuples(st.sampled_from(["arrive", "arrive", "end", "give up"]), st.integers(0, 3)), max_size=80)


@given(_BOUNDS, _STEPS)
def test_turns_keep_their_bounds_and_nobody_waits_who_could_run(
    bounds: TurnBounds, steps: list[tuple[str, int]]
) -> None:
    turns: Turns[int] = Turns(bounds)
    running: Counter[str] = Counter()
    queues: dict[str, list[int]] = {name: [] for name in "abcd"}
    owner: dict[int, str] = {}
    for number, (step, which) in enumerate(steps):
        name = "abcd"[which]
        if step == "arrive":
            if turns.begin(name):
                assert not queues[name], "it overtook one that waits"
                running[name] += 1
            else:
                owner[number] = name
                gone = turns.wait(name, number)
                if gone != number:
                    queues[name].append(number)
                if gone is not None and gone != number:
                    assert queues[owner[gone]].pop() == gone, "who waits shortest goes"
        elif step == "end" and running[name]:
            running[name] -= 1
            begun = turns.end(name)
            if begun is not None:
                assert queues[owner[begun]].pop(0) == begun, "who waits longest begins"
                running[owner[begun]] += 1
        elif step == "give up" and queues[name]:
            turns.give_up(name, queues[name].pop(which % len(queues[name])))
        waiting = {name: len(queue) for name, queue in queues.items()}
        assert (turns.running, turns.waiting) == (running.total(), sum(waiting.values()))
        assert turns.running <= bounds.running
        assert turns.waiting <= bounds.waiting
        assert all(count <= bounds.running_each for count in running.values())
        assert all(count <= bounds.waiting_each for count in waiting.values())
        if turns.running < bounds.running:
            assert all(running[name] == bounds.running_each for name, count in waiting.items() if count)


@given(st.integers(1, 5), st.integers(1, 5), st.integers(1, 100))
def test_one_that_asks_little_waits_for_one_round_whatever_the_others_do(running: int, floods: int, each: int) -> None:
    turns: Turns[str] = Turns(TurnBounds(running, running, 1_000, 1_000))
    while turns.begin("flood 0"):
        pass
    for number in range(each):
        for flood in range(floods):
            assert turns.wait(f"flood {flood}", f"flood {flood}:{number}") is None
    assert turns.wait("modest", "modest:0") is None
    ends, busy = 0, "flood 0"
    while busy != "modest":
        ticket = turns.end(busy)
        assert ticket is not None
        busy, ends = ticket.partition(":")[0], ends + 1
        assert ends <= floods + 1


def test_where_all_queues_are_full_the_longest_gives_way_to_a_shorter_one() -> None:
    turns: Turns[str] = Turns(TurnBounds(1, 1, waiting=4, waiting_each=4))
    assert turns.begin("flood")
    for ticket in ("one", "two", "three", "four"):
        assert turns.wait("flood", ticket) is None
    assert turns.wait("flood", "five") == "five"
    assert turns.wait("modest", "mine") == "four"
    assert turns.wait("modest", "mine too") == "three"
    assert turns.wait("modest", "one more") == "one more", "as long as each other"
    assert turns.end("flood") == "one"


def test_places_are_counted_by_whom_they_belong_to() -> None:
    places = SocketPlaces(PlaceBounds(sockets=3, sockets_each=2, operations_each=1))
    first, second = places.take("address"), places.take("address")
    with pytest.raises(TooManySockets) as refused:
        places.take("address")
    assert refused.value.code == 4429
    first.belong_to("token")
    second.belong_to("token")
    third = places.take("address")
    with pytest.raises(TooManySockets):
        third.belong_to("token")
    with pytest.raises(TooManySockets) as refused:
        places.take("another")
    assert refused.value.code == 1013
    operation = first.begin_operation()
    assert operation is not None
    assert second.begin_operation() is None
    operation.end()
    assert second.begin_operation() is not None
    for place in (first, second, third):
        place.leave()
    assert not places.sockets
    assert places.open == 0


@dataclass
class Gate:
    """An application whose requests go through only while it is open; it is asked by those whom `x-who` names."""

    open: asyncio.Event = field(default_factory=asyncio.Event)
    inside: Counter[str] = field(default_factory=Counter)
    served: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Wait, then send the body back."""
        who = scope[VIEWER].credential
        body = scope[BODY]
        self.inside[who] += 1
        try:
            await self.open.wait()
        finally:
            self.inside[who] -= 1
        self.served.append(who)
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": body})


@dataclass
class Bounded:
    """A server of the gate, with its bounds."""

    gate: Gate
    overload: Overload
    http: httpx.AsyncClient
    port: int

    def ask(self, who: str, **headers: str) -> "asyncio.Task[httpx.Response]":
        """Ask without waiting for the answer."""
        given = {"x-who": who, **headers}
        return asyncio.create_task(self.http.post("/graphql", content=f"of {who}", headers=given))

    async def until(self, running: int, waiting: int) -> None:
        """Wait until so many run and wait."""
        async with asyncio.timeout(10):
            while (self.overload.turns.running, self.overload.turns.waiting) != (running, waiting):
                await asyncio.sleep(0.001)


@asynccontextmanager
async def bounded(queue_seconds: float = 30.0, **turns: int) -> AsyncIterator[Bounded]:
    """A server with these bounds."""
    gate = Gate()
    bounds = OverloadBounds(turns=TurnBounds(**turns), queue_seconds=queue_seconds, places=PlaceBounds(2, 1))
    overload = Overload(gate, path="/graphql", to=gate, max_body_bytes=1_000, bounds=bounds)

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        who = dict(scope["headers"])[b"x-who"].decode()
        scope[VIEWER] = Viewer(who, Role.VIEWER, who)
        await overload(scope, receive, send)

    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    config = uvicorn.Config(application, lifespan="off", log_config=None, access_log=False, timeout_keep_alive=600)
    server = HttpServer(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    limits = httpx.Limits(max_connections=200)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=30, limits=limits) as http:
        yield Bounded(gate, overload, http, port)
        gate.open.set()
    server.should_exit = True
    await serving


async def test_what_is_beyond_the_bounds_is_refused_at_once_and_the_rest_is_served() -> None:
    async with bounded(running=2, running_each=2, waiting=3, waiting_each=3) as server:
        taken = [server.ask("a") for _ in range(5)]
        await server.until(2, 3)
        began = time.monotonic()
        strict = "application/graphql-response+json"
        for accept, form in (("*/*", "application/json"), (strict, strict)):
            refused = await server.ask("a", accept=accept)
            assert refused.status_code == 503
            assert refused.headers["retry-after"] == "30"
            assert refused.headers["content-type"] == form
            (error,) = refused.json()["errors"]
            assert error["extensions"] == {"code": "OVERLOADED", "retryAfter": 30}
        assert time.monotonic() - began < 1
        assert server.gate.inside["a"] == 2
        server.gate.open.set()
        assert [(await one).text for one in taken] == ["of a"] * 5
        assert (server.overload.turns.running, server.overload.turns.waiting) == (0, 0)


async def test_one_that_floods_leaves_room_for_another() -> None:
    async with bounded(running=4, running_each=3, waiting=20, waiting_each=10) as server:
        flood = [server.ask("flood") for _ in range(30)]
        await server.until(3, 10)
        modest = [server.ask("modest") for _ in range(2)]
        await server.until(4, 11)
        assert server.gate.inside == {"flood": 3, "modest": 1}
        server.gate.open.set()
        assert [(await one).status_code for one in modest] == [200, 200]
        statuses = Counter([(await one).status_code for one in flood])
        assert statuses == {200: 13, 503: 17}
        assert "modest" in server.gate.served[:7]


async def test_one_that_waits_too_long_is_refused_and_leaves_the_queue() -> None:
    async with bounded(running=1, running_each=1, waiting=5, waiting_each=5, queue_seconds=0.2) as server:
        first = server.ask("a")
        await server.until(1, 0)
        assert (await server.ask("b")).status_code == 503
        assert (server.overload.turns.running, server.overload.turns.waiting) == (1, 0)
        server.gate.open.set()
        assert (await first).status_code == 200


async def test_one_that_sends_slowly_holds_nobody_up() -> None:
    async with bounded(running=1, running_each=1, waiting=0, waiting_each=0) as server:
        server.gate.open.set()
        _, slow = await asyncio.open_connection("127.0.0.1", server.port)
        slow.write(b"POST /graphql HTTP/1.1\r\nHost: x\r\nX-Who: slow\r\nContent-Length: 500\r\n\r\n{")
        await slow.drain()
        for _ in range(5):
            assert (await server.ask("a")).status_code == 200
        slow.close()
        await slow.wait_closed()
        assert server.overload.turns.running == 0


async def test_a_body_in_pieces_arrives_whole() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for number in range(20):
            yield f"{number} ".encode()
            await asyncio.sleep(0)

    async with bounded() as server:
        server.gate.open.set()
        response = await server.http.post("/graphql", content=pieces(), headers={"x-who": "a"})
        assert response.text == "".join(f"{number} " for number in range(20))


async def test_events_keep_a_place_among_sockets_and_no_turn() -> None:
    async with bounded(running=1, running_each=1, waiting=1, waiting_each=1) as server:
        stream = server.ask("a", accept="text/event-stream")
        await server.until(1, 0)
        assert server.overload.places.sockets == {"a": 1}
        server.gate.open.set()
        assert (await stream).status_code == 200
        await server.until(0, 0)
        assert not server.overload.places.sockets


async def test_a_turn_of_one_that_is_cancelled_goes_to_the_next() -> None:
    async with bounded(running=1, running_each=1, waiting=5, waiting_each=5) as server:
        operations = [asyncio.create_task(_operation(server.overload, who)) for who in "abc"]
        await server.until(1, 2)
        operations[1].cancel()
        await server.until(1, 1)
        operations[0].cancel()
        await server.until(1, 0)
        assert server.gate.inside["c"] == 1
        operations[2].cancel()
        await server.until(0, 0)


async def _operation(overload: Overload, who: str) -> None:
    viewer = Viewer(who, Role.VIEWER, who)
    scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": [], VIEWER: viewer}
    sent: asyncio.Queue[object] = asyncio.Queue()

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    await overload(scope, receive, sent.put)
