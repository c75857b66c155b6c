"""How many operations there were, how they ended, and how long they took: kept as plain numbers, read now and then.

prometheus-client's own counters take several microseconds an operation, which shows beside a point read.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from pushdown import Completed

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The upper bounds of what latencies are told apart by; one more is without a bound."""
OTHERS = "(other)"
"""What operations are called together beyond the names which are counted."""
NAMELESS = ""
_UNKNOWN = "unknown"

Operation = tuple[str, str]
"""Its kind and its name."""


@dataclass(slots=True)
class Latencies:
    """A histogram, in the bounds of SECONDS."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(SECONDS) + 1))
    total: float = 0.0
    """Seconds."""


class OperationMeasures:
    """An observer of operations. Names are clients' own, so only the first `names` of them are told apart."""

    def __init__(self, names: int) -> None:
        self._names = names
        self._known: set[str] = {NAMELESS}
        self.outcomes: Counter[tuple[str, str, str]] = Counter()
        """By kind, name and outcome."""
        self.latencies: dict[Operation, Latencies] = {}
        """Of queries and mutations. A subscription lasts as long as its client likes."""

    def __call__(self, completed: Completed) -> None:
        """Count an operation."""
        kind, name = completed.kind or _UNKNOWN, completed.name or NAMELESS
        if name not in self._known:
            name = self._told_apart(name)
        self.outcomes[kind, name, completed.outcome] += 1
        if kind == "subscription":
            return
        latencies = self.latencies.get((kind, name))
        if latencies is None:
            latencies = self.latencies[kind, name] = Latencies()
        latencies.counts[bisect_left(SECONDS, completed.seconds)] += 1
        latencies.total += completed.seconds

    def _told_apart(self, name: str) -> str:
        if len(self._known) > self._names:
            return OTHERS
        self._known.add(name)
        return name
