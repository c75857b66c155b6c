"""Converting, as an operator does."""

from datetime import UTC, datetime

import models
from services.conversion import ConversionResult, convert_profiles
from services.transaction import Act

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
ACT = Act("operator", AT)


async def converted_one(job: models.DiscoveryJob, profile_id: int) -> ConversionResult:
    """What becomes of one profile."""
    (result,) = await convert_profiles(job.id, [profile_id], ACT)
    return result


async def ids_of(job: models.DiscoveryJob) -> list[int]:
    """The ids of all profiles of a job, in their order."""
    return [profile.id for profile in await models.DiscoveredProfile.filter(job_id=job.id).order_by("id")]
