"""From Strawberry's `Maybe` to the values of a patch."""

from typing import Protocol, TypeVar

from services.patch import ABSENT, Absent

T_co = TypeVar("T_co", covariant=True)


class Given(Protocol[T_co]):
    """What `strawberry.Maybe` is where the field was given: `strawberry.Some`."""

    @property
    def value(self) -> T_co:
        """The value, perhaps null."""
        ...


def patched(given: Given[T_co] | None) -> T_co | Absent:
    """The value given, ABSENT where the field was left out."""
    return ABSENT if given is None else given.value
