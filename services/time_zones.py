"""Time zones in input, by their IANA names."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from services.errors import ErrorCode
from services.validation import Findings, Path

LONGEST_NAME = 64
_NOT_IANA = frozenset(("localtime", "Factory"))
"""What some systems keep among their zones, and what says that none was chosen."""


def time_zone_name(findings: Findings, path: Path, value: str | None) -> str | None:
    """The zone's name in its own spelling, whatever the case of the letters given; None, with a finding, for others."""
    text = findings.optional_text(path, value, LONGEST_NAME)
    if text is None or len(text) > LONGEST_NAME:
        return None
    name = _names().get(text.lower())
    if name is None:
        findings.add(path, ErrorCode.MALFORMED, "This must be an IANA time zone, such as Europe/Lisbon.")
    return name


def zone_named(name: str | None) -> ZoneInfo | None:
    """The zone of this name as it is kept; None where there is none, as of one that a newer system wrote."""
    return ZoneInfo(name) if name is not None and name.lower() in _names() else None


@cache
def _names() -> dict[str, str]:
    return {name.lower(): name for name in available_timezones() - _NOT_IANA}
