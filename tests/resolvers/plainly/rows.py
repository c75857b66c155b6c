"""A few dozen rows of every table: ties in every ordering, unknown values, empty relations, and rubbish in every text.

Rows whose JSON is not as it should be come last where nothing else is asked for, since one of them can make the whole
answer null.
"""

from datetime import datetime, timedelta
from typing import Any

import models
from tests.resolvers.plainly import import_rows, odd_json, outreach_rows, pipeline_rows, rubbish, safety_rows
from tests.resolvers.plainly.columns import (
    count,
    cycled,
    few,
    key,
    moment,
    scatter,
    short,
    text,
    then,
    unknown,
    website,
    with_json,
)

_ENDED = (models.DiscoveryJobStatus.DONE, models.DiscoveryJobStatus.FAILED, models.DiscoveryJobStatus.CANCELLED)

_email = cycled((None, "ada@people.example", '"o\'brien\\"@people.example', "ünï@people.example", "", None))
_phone = cycled((None, "+351210000000", "'; --", ""))
_url = cycled(rubbish.URLS)
_score = cycled(rubbish.SCORES)
_followers = cycled(rubbish.FOLLOWERS)
_owner = cycled((None, *rubbish.OWNERS))
_provenance = cycled(odd_json.PROVENANCE)


async def fill(now: datetime) -> None:
    """Put rows into every table that can be read. `now` is when appointments are looked for, and what is recent."""
    campaigns = [await _campaign(number) for number in range(_CAMPAIGNS)]
    jobs = [await _job(number, campaigns) for number in range(_JOBS)]
    for number, job in enumerate(jobs):
        for platform in list(models.Platform)[: number * 3 % 8]:
            await _source_run(job, platform)
    leads = [await _lead(number, campaigns) for number in range(_LEADS)]
    for number in range(_PROFILES):
        await _profile(number, jobs, leads)
    await pipeline_rows.fill(leads, now)
    await import_rows.fill(campaigns, leads)
    await safety_rows.fill()
    await outreach_rows.fill(campaigns, leads)
    for number in range(_CHANGES):
        await _change(number, campaigns)
    for table in ("source_runs", "discovered_profiles", "leads", "stage_changes", "lead_import_rows"):
        await scatter(table)


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
    **pipeline_rows.ODD_ROWS,
    **import_rows.ODD_ROWS,
}
"""How many of a type's last rows have JSON that is not as it should be."""
_CHANGES = 48


async def _campaign(number: int) -> models.Campaign:
    """Some have many jobs and leads, some few, some none."""
    name = rubbish.SHORT_TEXTS[number % len(rubbish.SHORT_TEXTS)]
    taken = number >= len(rubbish.SHORT_TEXTS) or name == "plain"
    return await models.Campaign.create(
        **key(number, _CAMPAIGNS),
        name=f"{name[:190]} {number}" if taken else name,
        description=unknown(),
        target_niche=few(),
        status=list(models.CampaignStatus)[number % 3],
        created_at=moment(),
        updated_at=rubbish.MOMENTS[number % 4],
    )


async def _job(number: int, campaigns: list[models.Campaign]) -> models.DiscoveryJob:
    status = list(models.DiscoveryJobStatus)[number % 5]
    odd = number - _SOUND_JOBS
    criteria = odd_json.ODD_CRITERIA[odd] if odd >= 0 else odd_json.CRITERIA[number % len(odd_json.CRITERIA)]
    job = await models.DiscoveryJob.create(
        **key(number, _JOBS),
        campaign=campaigns[0 if number % 3 else number % 9],
        name=short(),
        criteria={},
        status=status,
        profile_count=count(),
        error_message=unknown(),
        created_at=_early(odd) if odd >= 0 else moment(),
        queued_at=moment() if status is models.DiscoveryJobStatus.RUNNING else then(),
        started_at=then(),
        completed_at=moment() if status in _ENDED else None,
    )
    return await with_json(job, "criteria", criteria)


def _early(odd: int) -> Any:
    """Before all others, and some at once."""
    return rubbish.EARLIEST + timedelta(microseconds=odd // 2)


async def _source_run(job: models.DiscoveryJob, platform: models.Platform) -> None:
    await models.SourceRun.create(
        job=job,
        platform=platform,
        status=_run_status(),
        profiles_found=count(),
        profiles_rejected=count(),
        requests_made=count(),
        error=unknown(),
        retry_at=then(),
        started_at=then(),
        completed_at=then(),
    )


_run_status = cycled(models.SourceRunStatus)


def _person() -> dict[str, Any]:
    return {
        "email": _email(),
        "phone": _phone(),
        "company": unknown(),
        "role": unknown(),
        "location": unknown(),
        "website": website(),
        "bio": unknown(),
        "followers": _followers(),
    }


async def _lead(number: int, campaigns: list[models.Campaign]) -> models.Lead:
    odd = number - _SOUND_LEADS
    campaign = campaigns[0 if number % 2 else number % 11]
    lead = await models.Lead.create(
        **key(number, _LEADS),
        **_person(),
        campaign=campaign,
        name=short() + "!" * (number % 5 // 4),
        time_zone=[None, "Europe/Lisbon", "Etc/GMT+12", "no zone"][number % 4],
        source=list(models.LeadSource)[number % 4],
        stage=list(models.LeadStage)[number % 6],
        score=None if number % 4 == 1 else _score(),
        tags=[short() for _ in range(number % 4)],
        notes=unknown(),
        do_not_contact=number % 3 == 0,
        owner=_owner(),
        version=[1, 2, 2**31 - 1][number % 3],
        provenance=_provenance(),
        created_at=_early(odd) if odd >= 0 else moment(),
        updated_at=moment(),
        last_contacted_at=then(),
        last_replied_at=then(),
        stage_entered_at=moment(),
    )
    if odd >= 0:
        await with_json(lead, "provenance", odd_json.ODD_PROVENANCE[odd])
    kind = list(models.IdentityKind)[number % 3]
    await models.LeadIdentity.create(lead=lead, campaign=campaign, kind=kind, value=f"{number} {text()}")
    return lead


async def _profile(number: int, jobs: list[models.DiscoveryJob], leads: list[models.Lead]) -> None:
    odd = number - _SOUND_PROFILES
    profile = await models.DiscoveredProfile.create(
        **key(number, _PROFILES),
        **_person(),
        job=jobs[0 if number % 2 else number % 14 if odd < 0 else _SOUND_JOBS + odd // 3],
        lead=None if number % 3 == 0 else leads[number % 23 if odd < 0 else 20 + odd],
        platform=list(models.Platform)[number % 7],
        handle=f"{short()} {number}",
        profile_url=_url(),
        display_name=short(),
        last_active_at=then(),
        match_score=0.0 if odd >= 0 else _score(),
        seen_in_attempt=1,
        discovered_at=_early(odd) if odd >= 0 else moment(),
        links=odd_json.LINKS[number % len(odd_json.LINKS)],
        match_reasons=odd_json.REASONS[number % len(odd_json.REASONS)],
        provenance=_provenance(),
    )
    if odd >= 0:
        await with_json(profile, *_ODD_PROFILES[odd])


_subject = cycled(
    (
        *(("Campaign", 1), ("DiscoveryJob", 1), ("Lead", 2), ("DiscoveredProfile", 3), ("Activity", 2)),
        *(("Lead", 9_999), ("Campaign", 0), ("DiscoveryJob", -1), ("DiscoveredProfile", 2**63 - 3), ("Activity", 40)),
        *((name, 2**63 - 1) for name in ("Campaign", "DiscoveryJob", "Lead", "Activity", "Appointment")),
        *(("Publisher", 1), ("SourceRun", 1), ("Query", 1), ("Node", 1), ("lead", 1), ("", 1), ("'; --", 1)),
        *(("LeadMerge", 1), ("LeadImport", 2), ("Host", 3), ("LeadImportRow", 4), ("StageChange", 1), ("Host", 2**40)),
        *(("Lead", 4), ("DiscoveredProfile", 20), ("DiscoveryJob", 25), ("ContactEvent", 1), ("Appointment", 3)),
    )
)


async def _change(number: int, campaigns: list[models.Campaign]) -> None:
    subject_type, subject_id = _subject()
    change = await models.Activity.create(
        **key(number, _CHANGES),
        kind=list(models.ActivityKind)[number % len(models.ActivityKind)],
        subject_type=subject_type,
        subject_id=subject_id,
        campaign_id=[None, 1, campaigns[number % 26].id, 9_999][number % 4],
        actor=short(),
        detail={},
        occurred_at=moment(),
    )
    detail = rubbish.NULL if number == 1 else rubbish.JSON_VALUES[number % len(rubbish.JSON_VALUES)]
    await with_json(change, "detail", detail)
