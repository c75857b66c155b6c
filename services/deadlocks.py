"""Beginning again after a deadlock, of which PostgreSQL ends one side: all of it was rolled back, nothing is lost."""

import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

import asyncpg

P = ParamSpec("P")
T = TypeVar("T")

ATTEMPTS = 5


def again_after_deadlocks(write: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
    """A function that opens a transaction of its own, called anew where it was the side that had to give way."""

    @functools.wraps(write)
    async def attempt(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(ATTEMPTS - 1):
            try:
                return await write(*args, **kwargs)
            except asyncpg.DeadlockDetectedError:
                continue
        return await write(*args, **kwargs)

    return attempt
