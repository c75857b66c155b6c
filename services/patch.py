"""Partial updates: a value that was not given is not the same as null."""

from enum import Enum
from typing import Final, Literal


class Absent(Enum):
    """The type of `ABSENT`; an enum of one member, so that type checkers can narrow by `is ABSENT`."""

    ABSENT = "ABSENT"


ABSENT: Final[Literal[Absent.ABSENT]] = Absent.ABSENT
"""Stands in a patch for a value that stays as it is."""
