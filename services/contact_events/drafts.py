"""Contact events as they are to be, and what is wrong with them."""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from models import Channel, ContactDirection
from services.errors import ErrorCode
from services.patch import ABSENT, Absent
from services.validation import Findings

LONGEST_SUMMARY = 10_000
LONGEST_KEY = 200
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
FURTHEST_AHEAD = timedelta(days=1)
"""Clocks differ, and so do the days of time zones; what lies further ahead has not happened."""


@dataclass(frozen=True, slots=True)
class ContactEventDraft:
    """A message or a call to be noted. It happened just now, unless `occurred_at` says when.

    Whoever logs under an `idempotency_key` again gets the first event.
    """

    lead_id: int
    channel: Channel
    direction: ContactDirection
    summary: str
    occurred_at: datetime | None = None
    idempotency_key: str | None = None


@dataclass(frozen=True, slots=True)
class ContactEventPatch:
    """What to change about an event; whatever is ABSENT stays. None is refused, since an event has all of these."""

    summary: str | Absent | None = ABSENT
    channel: Channel | Absent | None = ABSENT
    direction: ContactDirection | Absent | None = ABSENT
    occurred_at: datetime | Absent | None = ABSENT


def checked_draft(findings: Findings, draft: ContactEventDraft, at: datetime) -> ContactEventDraft:
    """The draft with its texts tidied."""
    key = draft.idempotency_key
    if key is not None:
        key = findings.required_text(("idempotency_key",), key, LONGEST_KEY)
    if draft.occurred_at is not None:
        _check_time(findings, draft.occurred_at, at)
    summary = findings.required_text(("summary",), draft.summary, LONGEST_SUMMARY)
    return replace(draft, summary=summary, idempotency_key=key)


def checked_patch(findings: Findings, patch: ContactEventPatch, at: datetime) -> dict[str, Any]:
    """What is to be changed, by name, its text tidied."""
    values: dict[str, Any] = {name: value for name, value in asdict(patch).items() if value is not ABSENT}
    for name, value in values.items():
        if value is None:
            findings.add((name,), ErrorCode.REQUIRED, "This can be changed, but not emptied.")
    if (occurred_at := values.get("occurred_at")) is not None:
        _check_time(findings, occurred_at, at)
    if (summary := values.get("summary")) is not None:
        values["summary"] = findings.required_text(("summary",), summary, LONGEST_SUMMARY)
    return values


def _check_time(findings: Findings, occurred_at: datetime, at: datetime) -> None:
    if not EARLIEST <= occurred_at <= at + FURTHEST_AHEAD:
        message = f"This must lie between the year {EARLIEST.year} and a day from now."
        findings.add(("occurred_at",), ErrorCode.OUT_OF_RANGE, message)
