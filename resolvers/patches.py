"""From Strawberry's `Maybe` to the values of a patch."""

from typing import TypeVar

import strawberry

from services.patch import ABSENT, Absent

T = TypeVar("T")


def patched(given: strawberry.Some[T] | None) -> T | Absent:
    """The value given, ABSENT where the field was left out."""
    return ABSENT if given is None else given.value
