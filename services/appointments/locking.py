"""Locking in one order: the lead, its appointment, the host. So bookings that meet wait for each other, in no circle.

Exclusion constraints alone would do, but two bookings of one lead made at once would wait for each other's row, and
PostgreSQL would have to end one by its search for deadlocks.
"""

import asyncpg

from models import AppointmentStatus
from services.errors import Conflict, ErrorCode
from services.leads.locking import lock_leads
from services.transaction import Transaction
from services.validation import LARGEST_ID, Findings

_LEAD_OF = "SELECT lead_id FROM appointments WHERE id = $1"

_LOCK = """
SELECT appointment.id, lead_id, campaign_id, host_id, title, starts_at, ends_at, appointment.time_zone,
    appointment.location, calendar_link, appointment.notes, status
FROM appointments appointment JOIN leads ON leads.id = lead_id
WHERE appointment.id = $1 AND lead_id = $2 FOR NO KEY UPDATE OF appointment
"""


async def lock_lead(tx: Transaction, findings: Findings, lead_id: int) -> asyncpg.Record:
    """The lead, locked. Raises InvalidInput with all that was found, which is that it is not there, too."""
    lead = (await lock_leads(tx, [lead_id])).get(lead_id)
    if lead is None:
        findings.add(("lead_id",), ErrorCode.NOT_FOUND, "There is no lead with this id.")
    findings.raise_if_any()
    assert lead is not None, "what is wrong was raised"
    return lead


async def lock_scheduled(tx: Transaction, findings: Findings, appointment_id: int) -> asyncpg.Record:
    """The appointment, locked with its lead, and with its lead's `campaign_id`.

    Raises InvalidInput with all that was found, which is that it is not there, too; Conflict on `("id",)` unless it is
    SCHEDULED.
    """
    appointment = await _lock(tx, appointment_id) if 0 < appointment_id <= LARGEST_ID else None
    if appointment is None:
        findings.add(("id",), ErrorCode.NOT_FOUND, "There is no appointment with this id.")
    findings.raise_if_any()
    assert appointment is not None, "what is wrong was raised"
    if appointment["status"] != AppointmentStatus.SCHEDULED:
        message = f"The appointment is {appointment['status']}; only SCHEDULED ones are changed."
        raise Conflict(("id",), ErrorCode.NOT_SCHEDULED, message, {"appointment": appointment_id})
    return appointment


async def _lock(tx: Transaction, appointment_id: int) -> asyncpg.Record | None:
    while (lead_id := await tx.connection.fetchval(_LEAD_OF, appointment_id)) is not None:
        await lock_leads(tx, [lead_id])
        appointment = await tx.connection.fetchrow(_LOCK, appointment_id, lead_id)
        if appointment is not None:
            return appointment
        # A merge has given it to another lead meanwhile.
    return None
