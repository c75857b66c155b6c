"""Changing appointments that are SCHEDULED. Each change raises the sequence, by which calendars know the later one."""

from collections.abc import Mapping
from typing import Any

import asyncpg

from models import ActivityKind
from services.activity import Subject
from services.appointments.drafts import (
    AppointmentPatch,
    Reschedule,
    checked_details,
    checked_host,
    checked_length,
    checked_start,
    checked_token,
    checked_zone,
)
from services.appointments.holds import lock_booked_host, use_hold
from services.appointments.locking import lock_scheduled
from services.appointments.overlaps import overlaps_told
from services.appointments.rules import AppointmentRules
from services.patch import ABSENT
from services.transaction import Act, Transaction, transaction
from services.validation import Findings

_UPDATE = """
UPDATE appointments SET {assignments}, sequence = sequence + 1, updated_at = greatest(updated_at, $2) WHERE id = $1
"""


async def update_appointment(appointment_id: int, patch: AppointmentPatch, act: Act) -> None:
    """Change what the patch names. A patch that changes nothing leaves no trace.

    Raises InvalidInput, or Conflict where the appointment is not SCHEDULED.
    """
    findings = Findings()
    values = checked_details(findings, patch)
    async with transaction(act) as tx:
        appointment = await lock_scheduled(tx, findings, appointment_id)
        changed = changes(appointment, values)
        if changed:
            await write(tx, ActivityKind.APPOINTMENT_UPDATED, appointment, changed, changed=sorted(changed))


async def reschedule_appointment(appointment_id: int, wanted: Reschedule, act: Act, rules: AppointmentRules) -> None:
    """Move an appointment to another time, and perhaps to another host or zone.

    Raises InvalidInput, or Conflict where it is not SCHEDULED, or the lead or the host has another appointment then.
    """
    findings = Findings()
    zone = None if wanted.time_zone is None else checked_zone(findings, wanted.time_zone)
    starts_at = checked_start(findings, wanted.start, zone, act.at)
    length = None if wanted.duration_minutes is None else checked_length(findings, wanted.duration_minutes)
    host = ABSENT if wanted.host is ABSENT else checked_host(findings, wanted.host)
    token = checked_token(wanted.hold_token)
    async with transaction(act) as tx:
        appointment = await lock_scheduled(tx, findings, appointment_id)
        zone = zone or appointment["time_zone"]
        if starts_at is None:  # what the clock shows in the zone it was agreed in
            starts_at = checked_start(findings, wanted.start, zone, act.at)
            findings.raise_if_any()
        assert starts_at is not None, "what is wrong with it was raised"
        span = (starts_at, starts_at + (length or appointment["ends_at"] - appointment["starts_at"]))
        host_id = await lock_booked_host(tx, host, token, rules, present=appointment["host_id"])
        values = {"starts_at": span[0], "ends_at": span[1], "time_zone": zone, "host_id": host_id}
        changed = changes(appointment, values)
        if not changed:
            return
        if host_id is not None:
            await use_hold(tx, token, host_id, wanted.start.path, span)
        with overlaps_told(wanted.start.path, {"appointment": appointment_id}):
            await write(tx, ActivityKind.APPOINTMENT_RESCHEDULED, appointment, changed, **changed)


def changes(appointment: asyncpg.Record, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values which the appointment does not have yet."""
    return {name: value for name, value in values.items() if value != appointment[name]}


async def write(
    tx: Transaction, kind: ActivityKind, appointment: asyncpg.Record, values: Mapping[str, Any], **detail: Any
) -> None:
    """Change a locked appointment's columns, and tell of it."""
    assignments = ", ".join(f"{name} = ${number}" for number, name in enumerate(values, start=3))
    statement = _UPDATE.format(assignments=assignments)
    await tx.connection.execute(statement, appointment["id"], tx.act.at, *values.values())
    lead_id, campaign_id = appointment["lead_id"], appointment["campaign_id"]
    tx.log(kind, Subject.APPOINTMENT, appointment["id"], campaign_id=campaign_id, lead_id=lead_id, **detail)
