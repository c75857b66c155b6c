"""What became of operations, told to whoever watches over them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError

OK = "OK"
INVALID = "INVALID"
"""The outcome of what is no operation: it cannot be parsed, or the rules of GraphQL do not allow it."""


@dataclass(slots=True)
class Completed:
    """An operation that is over. Of subscriptions, the whole of it is told at its end.

    It is not frozen, since making a frozen one takes longer than counting it.
    """

    kind: str | None
    """`query`, `mutation` or `subscription`; None where it is unknown, for the document is no good."""
    name: str | None
    """As the client calls it, if it does."""
    document: str
    outcome: str
    """`OK`, or the code of its first error; INVALID where that has none."""
    seconds: float
    context: Any


Observer = Callable[[Completed], None]


def unobserved(_completed: Completed) -> None:
    """Watches over nothing."""


def outcome_of(errors: Sequence[GraphQLError] | None) -> str:
    """The outcome of an operation that ended with these."""
    if not errors:
        return OK
    return str((errors[0].extensions or {}).get("code", INVALID))
