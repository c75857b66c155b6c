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


@dataclass(slots=True)
class _Bucket:
    left: float
    when: float


class Points:
    """The buckets of a process. One which nobody used for long is full, so it can be forgotten."""

    def __init__(self, bounds: CostBounds, timer: Callable[[], float] = time.monotonic) -> None:
        self._bounds = bounds
        self._timer = timer
        self._buckets: dict[str, _Bucket] = {}

    def spend(self, credential: str, points: int) -> Spent:
        """Take points out of a bucket, or nothing where there are not enough."""
        now, restored = self._timer(), self._bounds.restored
        bucket = self._buckets.get(credential) or self._new(credential, now)
        left = bucket.left + (now - bucket.when) * restored
        if left > self._bounds.bucket:  # `min` takes as long as all else here
            left = float(self._bounds.bucket)
        bucket.left, bucket.when = left, now
        missing = points - left
        if missing > _ROUNDING:
            return Spent(points, int(left), restored, max(1, math.ceil(missing / restored)))
        bucket.left = left = left - points
        return Spent(points, int(left) if left > 0 else 0, restored, 0)

    def _new(self, credential: str, now: float) -> _Bucket:
        """Those used longest ago have to go, several at once, since looking for them takes a while."""
        if (known := len(self._buckets)) >= self._bounds.credentials:
            oldest = sorted(self._buckets, key=lambda one: self._buckets[one].when)
            for one in oldest[: 1 + known // 100]:
                del self._buckets[one]
        bucket = self._buckets[credential] = _Bucket(float(self._bounds.bucket), now)
        return bucket
