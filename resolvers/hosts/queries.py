"""Reading hosts, and when they have time."""

from datetime import datetime
from typing import Annotated

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo
from resolvers.hosts.types import HOSTS_BY_NAME, HostFilter
from services.appointments.slots import SlotQuestion, free_slots
from services.errors import InvalidInput


@strawberry.type(description="A time at which a host could hold an appointment.")
class FreeSlot:
    """A slot as clients see it."""

    starts_at: datetime = strawberry.field(description="When it begins.")
    ends_at: datetime = strawberry.field(description="When it ends.")


async def _free_slots(
    info: OperationInfo,
    *,
    from_: Annotated[datetime, strawberry.argument(name="from", description="Slots begin at this time or later.")],
    to: Annotated[datetime, strawberry.argument(description="Slots end by this time, at most 31 days after `from`.")],
    duration_minutes: Annotated[int, strawberry.argument(description="How long a slot is, 5 to 720 minutes.")],
    host: Annotated[str, strawberry.argument(description="The host's name, whatever the case of its letters.")],
    step_minutes: Annotated[
        int | None,
        strawberry.argument(
            description="How many minutes after a slot the next one begins, 5 to 720; their length unless given."
        ),
    ] = None,
) -> list[FreeSlot]:
    question = SlotQuestion(from_, to, duration_minutes, host, step_minutes)
    try:
        slots = await free_slots(question, info.context.clock(), info.context.appointment_rules)
    except InvalidInput as error:
        problem = error.problems[0]
        raise pushdown.InvalidArgument(to_camel_case(problem.path[0]), problem.message) from error
    return [FreeSlot(starts_at=starts_at, ends_at=ends_at) for starts_at, ends_at in slots]


@requires(Role.VIEWER)
@strawberry.type
class HostQueries:
    """Fields of `Query`."""

    host = pushdown.row(models.Host, "The host with this id; null where there is none.")
    hosts = pushdown.rows(models.Host, "All hosts, by name.", filter=HostFilter, **HOSTS_BY_NAME)
    free_slots: list[FreeSlot] = strawberry.field(
        resolver=_free_slots,
        description="When a host has time, the next slot first, at most 500: working hours less what is booked or "
        "held. Somebody who was never named has the hours that everybody has at first.",
    )
