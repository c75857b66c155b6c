# mypy: disable-error-code="untyped-decorator"
"""The stock server's types. Their instances are Tortoise's models, whose attributes Strawberry reads by name."""

from base64 import b64encode
from datetime import datetime
from typing import Any, Generic, TypeVar

import strawberry
from strawberry import Parent

import models
from bench.reads.stock_loaders import Loaders

T = TypeVar("T")
Info = strawberry.Info[Loaders, None]

for _enum in (
    models.AppointmentStatus,
    models.Channel,
    models.ContactDirection,
    models.LeadSource,
    models.LeadStage,
):
    strawberry.enum(_enum)


@strawberry.type
class Identified:
    """What has a global id."""

    @strawberry.field
    def id(root: Parent[Any], info: Info) -> strawberry.ID:  # noqa: N805
        type_name = info.path.typename
        return strawberry.ID(b64encode(f"{type_name}:{root.id}".encode()).decode())


@strawberry.type
class Connection(Generic[T]):
    """The first rows of a relation."""

    nodes: list[T]


@strawberry.type
class ContactEvent(Identified):
    """A contact event."""

    channel: models.Channel
    direction: models.ContactDirection
    summary: str
    occurred_at: datetime


@strawberry.type
class Appointment(Identified):
    """An appointment."""

    title: str
    status: models.AppointmentStatus
    starts_at: datetime


@strawberry.type
class Lead(Identified):
    """A lead."""

    name: str
    email: str | None
    phone: str | None
    company: str | None
    role: str | None
    location: str | None
    time_zone: str | None
    website: str | None
    source: models.LeadSource
    stage: models.LeadStage
    score: float | None
    do_not_contact: bool
    created_at: datetime
    updated_at: datetime

    @classmethod
    def is_type_of(cls, value: object, _: Any) -> bool:
        """Whether a row of `nodes` is a lead."""
        return isinstance(value, models.Lead)

    @strawberry.field(graphql_type="Campaign")
    async def campaign(root: Parent[models.Lead], info: Info) -> models.Campaign | None:  # noqa: N805
        return await info.context.campaigns.load(root.campaign_id)  # type: ignore[attr-defined]

    @strawberry.field(graphql_type=Connection[ContactEvent])
    async def contact_events(root: Parent[models.Lead], info: Info, first: int) -> Connection[models.ContactEvent]:  # noqa: N805
        return Connection(nodes=await info.context.events_of.load((root.id, first)))

    @strawberry.field(graphql_type=Connection[Appointment])
    async def appointments(root: Parent[models.Lead], info: Info, first: int) -> Connection[models.Appointment]:  # noqa: N805
        return Connection(nodes=await info.context.appointments_of.load((root.id, first)))


@strawberry.type
class DiscoveredProfile(Identified):
    """A discovered profile."""

    display_name: str
    match_score: float

    @classmethod
    def is_type_of(cls, value: object, _: Any) -> bool:
        """Whether a row of `nodes` is a profile."""
        return isinstance(value, models.DiscoveredProfile)

    @strawberry.field(graphql_type=Lead | None)
    async def lead(root: Parent[models.DiscoveredProfile], info: Info) -> models.Lead | None:  # noqa: N805
        key: int | None = root.lead_id  # type: ignore[attr-defined]
        return None if key is None else await info.context.leads.load(key)


@strawberry.type
class DiscoveryJob(Identified):
    """A discovery job."""

    name: str

    @strawberry.field(graphql_type=Connection[DiscoveredProfile])
    async def profiles(
        root: Parent[models.DiscoveryJob],  # noqa: N805
        info: Info,
        first: int,
    ) -> Connection[models.DiscoveredProfile]:
        return Connection(nodes=await info.context.profiles_of.load((root.id, first)))


@strawberry.type
class Campaign(Identified):
    """A campaign."""

    name: str

    @strawberry.field(graphql_type=Connection[DiscoveryJob])
    async def discovery_jobs(root: Parent[models.Campaign], info: Info, first: int) -> Connection[models.DiscoveryJob]:  # noqa: N805
        return Connection(nodes=await info.context.jobs_of.load((root.id, first)))
