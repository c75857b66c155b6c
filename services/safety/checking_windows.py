"""Which send windows and time zones are possible."""

import re
from datetime import time

from services.errors import ErrorCode
from services.patch import ABSENT, Absent
from services.safety.patches import WindowPatch
from services.safety.settings import SendWindow
from services.time_zones import time_zone_name
from services.validation import Findings, Path

_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_END_OF_DAY = "24:00"


def changed_window(
    findings: Findings, path: Path, window: SendWindow | None, patch: WindowPatch | Absent | None
) -> SendWindow | None:
    """The window with what the patch names changed. Where there was none, what is not named is as in the default."""
    if patch is ABSENT:
        return window
    if patch is None:
        return None
    present = window or SendWindow()
    days = present.days if patch.days is ABSENT else frozenset(patch.days)
    if not days:
        findings.add(
            (*path, "days"), ErrorCode.EMPTY, "A window needs a day at least; to send nothing, pause outreach."
        )
    return SendWindow(
        start=_checked_time(findings, (*path, "start"), present.start, patch.start),
        end=_checked_end(findings, (*path, "end"), present.end, patch.end),
        days=days,
        use_lead_time_zone=(
            present.use_lead_time_zone if patch.use_lead_time_zone is ABSENT else patch.use_lead_time_zone
        ),
    )


def checked_zone(findings: Findings, path: Path, present: str, given: str | Absent) -> str:
    """The name of a zone in its own spelling; the present one where none is given, or something else."""
    if given is ABSENT:
        return present
    if not given.strip():
        findings.add(path, ErrorCode.BLANK, "This must not be blank.")
        return present
    return time_zone_name(findings, path, given) or present


def _checked_time(findings: Findings, path: Path, present: time, given: str | Absent) -> time:
    if given is ABSENT:
        return present
    found = _TIME.fullmatch(given)
    if found is None:
        findings.add(path, ErrorCode.MALFORMED, "This must be a time of day, such as 09:00.")
        return present
    return time(int(found[1]), int(found[2]))


def _checked_end(findings: Findings, path: Path, present: time, given: str | Absent) -> time:
    """The end of a day is the midnight with which the next one begins."""
    return time() if given == _END_OF_DAY else _checked_time(findings, path, present, given)
