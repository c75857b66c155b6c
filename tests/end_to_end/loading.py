"""Load on a server that does not wait for answers: so much a second, whatever becomes of it."""

import asyncio
import time
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass, field

import aiohttp


@dataclass(slots=True)
class Outcome:
    """What became of operations."""

    statuses: Counter[int] = field(default_factory=Counter)
    accepted: list[float] = field(default_factory=list)
    """Seconds which each took that was accepted."""
    refused: list[float] = field(default_factory=list)
    """Seconds which each took that was refused."""
    closed: int = 0
    """Those whose connection was closed before they were read."""
    wrong: list[str] = field(default_factory=list)
    """Answers that are neither data nor a refusal as it has to be."""

    def slowest(self, share: float = 0.99) -> float:
        """Seconds within which this share of what was accepted was answered."""
        return sorted(self.accepted)[int(len(self.accepted) * share)]


@dataclass(frozen=True, slots=True)
class Load:
    """Sends one operation over and over."""

    http: aiohttp.ClientSession
    url: str
    query: str
    headers: dict[str, str]

    async def once(self, outcome: Outcome) -> None:
        """Ask once."""
        began = time.perf_counter()
        try:
            async with self.http.post(self.url, json={"query": self.query}, headers=self.headers) as response:
                answer = await response.json(content_type=None)
        except aiohttp.ServerDisconnectedError:
            outcome.closed += 1  # an idle connection, which the server closed just when it was to be used again
            return
        except aiohttp.ClientError as error:
            outcome.wrong.append(repr(error))
            return
        took = time.perf_counter() - began
        outcome.statuses[response.status] += 1
        if response.status == 200 and "errors" not in answer:
            outcome.accepted.append(took)
        elif response.status == 503 and answer["errors"][0]["extensions"]["code"] == "OVERLOADED":
            outcome.refused.append(took)
            if not response.headers.get("retry-after", "").isdigit():
                outcome.wrong.append("without Retry-After")
        else:
            outcome.wrong.append(f"{response.status}: {answer}")

    async def sustained(self, seconds: float, clients: int = 16) -> float:
        """Operations a second where so many clients each wait for their answers."""
        outcome, began = Outcome(), time.perf_counter()

        async def ask() -> None:
            while time.perf_counter() < began + seconds:
                await self.once(outcome)

        await _all([ask() for _ in range(clients)])
        assert not outcome.wrong, outcome.wrong[0]
        return len(outcome.accepted) / (time.perf_counter() - began)

    async def pressed(self, per_second: float, seconds: float) -> Outcome:
        """So many a second, each sent when it is due."""
        outcome, began, sent = Outcome(), time.perf_counter(), 0
        async with asyncio.TaskGroup() as tasks:
            while (now := time.perf_counter() - began) < seconds:
                while sent < now * per_second:
                    tasks.create_task(self.once(outcome))
                    sent += 1
                await asyncio.sleep(0.002)
        return outcome


async def _all(asked: list[Coroutine[None, None, None]]) -> None:
    async with asyncio.TaskGroup() as tasks:
        for one in asked:
            tasks.create_task(one)
