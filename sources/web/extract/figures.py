"""Counts and moments as they stand in markup."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

MAX_COUNT = 2**31 - 1
"""GraphQL's Int and PostgreSQL's integer end here; no account has more followers."""

_GROUPED = re.compile(r"\d{1,3}(?:[., '\u00a0\u202f\u2019]\d{3})+|\d+")
_ABBREVIATED = re.compile(r"(\d+(?:[.,]\d)?)\s*([kKmM])")
_THOUSANDS = {"k": 1_000, "m": 1_000_000}
_DATE_LENGTH = 40
_CLOCK_SKEW = timedelta(days=1)
_OFFSET_WITHOUT_COLON = re.compile(r"([+-]\d{2})(\d{2})\Z")


def whole_count(raw: str) -> int | None:
    """A count such as `1234`, `1,234`, `1 234.0` or `12.3k`; None where it is none or no number of people."""
    raw = raw.strip()[:_DATE_LENGTH]
    if abbreviated := _ABBREVIATED.fullmatch(raw):
        count = round(float(abbreviated[1].replace(",", ".")) * _THOUSANDS[abbreviated[2].lower()])
    elif _GROUPED.fullmatch(raw.removesuffix(".0")):
        count = int("".join(filter(str.isdecimal, raw.removesuffix(".0"))))
    else:
        return None
    return count if count <= MAX_COUNT else None


def moment(raw: str) -> datetime | None:
    """An ISO 8601 date or time as aware UTC. A date is its midnight; a time without an offset is taken as UTC."""
    try:
        parsed = datetime.fromisoformat(_OFFSET_WITHOUT_COLON.sub(r"\1:\2", raw.strip()[:_DATE_LENGTH]))
        return parsed.astimezone(UTC) if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def latest_moment(raw: Iterable[str], retrieved_at: datetime) -> datetime | None:
    """The latest of several, leaving out what lies after the page was retrieved: nobody has been active tomorrow."""
    moments = (found for found in map(moment, raw) if found is not None and found <= retrieved_at + _CLOCK_SKEW)
    return max(moments, default=None)
