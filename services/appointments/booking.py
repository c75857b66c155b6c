"""Making appointments."""

from models import ActivityKind
from services.activity import Subject
from services.appointments.drafts import (
    AppointmentDraft,
    AppointmentPatch,
    checked_details,
    checked_host,
    checked_length,
    checked_start,
    checked_token,
    checked_zone,
)
from services.appointments.holds import lock_booked_host, use_hold
from services.appointments.locking import lock_lead
from services.appointments.overlaps import overlaps_told
from services.appointments.rules import AppointmentRules
from services.patch import ABSENT
from services.transaction import Act, transaction
from services.validation import Findings

_INSERT = """
INSERT INTO appointments (lead_id, host_id, title, starts_at, ends_at, time_zone, location, calendar_link, notes,
    status, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'SCHEDULED', $10, $10) RETURNING id
"""


async def create_appointment(draft: AppointmentDraft, act: Act, rules: AppointmentRules) -> int:
    """Make an appointment, which is SCHEDULED, and return its id.

    Raises InvalidInput, or Conflict where the lead or the host has another appointment at the time, or it is held.
    """
    findings = Findings()
    details = AppointmentPatch(draft.title, draft.location, draft.calendar_link, draft.notes)
    values = checked_details(findings, details)
    zone = checked_zone(findings, draft.time_zone)
    starts_at = checked_start(findings, draft.start, zone, act.at)
    length = checked_length(findings, draft.duration_minutes)
    host, token = checked_host(findings, draft.host), checked_token(draft.hold_token)
    async with transaction(act) as tx:
        lead = await lock_lead(tx, findings, draft.lead_id)
        assert starts_at is not None, "what is wrong with it was found"
        ends_at = starts_at + length
        host_id = await lock_booked_host(tx, host or ABSENT, token, rules)
        if host_id is not None:
            await use_hold(tx, token, host_id, draft.start.path, (starts_at, ends_at))
        with overlaps_told(draft.start.path):
            appointment_id: int = await tx.connection.fetchval(
                _INSERT,
                draft.lead_id,
                host_id,
                values["title"],
                starts_at,
                ends_at,
                zone,
                values["location"],
                values["calendar_link"],
                values["notes"],
                act.at,
            )
        tx.log(
            ActivityKind.APPOINTMENT_CREATED,
            Subject.APPOINTMENT,
            appointment_id,
            campaign_id=lead["campaign_id"],
            lead_id=draft.lead_id,
            host_id=host_id,
            starts_at=starts_at,
        )
    return appointment_id
