"""What can be wrong with a request: a small tree of errors, each a list of problems with a path, a code and a remedy.

Whatever else is raised is a fault of ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class ErrorCode(StrEnum):
    """Stable codes which clients may branch on."""

    BLANK = "BLANK"
    TOO_LONG = "TOO_LONG"
    EMPTY = "EMPTY"
    TOO_MANY = "TOO_MANY"
    OUT_OF_RANGE = "OUT_OF_RANGE"
    MALFORMED = "MALFORMED"
    REPEATED = "REPEATED"
    REQUIRED = "REQUIRED"
    NOT_FOUND = "NOT_FOUND"
    TAKEN = "TAKEN"
    ALREADY_RUNNING = "ALREADY_RUNNING"
    NOT_CANCELLABLE = "NOT_CANCELLABLE"
    CAMPAIGN_NOT_ACTIVE = "CAMPAIGN_NOT_ACTIVE"
    CONFLICT = "CONFLICT"
    REOPEN_REQUIRED = "REOPEN_REQUIRED"
    OVERLAPPING = "OVERLAPPING"
    IN_THE_PAST = "IN_THE_PAST"
    NOT_SCHEDULED = "NOT_SCHEDULED"
    NONEXISTENT_TIME = "NONEXISTENT_TIME"
    KEY_REUSED = "KEY_REUSED"
    NOT_UNDOABLE = "NOT_UNDOABLE"
    OTHER_CAMPAIGN = "OTHER_CAMPAIGN"
    SUPPRESSED = "SUPPRESSED"
    ALREADY_ENROLLED = "ALREADY_ENROLLED"
    UNWRITABLE = "UNWRITABLE"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. `path` leads into the input, in snake_case, e.g. `("criteria", "seed_urls", "0")`."""

    path: tuple[str, ...]
    code: ErrorCode
    message: str


class DomainError(Exception):
    """A request that cannot be carried out as it stands. Nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class InvalidInput(DomainError):
    """Values that break a rule, each named by its path."""


class NotFound(DomainError):
    """A named object does not exist, or the viewer may not know that it does."""

    def __init__(self, path: tuple[str, ...], what: str) -> None:
        super().__init__(Problem(path, ErrorCode.NOT_FOUND, f"There is no {what} with this id."))


class Conflict(DomainError):
    """The present state does not permit what was asked. `current` has that state: a payload's field and a row's id."""

    def __init__(
        self, path: tuple[str, ...], code: ErrorCode, message: str, current: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(Problem(path, code, message))
        self.current = current or {}
