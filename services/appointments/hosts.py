"""Hosts: who of us holds appointments. They are made as they are named for the first time."""

from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson

from models import ActivityKind
from services.activity import Subject
from services.appointments.drafts import LONGEST_HOST_NAME, checked_zone
from services.appointments.rules import AppointmentRules
from services.appointments.working_hours import Span, Week, changed_week
from services.errors import Conflict, ErrorCode, NotFound
from services.patch import ABSENT, Absent
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings, Path

_BY_NAME = "SELECT id FROM hosts WHERE lower(name) = lower($1) FOR NO KEY UPDATE"

_CREATE = """
INSERT INTO hosts (name, time_zone, working_hours, created_at, updated_at) VALUES ($1, $2, $3::jsonb, $4, $4)
ON CONFLICT DO NOTHING RETURNING id
"""

_BY_ID = "SELECT id, name, time_zone, working_hours, feed_digest FROM hosts WHERE id = $1 FOR NO KEY UPDATE"

_UPDATE = """
UPDATE hosts SET name = $2, time_zone = $3, working_hours = $4::jsonb, updated_at = greatest(updated_at, $5)
WHERE id = $1
"""


@dataclass(frozen=True, slots=True)
class HostPatch:
    """What to change about a host; whatever is ABSENT stays, and so do days of `working_hours` that are not named."""

    name: str | Absent = ABSENT
    time_zone: str | Absent = ABSENT
    working_hours: dict[str, list[Span]] | Absent = ABSENT


async def named_host(tx: Transaction, name: str, rules: AppointmentRules) -> int:
    """The id of the host of this name, whatever the case of its letters, locked so that bookings wait for each other.

    Somebody who is named for the first time becomes a host.
    """
    while (host_id := await tx.connection.fetchval(_BY_NAME, name)) is None:
        hours = orjson.dumps(rules.working_hours).decode()
        host_id = await tx.connection.fetchval(_CREATE, name, rules.time_zone, hours, tx.act.at)
        if host_id is not None:
            tx.log(ActivityKind.HOST_CREATED, Subject.HOST, host_id)
            break
    found: int = host_id
    return found


async def lock_host(tx: Transaction, host_id: int, path: Path = ("id",)) -> asyncpg.Record:
    """The host's row, locked likewise. Raises NotFound on `path`."""
    host = await tx.connection.fetchrow(_BY_ID, host_id) if 0 < host_id <= LARGEST_ID else None
    if host is None:
        raise NotFound(path, "host")
    return host


async def update_host(host_id: int, patch: HostPatch, act: Act) -> None:
    """Change what the patch names. A patch that changes nothing leaves no trace; appointments stay as they are.

    Raises InvalidInput, NotFound on `("id",)`, or Conflict where another host has the name.
    """
    findings = Findings()
    values: dict[str, Any] = {}
    if patch.name is not ABSENT:
        values["name"] = findings.required_text(("name",), patch.name, LONGEST_HOST_NAME)
    if patch.time_zone is not ABSENT:
        values["time_zone"] = checked_zone(findings, patch.time_zone)
    if patch.working_hours is not ABSENT:
        changed_week(findings, ("working_hours",), {}, patch.working_hours)
    findings.raise_if_any()
    async with transaction(act) as tx:
        host = dict(await lock_host(tx, host_id))
        week: Week = orjson.loads(host["working_hours"])
        host["working_hours"] = week
        if patch.working_hours is not ABSENT:
            values["working_hours"] = changed_week(findings, (), week, patch.working_hours)
        changed = {name: value for name, value in values.items() if value != host[name]}
        if changed:
            await _write(tx, host | changed)
            tx.log(ActivityKind.HOST_UPDATED, Subject.HOST, host_id, changed=sorted(changed))


async def _write(tx: Transaction, host: dict[str, Any]) -> None:
    hours = orjson.dumps(host["working_hours"]).decode()
    try:
        await tx.connection.execute(_UPDATE, host["id"], host["name"], host["time_zone"], hours, tx.act.at)
    except asyncpg.UniqueViolationError as error:
        raise Conflict(("name",), ErrorCode.TAKEN, "Another host has this name.") from error
