"""What becomes of appointments: they are called off, take place, or wait for somebody who does not come."""

from models import ActivityKind, AppointmentStatus, Channel, ContactDirection
from services.appointments.changing import write
from services.appointments.locking import lock_scheduled
from services.contact_events import ContactEventDraft, log_in
from services.contact_events.drafts import LONGEST_SUMMARY
from services.transaction import Act, transaction
from services.validation import Findings

LONGEST_REASON = 2_000


async def cancel_appointment(appointment_id: int, reason: str | None, act: Act) -> None:
    """Call an appointment off. Raises InvalidInput, or Conflict where it is not SCHEDULED."""
    findings = Findings()
    reason = findings.optional_text(("reason",), reason, LONGEST_REASON)
    async with transaction(act) as tx:
        appointment = await lock_scheduled(tx, findings, appointment_id)
        changed = {"status": AppointmentStatus.CANCELLED, "cancel_reason": reason}
        await write(tx, ActivityKind.APPOINTMENT_CANCELLED, appointment, changed)


async def complete_appointment(appointment_id: int, summary: str | None, act: Act) -> int:
    """Note that an appointment took place, by a contact event whose id is returned, too.

    Who comes to a meeting answers: the event is INBOUND, so that it moves a NEW or CONTACTED lead to REPLIED. It
    happened when the appointment began, or now, where that is yet to come. Raises InvalidInput, or Conflict where the
    appointment is not SCHEDULED.
    """
    findings = Findings()
    summary = findings.optional_text(("summary",), summary, LONGEST_SUMMARY)
    async with transaction(act) as tx:
        appointment = await lock_scheduled(tx, findings, appointment_id)
        changed = {"status": AppointmentStatus.COMPLETED}
        await write(tx, ActivityKind.APPOINTMENT_COMPLETED, appointment, changed)
        event = ContactEventDraft(
            lead_id=appointment["lead_id"],
            channel=Channel.OTHER,
            direction=ContactDirection.INBOUND,
            summary=summary or appointment["title"],
            occurred_at=min(appointment["starts_at"], act.at),
        )
        return await log_in(tx, event, appointment_id=appointment_id)


async def mark_no_show(appointment_id: int, act: Act) -> None:
    """Note that the lead did not come. Raises InvalidInput, or Conflict where the appointment is not SCHEDULED."""
    async with transaction(act) as tx:
        appointment = await lock_scheduled(tx, Findings(), appointment_id)
        changed = {"status": AppointmentStatus.NO_SHOW}
        await write(tx, ActivityKind.APPOINTMENT_MISSED, appointment, changed)
