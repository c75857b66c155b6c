"""A few dozen rows of every table: ties in every ordering, unknown values, empty relations, and rubbish in every text.

Rows whose JSON is not as it should be come last where nothing else is asked for, since one of them can make the whole
answer null.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import cycle
from typing import Any, TypeVar

from tortoise import Tortoise
from tortoise.models import Model

import models
from tests.resolvers.plainly import odd_json, rubbish

T = TypeVar("T")
M = TypeVar("M", bound=Model)

_ENDED = (models.DiscoveryJobStatus.DONE, models.DiscoveryJobStatus.FAILED, models.DiscoveryJobStatus.CANCELLED)


def _cycled(values: Iterable[T]) -> Callable[[], T]:
    """Each value in turn. Columns have values of different numbers, so that their combinations vary."""
    return cycle(values).__next__


def _key(position: int, among: int) -> dict[str, Any]:
    """Large keys for the last rows; the others count from 1."""
    large = position - among + len(rubbish.KEYS)
    return {"id": rubbish.KEYS[large]} if large >= 0 else {"id": position + 1}


_short = _cycled(rubbish.SHORT_TEXTS)
_text = _cycled(rubbish.LONG_TEXTS)
_unknown = _cycled((None, *rubbish.LONG_TEXTS, None))
_few = _cycled((None, *rubbish.SHORT_TEXTS))
_email = _cycled((None, "ada@people.example", '"o\'brien\\"@people.example', "ünï@people.example", "", None))
_phone = _cycled((None, "+351210000000", "'; --", ""))
_url = _cycled(rubbish.URLS)
_website = _cycled((None, *rubbish.URLS))
_moment = _cycled(rubbish.MOMENTS)
_then = _cycled((None, *rubbish.MOMENTS, None))
_score = _cycled(rubbish.SCORES)
_followers = _cycled(rubbish.FOLLOWERS)
_count = _cycled(rubbish.COUNTS)
_provenance = _cycled(odd_json.PROVENANCE)


async def _with_json(row: M, column: str, text: str) -> M:
    """The row with any JSON in a column, as it is written. Tortoise takes texts in JSON for JSON themselves."""
    statement = f'UPDATE "{row._meta.db_table}" SET "{column}" = $1::text::jsonb WHERE id = $2'
    await Tortoise.get_connection("default").execute_query(statement, [text, row.pk])
    return row


async def _scatter(table: str) -> None:
    """Store some rows behind others with larger keys, for rows often come in the order in which they are stored."""
    await Tortoise.get_connection("default").execute_query(f'UPDATE "{table}" SET id = id WHERE id % 3 = 1')


async def fill() -> None:
    """Put rows into every table that can be read."""
    campaigns = [await _campaign(number) for number in range(_CAMPAIGNS)]
    jobs = [await _job(number, campaigns) for number in range(_JOBS)]
    for number, job in enumerate(jobs):
        for platform in list(models.Platform)[: number * 3 % 8]:
            await _source_run(job, platform)
    leads = [await _lead(number, campaigns) for number in range(_LEADS)]
    for number in range(_PROFILES):
        await _profile(number, jobs, leads)
    for number in range(_EVENTS):
        await _event(number, leads)
    for number in range(_APPOINTMENTS):
        await _appointment(number, leads)
    for number in range(_CHANGES):
        await _change(number, campaigns)
    for table in ("source_runs", "discovered_profiles", "leads"):
        await _scatter(table)


_CAMPAIGNS, _SOUND_JOBS, _SOUND_LEADS, _SOUND_PROFILES = 26, 20, 50, 66
_JOBS = _SOUND_JOBS + len(odd_json.ODD_CRITERIA)
_LEADS = _SOUND_LEADS + len(odd_json.ODD_PROVENANCE)
_ODD_PROFILES = (
    *(("match_reasons", text) for text in odd_json.ODD_REASONS),
    *(("provenance", text) for text in odd_json.ODD_PROVENANCE),
    *(("links", text) for text in odd_json.ODD_LINKS),
)
_PROFILES = _SOUND_PROFILES + len(_ODD_PROFILES)
ODD_ROWS = {
    "DiscoveryJob": len(odd_json.ODD_CRITERIA),
    "Lead": len(odd_json.ODD_PROVENANCE),
    "DiscoveredProfile": len(_ODD_PROFILES),
}
"""How many of a type's last rows have JSON that is not as it should be."""
_EVENTS, _APPOINTMENTS, _CHANGES = 70, 56, 48


async def _campaign(number: int) -> models.Campaign:
    """Some have many jobs and leads, some few, some none."""
    name = rubbish.SHORT_TEXTS[number % len(rubbish.SHORT_TEXTS)]
    taken = number >= len(rubbish.SHORT_TEXTS) or name == "plain"
    return await models.Campaign.create(
        **_key(number, _CAMPAIGNS),
        name=f"{name[:190]} {number}" if taken else name,
        description=_unknown(),
        target_niche=_few(),
        status=list(models.CampaignStatus)[number % 3],
        created_at=_moment(),
        updated_at=rubbish.MOMENTS[number % 4],
    )


async def _job(number: int, campaigns: list[models.Campaign]) -> models.DiscoveryJob:
    status = list(models.DiscoveryJobStatus)[number % 5]
    odd = number - _SOUND_JOBS
    criteria = odd_json.ODD_CRITERIA[odd] if odd >= 0 else odd_json.CRITERIA[number % len(odd_json.CRITERIA)]
    job = await models.DiscoveryJob.create(
        **_key(number, _JOBS),
        campaign=campaigns[0 if number % 3 else number % 9],
        name=_short(),
        criteria={},
        status=status,
        profile_count=_count(),
        error_message=_unknown(),
        created_at=_early(odd) if odd >= 0 else _moment(),
        queued_at=_moment() if status is models.DiscoveryJobStatus.RUNNING else _then(),
        started_at=_then(),
        completed_at=_moment() if status in _ENDED else None,
    )
    return await _with_json(job, "criteria", criteria)


def _early(odd: int) -> Any:
    """Before all others, and some at once."""
    return rubbish.EARLIEST + timedelta(microseconds=odd // 2)


async def _source_run(job: models.DiscoveryJob, platform: models.Platform) -> None:
    await models.SourceRun.create(
        job=job,
        platform=platform,
        status=_run_status(),
        profiles_found=_count(),
        profiles_rejected=_count(),
        requests_made=_count(),
        error=_unknown(),
        retry_at=_then(),
        started_at=_then(),
        completed_at=_then(),
    )


_run_status = _cycled(models.SourceRunStatus)


def _person() -> dict[str, Any]:
    return {
        "email": _email(),
        "phone": _phone(),
        "company": _unknown(),
        "role": _unknown(),
        "location": _unknown(),
        "website": _website(),
        "bio": _unknown(),
        "followers": _followers(),
    }


async def _lead(number: int, campaigns: list[models.Campaign]) -> models.Lead:
    odd = number - _SOUND_LEADS
    campaign = campaigns[0 if number % 2 else number % 11]
    lead = await models.Lead.create(
        **_key(number, _LEADS),
        **_person(),
        campaign=campaign,
        name=_short() + "!" * (number % 5 // 4),
        time_zone=[None, "Europe/Lisbon", "Etc/GMT+12", "no zone"][number % 4],
        source=list(models.LeadSource)[number % 4],
        stage=list(models.LeadStage)[number % 6],
        score=None if number % 4 == 1 else _score(),
        tags=[_short() for _ in range(number % 4)],
        notes=_unknown(),
        do_not_contact=number % 3 == 0,
        provenance=_provenance(),
        created_at=_early(odd) if odd >= 0 else _moment(),
        updated_at=_moment(),
        last_contacted_at=_then(),
        last_replied_at=_then(),
    )
    if odd >= 0:
        await _with_json(lead, "provenance", odd_json.ODD_PROVENANCE[odd])
    kind = list(models.IdentityKind)[number % 3]
    await models.LeadIdentity.create(lead=lead, campaign=campaign, kind=kind, value=f"{number} {_text()}")
    return lead


async def _profile(number: int, jobs: list[models.DiscoveryJob], leads: list[models.Lead]) -> None:
    odd = number - _SOUND_PROFILES
    profile = await models.DiscoveredProfile.create(
        **_key(number, _PROFILES),
        **_person(),
        job=jobs[0 if number % 2 else number % 14 if odd < 0 else _SOUND_JOBS + odd // 3],
        lead=None if number % 3 == 0 else leads[number % 23 if odd < 0 else 20 + odd],
        platform=list(models.Platform)[number % 7],
        handle=f"{_short()} {number}",
        profile_url=_url(),
        display_name=_short(),
        last_active_at=_then(),
        match_score=0.0 if odd >= 0 else _score(),
        seen_in_attempt=1,
        discovered_at=_early(odd) if odd >= 0 else _moment(),
        links=odd_json.LINKS[number % len(odd_json.LINKS)],
        match_reasons=odd_json.REASONS[number % len(odd_json.REASONS)],
        provenance=_provenance(),
    )
    if odd >= 0:
        await _with_json(profile, *_ODD_PROFILES[odd])


async def _event(number: int, leads: list[models.Lead]) -> None:
    await models.ContactEvent.create(
        **_key(number, _EVENTS),
        lead=leads[1 if number % 2 else number % 17],
        channel=list(models.Channel)[number % 6],
        direction=list(models.ContactDirection)[number % 3 // 2],
        summary=_text(),
        occurred_at=_moment(),
        created_at=_moment(),
        actor=_few(),
    )


_beginning = _cycled(moment for moment in rubbish.MOMENTS if moment.year < 5_000)
_lasting = _cycled(
    (
        timedelta(minutes=30),
        timedelta(minutes=5, microseconds=1),
        timedelta(minutes=5, seconds=59, microseconds=999_999),
        timedelta(minutes=5),
        timedelta(hours=11, minutes=59, seconds=59, microseconds=999_999),
        timedelta(hours=12),
    )
)


async def _appointment(number: int, leads: list[models.Lead]) -> None:
    starts_at = _beginning()
    await models.Appointment.create(
        **_key(number, _APPOINTMENTS),
        lead=leads[2 if number % 2 else number % 13],
        title=_short(),
        starts_at=starts_at,
        ends_at=starts_at + _lasting(),
        time_zone=["Europe/Lisbon", "no zone", ""][number % 3],
        location=_unknown(),
        calendar_link=_website(),
        notes=_unknown(),
        status=list(models.AppointmentStatus)[number % 4],
        created_at=_moment(),
    )


_subject = _cycled(
    (
        *(("Campaign", 1), ("DiscoveryJob", 1), ("Lead", 2), ("DiscoveredProfile", 3), ("Activity", 2)),
        *(("Lead", 9_999), ("Campaign", 0), ("DiscoveryJob", -1), ("DiscoveredProfile", 2**63 - 3), ("Activity", 40)),
        *((name, 2**63 - 1) for name in ("Campaign", "DiscoveryJob", "Lead", "Activity", "Appointment")),
        *(("Publisher", 1), ("SourceRun", 1), ("Query", 1), ("Node", 1), ("lead", 1), ("", 1), ("'; --", 1)),
        *(("Lead", 4), ("DiscoveredProfile", 20), ("DiscoveryJob", 25), ("ContactEvent", 1), ("Appointment", 3)),
    )
)


async def _change(number: int, campaigns: list[models.Campaign]) -> None:
    subject_type, subject_id = _subject()
    change = await models.Activity.create(
        **_key(number, _CHANGES),
        kind=list(models.ActivityKind)[number % 11],
        subject_type=subject_type,
        subject_id=subject_id,
        campaign_id=[None, 1, campaigns[number % 26].id, 9_999][number % 4],
        actor=_short(),
        detail={},
        occurred_at=_moment(),
    )
    detail = rubbish.NULL if number == 1 else rubbish.JSON_VALUES[number % len(rubbish.JSON_VALUES)]
    await _with_json(change, "detail", detail)
