"""Making appointments, moving them, and noting what became of them."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.appointments.inputs import (
    CancelAppointmentInput,
    CompleteAppointmentInput,
    CreateAppointmentInput,
    MarkNoShowInput,
    RescheduleAppointmentInput,
    UpdateAppointmentInput,
)
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.user_errors import Payload, mutation, payload
from services.appointments.booking import create_appointment
from services.appointments.changing import reschedule_appointment, update_appointment
from services.appointments.ending import cancel_appointment, complete_appointment, mark_no_show

_NOW = "The appointment as it is now; null where it is not there, or the input cannot be used."


@payload
class CreateAppointmentPayload(Payload):
    """What `createAppointment` answers."""

    appointment: int | None = pushdown.reference(models.Appointment, "The new appointment; null where it was refused.")


@payload
class UpdateAppointmentPayload(Payload):
    """What `updateAppointment` answers."""

    appointment: int | None = pushdown.reference(models.Appointment, _NOW)


@payload
class RescheduleAppointmentPayload(Payload):
    """What `rescheduleAppointment` answers."""

    appointment: int | None = pushdown.reference(models.Appointment, _NOW)


@payload
class CancelAppointmentPayload(Payload):
    """What `cancelAppointment` answers."""

    appointment: int | None = pushdown.reference(models.Appointment, _NOW)


@payload
class CompleteAppointmentPayload(Payload):
    """What `completeAppointment` answers."""

    appointment: int | None = pushdown.reference(models.Appointment, _NOW)
    contact_event: int | None = pushdown.reference(
        models.ContactEvent, "The contact event by which it was noted; null where it was refused."
    )


@payload
class MarkNoShowPayload(Payload):
    """What `markNoShow` answers."""

    appointment: int | None = pushdown.reference(models.Appointment, _NOW)


@requires(Role.OPERATOR)
@strawberry.type
class AppointmentMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Make an appointment with a lead. Neither the lead nor the host has two that stand at once, and what somebody "
        "else holds cannot be booked. Working hours bind nobody here."
    )
    async def create_appointment(self, info: OperationInfo, input: CreateAppointmentInput) -> CreateAppointmentPayload:
        created = await create_appointment(input.draft(), act(info), info.context.appointment_rules)
        return CreateAppointmentPayload(appointment=created)

    @mutation("Change an appointment that stands, but for its time and its host.")
    async def update_appointment(self, info: OperationInfo, input: UpdateAppointmentInput) -> UpdateAppointmentPayload:
        key = row_key(input.id, "Appointment")
        await update_appointment(key, input.patch(), act(info))
        return UpdateAppointmentPayload(appointment=key)

    @mutation("Move an appointment that stands to another time, and perhaps to another host.")
    async def reschedule_appointment(
        self, info: OperationInfo, input: RescheduleAppointmentInput
    ) -> RescheduleAppointmentPayload:
        key = row_key(input.id, "Appointment")
        await reschedule_appointment(key, input.wanted(), act(info), info.context.appointment_rules)
        return RescheduleAppointmentPayload(appointment=key)

    @mutation("Call an appointment off that stands.")
    async def cancel_appointment(self, info: OperationInfo, input: CancelAppointmentInput) -> CancelAppointmentPayload:
        key = row_key(input.id, "Appointment")
        await cancel_appointment(key, input.reason, act(info))
        return CancelAppointmentPayload(appointment=key)

    @mutation(
        "Note that an appointment took place, by a contact event, too: an INBOUND one by channel OTHER, since who "
        "comes answers. So it moves a NEW or CONTACTED lead to REPLIED and sets `lastRepliedAt`. It happened when the "
        "appointment began, or now, where that is yet to come."
    )
    async def complete_appointment(
        self, info: OperationInfo, input: CompleteAppointmentInput
    ) -> CompleteAppointmentPayload:
        key = row_key(input.id, "Appointment")
        event = await complete_appointment(key, input.summary, act(info))
        return CompleteAppointmentPayload(appointment=key, contact_event=event)

    @mutation("Note that the lead did not come to an appointment.")
    async def mark_no_show(self, info: OperationInfo, input: MarkNoShowInput) -> MarkNoShowPayload:
        key = row_key(input.id, "Appointment")
        await mark_no_show(key, act(info))
        return MarkNoShowPayload(appointment=key)
