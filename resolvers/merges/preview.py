"""What a merge makes of its leads, or would make of them."""

from datetime import datetime

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.scalars import URL, EmailAddress, TimeZone
from services.merges import MergePlan


@strawberry.type(description="Whose value a field of a merged lead has.")
class MergedValue:
    """A field's origin."""

    field: str = strawberry.field(description="The field's name, as in `MergedLead`.")
    lead_ids: list[strawberry.ID] = strawberry.field(
        description="Of which leads it is; of several where texts are joined or labels united."
    )


@strawberry.type(description="A lead as a merge leaves it.")
class MergedLead:
    """The values which a merge decides on."""

    name: str = strawberry.field(description="The person's name.")
    email: EmailAddress | None = strawberry.field(description="The e-mail address.")
    phone: str | None = strawberry.field(description="The telephone number in E.164 form: `+351210000000`.")
    company: str | None = strawberry.field(description="For whom the person works.")
    role: str | None = strawberry.field(description="What the person does.")
    location: str | None = strawberry.field(description="Where the person is.")
    time_zone: TimeZone | None = strawberry.field(description="The person's time zone.")
    website: URL | None = strawberry.field(description="The person's own site.")
    bio: str | None = strawberry.field(description="What the person says about themself.")
    followers: int | None = strawberry.field(description="How many people follow the person's account.")
    owner: str | None = strawberry.field(description="Who of us is in charge.")
    tags: list[str] = strawberry.field(description="The labels of all of them, each once.")
    notes: str | None = strawberry.field(description="The notes of all of them.")
    do_not_contact: bool = strawberry.field(description="Whether one of them must not be contacted.")
    score: float | None = strawberry.field(description="The best of their scores, 0 to 1.")
    stage: models.LeadStage = strawberry.field(
        description="WON where one is; otherwise the furthest of the open stages; LOST where all are."
    )
    last_contacted_at: datetime | None = strawberry.field(description="When we wrote or called last.")
    last_replied_at: datetime | None = strawberry.field(description="When the person answered last.")
    origins: list[MergedValue] = strawberry.field(description="Whose values these are, for each field that has one.")


def merged_lead(plan: MergePlan) -> MergedLead:
    """A plan as clients see it."""
    values = {column: value for column, value in plan.values.items() if column != "provenance"}
    for column in ("last_contacted_at", "last_replied_at"):
        values[column] = values[column] and values[column].isoformat()
    origins = [
        MergedValue(
            field=to_camel_case(column),
            lead_ids=[strawberry.ID(pushdown.encode_global_id("Lead", lead_id)) for lead_id in whose],
        )
        for column, whose in plan.origins.items()
    ]
    return MergedLead(**values, origins=origins)
