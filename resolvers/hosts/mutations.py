"""Changing hosts, holding their slots, and letting calendars follow their appointments."""

from datetime import datetime

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.hosts.inputs import HoldSlotInput, OpenCalendarFeedInput, RevokeCalendarFeedInput, UpdateHostInput
from resolvers.ids import row_key
from resolvers.user_errors import Payload, mutation, payload
from services.appointments.feeds import open_feed, revoke_feed
from services.appointments.holds import hold_slot
from services.appointments.hosts import update_host


@payload
class UpdateHostPayload(Payload):
    """What `updateHost` answers."""

    host: int | None = pushdown.reference(models.Host, "The host as it is now; null where the change was refused.")


@payload
class HoldSlotPayload(Payload):
    """What `holdSlot` answers; all null where it was refused."""

    token: str | None = strawberry.field(
        default=None, description="What to give as `holdToken` to book this time. Nobody can ask for it again."
    )
    expires_at: datetime | None = strawberry.field(
        default=None, description="Until when nobody else can book or hold this time."
    )
    host: int | None = pushdown.reference(models.Host, "The host whose time is held.")


@payload
class OpenCalendarFeedPayload(Payload):
    """What `openCalendarFeed` answers; null where it was refused."""

    path: str | None = strawberry.field(
        default=None,
        description="The feed's address on this server: `/calendars/….ics`. Whoever knows it can read the host's "
        "appointments, and nobody can ask for it again.",
    )
    host: int | None = pushdown.reference(models.Host, "The host.")


@payload
class RevokeCalendarFeedPayload(Payload):
    """What `revokeCalendarFeed` answers."""

    host: int | None = pushdown.reference(models.Host, "The host; null where it was refused.")


@requires(Role.OPERATOR)
@strawberry.type
class HostMutations:
    """Fields of `Mutation`."""

    @mutation("Change a host.")
    async def update_host(self, info: OperationInfo, input: UpdateHostInput) -> UpdateHostPayload:
        key = row_key(input.id, "Host")
        await update_host(key, input.patch(), act(info))
        return UpdateHostPayload(host=key)

    @mutation("Hold a time of a host's for a few minutes, so that nobody else can book or hold it meanwhile.")
    async def hold_slot(self, info: OperationInfo, input: HoldSlotInput) -> HoldSlotPayload:
        rules = info.context.appointment_rules
        hold = await hold_slot(input.host, input.starts_at, input.duration_minutes, act(info), rules)
        return HoldSlotPayload(token=str(hold.token), expires_at=hold.expires_at, host=hold.host_id)

    @mutation(
        "Let calendars follow a host's appointments at a secret address. A feed that was open already gets a new "
        "address, and nothing is found at the former one."
    )
    async def open_calendar_feed(self, info: OperationInfo, input: OpenCalendarFeedInput) -> OpenCalendarFeedPayload:
        key = row_key(input.host_id, "Host")
        secret = await open_feed(key, act(info))
        return OpenCalendarFeedPayload(path=f"/calendars/{secret}.ics", host=key)

    @mutation("Close a host's calendar feed: nothing is found at its address any more.")
    async def revoke_calendar_feed(
        self, info: OperationInfo, input: RevokeCalendarFeedInput
    ) -> RevokeCalendarFeedPayload:
        key = row_key(input.host_id, "Host")
        await revoke_feed(key, act(info))
        return RevokeCalendarFeedPayload(host=key)
