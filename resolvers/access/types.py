"""API tokens, and who asks."""

from datetime import datetime
from enum import Enum

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Role

_ACTIVE = "({row}.revoked_at IS NULL AND ({row}.expires_at IS NULL OR {row}.expires_at > now()))"


@pushdown.type(models.ApiToken)
class ApiToken(pushdown.Node):
    """A secret by which a program or a person is let in. The secret itself was told once, when it was made."""

    name: str = pushdown.column("Whose it is, or what for; the activity log calls them so.")
    prefix: str = pushdown.column("The secret's beginning, to recognise it by.")
    role: Role = pushdown.column("What it is good for.")
    active: bool = pushdown.expression(_ACTIVE, "Whether it lets anybody in at present.")
    created_by: str = pushdown.column("Who made it.")
    created_at: datetime = pushdown.column("When it was made.")
    expires_at: datetime | None = pushdown.column("Until when it is good; null for as long as it is not revoked.")
    revoked_at: datetime | None = pushdown.column("When it was revoked; null where it was not.")
    revoked_by: str | None = pushdown.column("Who revoked it; null where nobody did.")
    last_used_at: datetime | None = pushdown.column("When it was used last, to the minute; null where it never was.")


@pushdown.filter_input
class ApiTokenFilter:
    """Conditions on API tokens; all that are given hold."""

    role: pushdown.EnumFilter[Role] | None = pushdown.condition("What they are good for.")
    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When they were made.")


@strawberry.enum(description="What API tokens can be ordered by.")
class ApiTokenOrderField(Enum):
    """Orderings of API tokens."""

    CREATED_AT = pushdown.ordering("created_at", "When they were made.")
    NAME = pushdown.ordering("name", "Their names.")


@strawberry.input(description="In which order API tokens come.")
class ApiTokenOrder:
    """An ordering and its direction."""

    field: ApiTokenOrderField = strawberry.field(description="What to order by.")
    direction: pushdown.OrderDirection = strawberry.field(
        default=pushdown.OrderDirection.ASC, description="Which end comes first."
    )


@strawberry.type(description="Whoever asks.")
class Viewer:
    """The credentials of a request, as far as they are told."""

    name: str = strawberry.field(description="What the activity log calls them.")
    role: Role = strawberry.field(description="What their credentials are good for.")
    expires_at: datetime | None = strawberry.field(description="Until when; null where the credentials last.")
