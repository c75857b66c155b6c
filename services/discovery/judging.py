"""Whom of those found a job keeps."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.discovery.profile_rows import is_keepable, row
from services.matching import match
from sources.protocol import FoundProfile, SearchCriteria


@dataclass(frozen=True, slots=True)
class Judged:
    """A batch's profiles, each handle once."""

    rows: dict[str, dict[str, Any]]
    """By handle, the rows to keep, in the order in which they were found."""
    turned_down: frozenset[str]
    """The handles of those known to fail a hard minimum."""


_LONGEST_SLICE = 0.005
"""In seconds. Matching takes a millisecond or two a profile, and the server may share the event loop."""


async def judge(profiles: Iterable[FoundProfile], criteria: SearchCriteria, now: datetime) -> Judged:
    """Match each profile against the criteria. Where a handle comes twice, the last is the whole content.

    Others on the event loop get their turn every few milliseconds.
    """
    time = asyncio.get_running_loop().time
    began = time()
    latest = {profile.handle: profile for profile in profiles if is_keepable(profile)}
    rows: dict[str, dict[str, Any]] = {}
    turned_down = set()
    for handle, profile in latest.items():
        verdict = match(profile, criteria, now)
        if verdict.rejected is None:
            rows[handle] = row(profile, verdict)
        else:
            turned_down.add(handle)
        if time() - began > _LONGEST_SLICE:
            await asyncio.sleep(0)
            began = time()
    return Judged(rows, frozenset(turned_down))
