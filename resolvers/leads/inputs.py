"""Leads as they are to be created, changed and labelled."""

from dataclasses import fields

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.ids import row_key
from resolvers.patches import patched
from resolvers.scalars import URL, EmailAddress, TimeZone
from services.leads.drafts import LeadPatch, NewLead

_NAME = "The person's name, 1 to 300 characters."
_EMAIL = "The e-mail address. No two leads of a campaign have the same."
_PHONE = "The telephone number with its country's prefix: `+351 21 000 0000`. An extension is left out."
_COMPANY = "For whom the person works; at most 500 characters."
_ROLE = "What the person does; at most 500 characters."
_LOCATION = "Where the person is; at most 500 characters."
_TIME_ZONE = "The person's time zone."
_WEBSITE = "The person's own site."
_SCORE = "How well the lead matches, 0 to 1."
_TAGS = "Labels: at most 50, each of 1 to 64 characters, and once whatever its case."
_NOTES = "Notes; at most 20,000 characters."
_OWNER = "Who of us is in charge; at most 200 characters."
_DO_NOT_CONTACT = "Whether the person must not be contacted."
_EXPECTED_VERSION = "The version in which you saw the lead: where it has another by now, it stays as it is."


@strawberry.input(description="A lead to be created.")
class CreateLeadInput:
    """Input of `createLead`."""

    campaign_id: strawberry.ID = strawberry.field(description="The campaign, which must not be archived.")
    name: str = strawberry.field(description=_NAME)
    email: EmailAddress | None = strawberry.field(default=None, description=_EMAIL)
    phone: str | None = strawberry.field(default=None, description=_PHONE)
    company: str | None = strawberry.field(default=None, description=_COMPANY)
    role: str | None = strawberry.field(default=None, description=_ROLE)
    location: str | None = strawberry.field(default=None, description=_LOCATION)
    time_zone: TimeZone | None = strawberry.field(default=None, description=_TIME_ZONE)
    website: URL | None = strawberry.field(default=None, description=_WEBSITE)
    score: float | None = strawberry.field(default=None, description=_SCORE)
    tags: list[str] = strawberry.field(default_factory=list, description=_TAGS)
    notes: str | None = strawberry.field(default=None, description=_NOTES)
    owner: str | None = strawberry.field(default=None, description=_OWNER)
    do_not_contact: bool = strawberry.field(default=False, description=_DO_NOT_CONTACT)
    source: models.LeadSource = strawberry.field(
        default=models.LeadSource.MANUAL, description="How the lead came in: MANUAL or FORM."
    )
    stage: models.LeadStage = strawberry.field(
        default=models.LeadStage.NEW, description="The stage at which the lead enters the funnel."
    )
    stage_reason: str | None = strawberry.field(
        default=None, description="Why it enters there; at most 2,000 characters. LOST wants one."
    )

    def draft(self) -> NewLead:
        """As services take it."""
        given = {field.name: getattr(self, field.name) for field in fields(NewLead)}
        return NewLead(**given | {"campaign_id": row_key(self.campaign_id, "Campaign")})


@strawberry.input(description="What to change about a lead. What is left out stays; null empties a field.")
class UpdateLeadInput:
    """Input of `updateLead`."""

    id: strawberry.ID = strawberry.field(description="The lead.")
    expected_version: int | None = strawberry.field(default=None, description=_EXPECTED_VERSION)
    name: strawberry.Maybe[str] = strawberry.field(description=_NAME)
    email: strawberry.Maybe[EmailAddress | None] = strawberry.field(description=_EMAIL)
    phone: strawberry.Maybe[str | None] = strawberry.field(description=_PHONE)
    company: strawberry.Maybe[str | None] = strawberry.field(description=_COMPANY)
    role: strawberry.Maybe[str | None] = strawberry.field(description=_ROLE)
    location: strawberry.Maybe[str | None] = strawberry.field(description=_LOCATION)
    time_zone: strawberry.Maybe[TimeZone | None] = strawberry.field(description=_TIME_ZONE)
    website: strawberry.Maybe[URL | None] = strawberry.field(description=_WEBSITE)
    score: strawberry.Maybe[float | None] = strawberry.field(description=_SCORE)
    tags: strawberry.Maybe[list[str]] = strawberry.field(description=f"{_TAGS} They take the place of all others.")
    notes: strawberry.Maybe[str | None] = strawberry.field(description=_NOTES)
    owner: strawberry.Maybe[str | None] = strawberry.field(description=_OWNER)
    do_not_contact: strawberry.Maybe[bool] = strawberry.field(description=_DO_NOT_CONTACT)

    def patch(self) -> LeadPatch:
        """As services take it."""
        return LeadPatch(**{field.name: patched(getattr(self, field.name)) for field in fields(LeadPatch)})


@strawberry.input(description="Which leads to delete.")
class DeleteLeadsInput:
    """Input of `deleteLeads`."""

    lead_ids: list[strawberry.ID] = strawberry.field(description="The leads, at most 1,000.")


@strawberry.input(description="Which labels to add to leads, and which to take from them.")
class TagLeadsInput:
    """Input of `tagLeads`."""

    lead_ids: list[strawberry.ID] = strawberry.field(description="The leads, at most 1,000.")
    add: list[str] = strawberry.field(
        default_factory=list, description="Labels to add: at most 50, each of 1 to 64 characters."
    )
    remove: list[str] = strawberry.field(
        default_factory=list, description="Labels to take away, whatever their case; at most 50."
    )


@strawberry.input(description="Who is to be in charge of a lead.")
class AssignLeadInput:
    """Input of `assignLead`."""

    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    owner: str | None = strawberry.field(
        description="Who of us; at most 200 characters. Null for nobody.", default=None
    )
    expected_version: int | None = strawberry.field(default=None, description=_EXPECTED_VERSION)
