"""Points that credentials may spend, in a bucket each, which fills again with time."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from resolvers.limits.bounds import CostBounds

_ROUNDING = 1e-3
"""Points. Whoever waits as long as was said is let in, though a sum of times is a little less than it should be."""


@dataclass(slots=True)
class Spent:
    """What became of a bucket."""

    requested: int
    available: int
    """What is left."""
    restored: int
    """What comes back each second."""
    retry_after: int
    """Seconds until there is enough; 0 where there was."""

    @property
    def told(self) -> dict[str, int]:
        """As clients see it, in `extensions.cost`."""
        return {"requested": self.requested, "available": self.available, "restoreRate": self.restored}


class Points:
    """The buckets of a process. One which nobody used for long is full, so the oldest can be forgotten."""

    def __init__(self, bounds: CostBounds, timer: Callable[[], float] = time.monotonic) -> None:
        self._bounds = bounds
        self._timer = timer
        self._buckets: dict[str, tuple[float, float]] = {}
        """By credentials, what was left, and when; the ones used last are last."""

    def spend(self, credential: str, points: int) -> Spent:
        """Take points out of a bucket, or nothing where there are not enough."""
        now, most, restored = self._timer(), self._bounds.bucket, self._bounds.restored
        known = self._buckets.pop(credential, None)
        left = float(most) if known is None else min(most, known[0] + (now - known[1]) * restored)
        missing = points - left
        if known is None and len(self._buckets) >= self._bounds.credentials:
            del self._buckets[next(iter(self._buckets))]
        if missing > _ROUNDING:
            self._buckets[credential] = left, now
            return Spent(points, int(left), restored, max(1, math.ceil(missing / restored)))
        self._buckets[credential] = left - points, now
        return Spent(points, max(0, int(left - points)), restored, 0)
