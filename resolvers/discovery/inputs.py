"""What clients say about discovery jobs."""

import strawberry

import models
from resolvers.ids import row_key
from resolvers.scalars import URL
from services.discovery import CriteriaDraft, DiscoveryJobDraft


@strawberry.input(description="Whom to look for. Criteria that a platform cannot apply are applied to what it gives.")
class DiscoveryCriteriaInput:
    """Criteria of a job."""

    platforms: list[models.Platform] = strawberry.field(description="Where to look: at least one, each once.")
    keywords: list[str] = strawberry.field(
        default_factory=list, description="Words that should describe the person; at most 50."
    )
    location: str | None = strawberry.field(
        default=None, description="Where the person should be: a city, region or country."
    )
    role_contains: str | None = strawberry.field(
        default=None, description="What the person's role should be; common abbreviations are understood."
    )
    min_followers: int | None = strawberry.field(
        default=None, description="The least number of followers. People known to have fewer are left out."
    )
    recent_activity_days: int | None = strawberry.field(
        default=None, description="Within how many days the person should have been active, 1 to 36,500."
    )
    seed_urls: list[URL] = strawberry.field(
        default_factory=list, description="Where WEB starts to read: absolute http or https addresses."
    )
    usernames: list[str] = strawberry.field(
        default_factory=list, description="Accounts to look up, on platforms without a search."
    )
    max_profiles: int = strawberry.field(default=200, description="How many profiles to keep at most, 1 to 10,000.")

    def draft(self) -> CriteriaDraft:
        """The criteria as the service takes them."""
        return CriteriaDraft(
            platforms=tuple(self.platforms),
            keywords=tuple(self.keywords),
            location=self.location,
            role_contains=self.role_contains,
            min_followers=self.min_followers,
            recent_activity_days=self.recent_activity_days,
            seed_urls=tuple(self.seed_urls),
            usernames=tuple(self.usernames),
            max_profiles=self.max_profiles,
        )


@strawberry.input(description="A discovery job to be created.")
class CreateDiscoveryJobInput:
    """Input of `createDiscoveryJob`."""

    campaign_id: strawberry.ID = strawberry.field(description="The campaign it belongs to.")
    name: str = strawberry.field(description="Its name, 1 to 200 characters.")
    criteria: DiscoveryCriteriaInput = strawberry.field(description="Whom to look for.")

    def draft(self) -> DiscoveryJobDraft:
        """The job as the service takes it."""
        return DiscoveryJobDraft(row_key(self.campaign_id, "Campaign"), self.name, self.criteria.draft())


@strawberry.input(description="Which discovery job to run.")
class RunDiscoveryJobInput:
    """Input of `runDiscoveryJob`."""

    id: strawberry.ID = strawberry.field(description="The job.")


@strawberry.input(description="Which discovery job to cancel.")
class CancelDiscoveryJobInput:
    """Input of `cancelDiscoveryJob`."""

    id: strawberry.ID = strawberry.field(description="The job.")
