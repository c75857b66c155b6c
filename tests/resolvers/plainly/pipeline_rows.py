"""Rows of what happens to leads: hosts and their appointments, messages, moves through the funnel, merges."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID

import models
from tests.resolvers.plainly import odd_pipeline, rubbish
from tests.resolvers.plainly.columns import (
    cycled,
    few,
    key,
    moment,
    short,
    text,
    then,
    unknown,
    website,
    with_json,
)

_SOUND_HOSTS, _SOUND_MERGES = 9, 14
_HOSTS = _SOUND_HOSTS + len(odd_pipeline.ODD_HOURS)
_MERGES = _SOUND_MERGES + len(odd_pipeline.ODD_ABSORBED)
_EVENTS, _REPLIES, _APPOINTMENTS, _MOVES = 70, 41, 56, 130
ODD_ROWS = {"Host": len(odd_pipeline.ODD_HOURS), "LeadMerge": len(odd_pipeline.ODD_ABSORBED)}

PLAIN_HOSTS = ("Ada", "Bo O'Neil", "Cy")
"""Hosts whose names and hours are as they should be, so that free slots can be asked for."""


async def fill(leads: Sequence[models.Lead], now: datetime) -> None:
    """Write them. `now` is when slots are held."""
    hosts = [await _host(number) for number in range(_HOSTS)]
    await _holds(hosts[0], now)
    for number in range(_EVENTS):
        await _event(number, leads)
    for number in range(_REPLIES):
        await _reply(number, leads)
    await _appointments(leads, hosts, now)
    await _stage_changes(leads, datetime.now(UTC))
    for number in range(_MERGES):
        await _merge(number, leads)


async def _host(number: int) -> models.Host:
    odd = number - _SOUND_HOSTS
    host = await models.Host.create(
        **key(number, _HOSTS),
        name=PLAIN_HOSTS[number] if number < len(PLAIN_HOSTS) else f"{short()[:190]} {number}",
        time_zone=["Europe/Lisbon", "America/New_York", "Asia/Kolkata"][number % 3],
        working_hours={},
        feed_digest=f"{number:064}" if number % 2 else None,
        created_at=moment(),
        updated_at=moment(),
    )
    hours = odd_pipeline.ODD_HOURS[odd] if odd >= 0 else odd_pipeline.HOURS[number % len(odd_pipeline.HOURS)]
    return await with_json(host, "working_hours", hours)


async def _holds(host: models.Host, now: datetime) -> None:
    """Two slots are held, one of them no more."""
    for number, expires_at in enumerate((now + timedelta(minutes=5), now)):
        starts_at = now.replace(hour=14 + number, minute=20, second=0)
        await models.SlotHold.create(
            host=host,
            token=UUID(int=number),
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=25),
            expires_at=expires_at,
        )


async def _event(number: int, leads: Sequence[models.Lead]) -> None:
    await models.ContactEvent.create(
        **key(number, _EVENTS, rubbish.KEYS_IN_TIMELINE),
        lead=leads[1 if number % 2 else number % 17],
        channel=list(models.Channel)[number % 6],
        direction=list(models.ContactDirection)[number % 3 // 2],
        summary=text(),
        occurred_at=moment(),
        created_at=moment(),
        actor=few(),
    )


async def _reply(number: int, leads: Sequence[models.Lead]) -> None:
    kind = list(models.ReplyKind)[number % 3]
    events = await models.ContactEvent.all().order_by("id").limit(5)
    await models.Reply.create(
        **key(number, _REPLIES),
        key=f"<{number}@team.example>",
        lead=leads[1 if number % 2 else number % 17],
        contact_event=events[number % 5] if kind is models.ReplyKind.REPLY and number % 4 else None,
        channel=list(models.Channel)[number % 6],
        kind=kind,
        intent=list(models.ReplyIntent)[number % 4] if kind is models.ReplyKind.REPLY else None,
        permanent=[None, False, True][number % 3],
        reason=text(),
        sender=unknown(),
        subject=unknown(),
        text=text(),
        received_at=moment(),
        created_at=moment(),
        actor=short(),
    )


_beginning = cycled(moment for moment in rubbish.MOMENTS if moment.year < 5_000)
_lasting = cycled(
    (
        timedelta(minutes=30),
        timedelta(minutes=5, microseconds=1),
        timedelta(minutes=5, seconds=59, microseconds=999_999),
        timedelta(minutes=5),
        timedelta(hours=11, minutes=59, seconds=59, microseconds=999_999),
        timedelta(hours=12),
    )
)


async def _appointments(leads: Sequence[models.Lead], hosts: Sequence[models.Host], now: datetime) -> None:
    """Those that stand leave their lead and their host alone with each other."""
    booked: set[tuple[int, datetime]] = set()
    for number in range(_APPOINTMENTS):
        starts_at, lasting = _beginning(), _lasting()
        host = None if number % 5 == 4 else hosts[number % 7]
        status = list(models.AppointmentStatus)[number % 4]
        if host and status is models.AppointmentStatus.SCHEDULED:
            day = starts_at.replace(hour=0, minute=0, second=0, microsecond=0)
            host = None if (host.id, day) in booked else host
            booked |= {(host.id, day)} if host else set()
        values = {"lead": leads[2 if number % 2 else number % 13], "host": host, "status": status}
        await _appointment(number, starts_at=starts_at, ends_at=starts_at + lasting, **values)
    for number in range(4):  # soon, so that they are in the way of free slots
        starts_at = now.replace(hour=0, minute=0, second=0) + timedelta(days=2 + number // 2, hours=10 + 2 * number)
        await _appointment(
            _APPOINTMENTS + number,
            lead=leads[20 + number],
            host=hosts[0],
            status=models.AppointmentStatus.CANCELLED if number == 1 else models.AppointmentStatus.SCHEDULED,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=40 + 20 * number),
        )


async def _appointment(number: int, **values: Any) -> None:
    await models.Appointment.create(
        **key(number, _APPOINTMENTS + 4, rubbish.KEYS_IN_TIMELINE),
        title=short(),
        time_zone=["Europe/Lisbon", "no zone", ""][number % 3],
        location=unknown(),
        calendar_link=website(),
        notes=unknown(),
        cancel_reason=unknown(),
        uid=UUID(int=number),
        sequence=[0, 1, 2**31 - 1][number % 3],
        created_at=moment(),
        updated_at=moment(),
        **values,
    )


_STAYS = (timedelta(), timedelta(seconds=337.5), timedelta(days=1), timedelta(days=1.5), timedelta(days=3651.01953125))
"""Days and 256ths of them, so that no computation of them is rounded."""
_AGES = (-1.0, 0.04, 1.0, 6.5, 6.5, 8.0, 29.5, 30.5, 31.0)
"""Days ago; none of them just where a period ends."""


async def _stage_changes(leads: Sequence[models.Lead], now: datetime) -> None:
    """Every lead but the last few came into the funnel; some moved often, as no rule would let them."""
    moves = list(permutations(models.LeadStage, 2))
    later, stay = cycled(now - timedelta(days=age) for age in _AGES), cycled(_STAYS)
    for number, lead in enumerate([*leads[:-5], *(leads[number % 7] for number in range(_MOVES))]):
        first = number < len(leads) - 5
        at = later() if number % 3 else moment()
        came_from, to = (None, moves[number % 30][1]) if first else moves[number % 30]
        lasted = timedelta() if at.year < 20 else stay()
        await models.StageChange.create(
            **key(number, len(leads) - 5 + _MOVES, rubbish.KEYS_IN_TIMELINE),
            lead=lead,
            campaign_id=lead.campaign_id,  # type: ignore[attr-defined]
            from_stage=came_from,
            to_stage=to,
            reason=f"{number} {text()}",
            actor=short(),
            entered_from_at=None if first else at - lasted,
            at=at,
        )


async def _merge(number: int, leads: Sequence[models.Lead]) -> None:
    odd = number - _SOUND_MERGES
    lead = leads[3 if number % 2 else number % 19]
    merge = await models.LeadMerge.create(
        **key(number, _MERGES, rubbish.KEYS_IN_TIMELINE),
        lead=lead,
        campaign_id=lead.campaign_id,  # type: ignore[attr-defined]
        before={},
        after={},
        absorbed=[],
        actor=short(),
        merged_at=rubbish.EARLIEST if odd >= 0 else moment(),
        undone_at=then(),
        undone_by=few(),
    )
    absorbed = odd_pipeline.ODD_ABSORBED[odd] if odd >= 0 else odd_pipeline.ABSORBED[number % 4]
    await with_json(merge, "absorbed", absorbed)
