"""Profiles as discovery leaves them behind, for tests of what comes after."""

import itertools
from datetime import UTC, datetime
from typing import Any

import models

FOUND_AT = datetime(2026, 3, 1, 9, tzinfo=UTC)

_numbers = itertools.count(1)


async def stored_campaign() -> models.Campaign:
    """An active campaign."""
    return await models.Campaign.create(name=f"Campaign {next(_numbers)}", created_at=FOUND_AT, updated_at=FOUND_AT)


async def stored_job(campaign: models.Campaign) -> models.DiscoveryJob:
    """A job of the campaign; what it asks for does not matter here."""
    return await models.DiscoveryJob.create(campaign=campaign, name="Search", criteria={}, created_at=FOUND_AT)


def profile_of(job: models.DiscoveryJob, handle: str, **known: Any) -> models.DiscoveredProfile:
    """A profile of the WEB, not stored yet, named after its handle unless told otherwise."""
    values: dict[str, Any] = {
        "platform": models.Platform.WEB,
        "handle": handle,
        "profile_url": f"https://{handle}",
        "display_name": handle.rpartition("/")[2].title(),
        "links": [],
        "match_score": 0.5,
        "match_reasons": [],
        "provenance": [],
        "seen_in_attempt": 1,
        "discovered_at": FOUND_AT,
    }
    return models.DiscoveredProfile(job_id=job.id, **(values | known))


async def stored_profile(job: models.DiscoveryJob, handle: str, **known: Any) -> int:
    """The id of a stored profile."""
    profile = profile_of(job, handle, **known)
    await profile.save()
    profile_id: int = profile.id
    return profile_id
