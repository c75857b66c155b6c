"""The discovery job, its criteria, and what its sources do."""

from datetime import datetime

import models
import pushdown
from resolvers.profiles.orderings import BEST_MATCH_FIRST, DiscoveredProfileFilter, DiscoveredProfileOrder
from resolvers.scalars import URL


@pushdown.json_object
class DiscoveryCriteria:
    """Whom a job looks for."""

    platforms: list[models.Platform] = pushdown.column("Where to look.")
    keywords: list[str] = pushdown.column("Words that should describe the person.")
    location: str | None = pushdown.column("Where the person should be.")
    role_contains: str | None = pushdown.column("What the person's role should be.")
    min_followers: int | None = pushdown.column("The least number of followers; people known to have fewer are out.")
    recent_activity_days: int | None = pushdown.column(
        "Within how many days the person should have been active; people known to be inactive longer are left out."
    )
    seed_urls: list[URL] = pushdown.column("Where WEB starts to read.")
    usernames: list[str] = pushdown.column("Accounts to look up, on platforms without a search.")
    max_profiles: int = pushdown.column("How many profiles the job keeps at most.")


@pushdown.type(models.SourceRun)
class SourceRun:
    """One platform's part of a discovery job."""

    platform: models.Platform = pushdown.column("The platform.")
    status: models.SourceRunStatus = pushdown.column("Where it stands.")
    profiles_found: int = pushdown.column("How many profiles it has given the job.")
    profiles_rejected: int = pushdown.column("How many people were left out because they fail a hard minimum.")
    requests_made: int = pushdown.column("How many requests it has sent to the platform in this run.")
    error: str | None = pushdown.column("Why it failed or was skipped.")
    retry_at: datetime | None = pushdown.column("While WAITING: when it goes on.")
    started_at: datetime | None = pushdown.column("When it began.")
    completed_at: datetime | None = pushdown.column("When it ended.")


@pushdown.type(models.DiscoveryJob)
class DiscoveryJob(pushdown.Node):
    """A search for people on one or more platforms."""

    name: str = pushdown.column("Its name, 1 to 200 characters.")
    campaign = pushdown.one("campaign", "The campaign it belongs to.")
    criteria: DiscoveryCriteria = pushdown.embedded("Whom it looks for.")
    status: models.DiscoveryJobStatus = pushdown.column("Where it stands.")
    error_message: str | None = pushdown.column("Why it failed: every source's reason.")
    created_at: datetime = pushdown.column("When it was created.")
    queued_at: datetime | None = pushdown.column("When its present or last run was asked for.")
    started_at: datetime | None = pushdown.column("When a worker began its present or last run.")
    completed_at: datetime | None = pushdown.column("When its last run ended.")
    profile_count: int = pushdown.column("How many profiles it has found.")
    source_runs = pushdown.many(
        "source_runs",
        "What each of its platforms is doing, what it found, why it failed; one entry a platform.",
        order_by="id",
    )
    profiles = pushdown.connection(
        "profiles",
        "The people it found, the best match first unless ordered otherwise.",
        filter=DiscoveredProfileFilter,
        order_by=DiscoveredProfileOrder,
        **BEST_MATCH_FIRST,
    )
