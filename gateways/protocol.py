"""What a gateway is given, and what it answers."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Outcome(StrEnum):
    """What became of a message."""

    SENT = "SENT"
    """Whoever it was handed to has taken it over."""
    WITHHELD = "WITHHELD"
    """It was not to be handed over any more. Nothing went out."""
    TEMPORARY_FAILURE = "TEMPORARY_FAILURE"
    """Nothing went out. It may at another time, or once something about us is mended."""
    PERMANENT_FAILURE = "PERMANENT_FAILURE"
    """Nothing went out, nor will it ever to this address."""
    UNKNOWN = "UNKNOWN"
    """It was handed over, and nobody answered: it may have gone out."""


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail to be sent. Its texts are anybody's: whatever they hold is text, and neither header nor markup."""

    message_id: str
    """In angle brackets. The same however often it is tried."""
    to: str
    """The address alone."""
    subject: str
    body: str
    """Plain text."""
    at: datetime
    unsubscribe_url: str
    references: Sequence[str] = ()
    """The Message-IDs of what was sent before in the same thread, the oldest first: it replies to the last."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a message, and what the other side said."""

    outcome: Outcome
    code: int | None = None
    response: str | None = None


HandOver = Callable[[], Awaitable[bool]]
"""Asked when all is ready and before anything of a message leaves: whether it still may. Notes that it does."""


class Gateway(Protocol):
    """Hands messages over, one at a time."""

    async def deliver(self, letter: Letter, hand_over: HandOver) -> Delivery:
        """Deliver a message. Raises nothing which the other side could bring about; `hand_over` is asked once at most.

        Cancelled after `hand_over` said yes, it leaves behind what nobody knows.
        """
        ...

    async def close(self) -> None:
        """Give connections up."""
        ...
