"""Free slots: a host's working hours less what is booked and held."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, islice

import orjson

from services.appointments.drafts import LONGEST, SHORTEST, checked_host, checked_length
from services.appointments.rules import AppointmentRules
from services.appointments.working_hours import Interval, working_intervals
from services.appointments.zones import moment, zone_of
from services.errors import ErrorCode
from services.transaction import reading
from services.validation import Findings

LONGEST_SPAN = timedelta(days=31)
MOST_SLOTS = 500

_HOST = "SELECT id, time_zone, working_hours FROM hosts WHERE lower(name) = lower($1)"

_BUSY = """
SELECT starts_at, ends_at FROM appointments WHERE host_id = $1 AND status = 'SCHEDULED'
    AND starts_at > $2::timestamptz - interval '12 hours' AND starts_at < $3 AND ends_at > $2
UNION ALL
SELECT starts_at, ends_at FROM slot_holds WHERE host_id = $1 AND expires_at > $4 AND starts_at < $3 AND ends_at > $2
ORDER BY starts_at
"""


@dataclass(frozen=True, slots=True)
class SlotQuestion:
    """When somebody might come. Slots begin `step_minutes` apart from the beginning of working hours on.

    They follow each other, where nothing is said about steps.
    """

    begin: datetime
    end: datetime
    duration_minutes: int
    host: str
    step_minutes: int | None = None


async def free_slots(question: SlotQuestion, now: datetime, rules: AppointmentRules) -> list[Interval]:
    """At most 500 free slots within the time asked about, the first to come first; none that has begun.

    Who was never named has the hours which everybody has at first. Raises InvalidInput.
    """
    findings = Findings()
    begin = moment(findings, ("from",), question.begin)
    end = moment(findings, ("to",), question.end)
    length = checked_length(findings, question.duration_minutes)
    step = findings.whole_number(("step_minutes",), question.step_minutes, SHORTEST, LONGEST)
    host = checked_host(findings, question.host)
    if begin and end and not timedelta(0) < end - begin <= LONGEST_SPAN:
        message = f"This must be after `from`, by at most {LONGEST_SPAN.days} days."
        findings.add(("to",), ErrorCode.OUT_OF_RANGE, message)
    findings.raise_if_any()
    assert begin is not None, "what is wrong with it was raised"
    assert end is not None, "likewise"
    begin = max(begin, now)
    async with reading() as connection:
        row = await connection.fetchrow(_HOST, host)
        busy = await connection.fetch(_BUSY, row["id"], begin, end, now) if row else []
    week = orjson.loads(row["working_hours"]) if row else rules.working_hours
    zone = zone_of(row["time_zone"] if row else rules.time_zone)
    if begin >= end:
        return []
    working = working_intervals(week, zone, begin, end)
    slots = _slots(working, length, timedelta(minutes=step) if step else length)
    taken = _Taken([(one["starts_at"], one["ends_at"]) for one in busy])
    free = (slot for slot in slots if slot[0] >= begin and slot[1] <= end and not taken.touch(slot))
    return list(islice(free, MOST_SLOTS))


def _slots(working: Sequence[Interval], length: timedelta, step: timedelta) -> Iterator[Interval]:
    for start, end in working:
        for number in range((end - start - length) // step + 1):
            begin = start + number * step
            yield begin, begin + length


class _Taken:
    """Times which are taken, in order of their beginnings."""

    def __init__(self, intervals: Sequence[Interval]) -> None:
        self._starts = [start for start, _ in intervals]
        self._latest_ends = list(accumulate((end for _, end in intervals), max))

    def touch(self, slot: Interval) -> bool:
        """Whether anything of the slot is taken."""
        begun_before_its_end = bisect_left(self._starts, slot[1])
        return begun_before_its_end > 0 and self._latest_ends[begun_before_its_end - 1] > slot[0]
