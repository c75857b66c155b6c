"""A source which does what its script says: yields, waits, raises."""

import asyncio
from collections.abc import AsyncIterator, Sequence

from sources.protocol import Availability, Batch, Capabilities, FoundProfile, SearchCriteria

Step = Batch | BaseException | asyncio.Event
FOREVER = asyncio.Event


class ScriptedSource:
    """Every search plays the next script, the last one again and again."""

    capabilities = Capabilities("Plays a script.", searches=True, looks_up=False)

    def __init__(self, *scripts: Sequence[Step], platform: str = "WEB", reason_unavailable: str | None = None) -> None:
        self.platform = platform
        self.checkpoints: list[str | None] = []
        """Where each search was told to resume."""
        self.criteria: list[SearchCriteria] = []
        self.reached = [asyncio.Event() for script in scripts for _ in script]
        """Set as a step begins, all scripts' steps in a row."""
        self.closed = 0
        """How many searches have ended, whatever the way."""
        self._scripts = scripts
        self._reason_unavailable = reason_unavailable

    def availability(self) -> Availability:
        """As told at the start."""
        return Availability(self._reason_unavailable is None, self._reason_unavailable)

    async def search(self, criteria: SearchCriteria, *, checkpoint: str | None = None) -> AsyncIterator[Batch]:
        """Play the next script."""
        number = min(len(self.checkpoints), len(self._scripts) - 1)
        self.checkpoints.append(checkpoint)
        self.criteria.append(criteria)
        first = sum(len(script) for script in self._scripts[:number])
        try:
            for index, step in enumerate(self._scripts[number]):
                self.reached[first + index].set()
                if isinstance(step, Batch):
                    yield step
                elif isinstance(step, asyncio.Event):
                    await step.wait()
                else:
                    raise step
        finally:
            self.closed += 1


def person(name: str, **known: object) -> FoundProfile:
    """A profile whose handle is the name in lower case."""
    handle = name.lower()
    return FoundProfile(handle, f"https://people.example/{handle}", name, **known)  # type: ignore[arg-type]


def people(*names: str, checkpoint: str | None = None, requests: int = 1) -> Batch:
    """A batch of persons."""
    return Batch(tuple(person(name) for name in names), requests_made=requests, checkpoint=checkpoint)
