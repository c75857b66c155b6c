"""Holding a slot: a time of a host's which for a few minutes only its holder can book."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from services.appointments.drafts import Start, checked_host, checked_length, checked_start
from services.appointments.hosts import lock_host, named_host
from services.appointments.overlaps import overlapping, overlaps_told
from services.appointments.rules import AppointmentRules
from services.appointments.working_hours import Interval
from services.errors import Conflict, ErrorCode, InvalidInput, Problem
from services.patch import ABSENT, Absent
from services.transaction import Act, Transaction, transaction
from services.validation import Findings, Path

_EXPIRED = "DELETE FROM slot_holds WHERE host_id = $1 AND expires_at <= $2"

_HOLD = """
INSERT INTO slot_holds (host_id, token, starts_at, ends_at, expires_at) VALUES ($1, $2, $3, $4, $5)
"""

_BOOKED = """
SELECT EXISTS (
    SELECT FROM appointments WHERE host_id = $1 AND status = 'SCHEDULED'
        AND starts_at > $2::timestamptz - interval '12 hours' AND starts_at < $3 AND ends_at > $2
)
"""

_HELD = "SELECT EXISTS (SELECT FROM slot_holds WHERE host_id = $1 AND starts_at < $3 AND ends_at > $2)"

_HOST_OF = "SELECT host_id FROM slot_holds WHERE token = $1"

_TAKE = "DELETE FROM slot_holds WHERE token = $1 RETURNING host_id, starts_at, ends_at"


@dataclass(frozen=True, slots=True)
class Hold:
    """A slot that is held. Whoever knows the token can book it until it expires."""

    token: UUID
    host_id: int
    expires_at: datetime


async def hold_slot(host: str, begin: datetime, minutes: int, act: Act, rules: AppointmentRules) -> Hold:
    """Hold a time of a host's. Raises InvalidInput, or Conflict where it is booked or held."""
    findings, start = Findings(), Start(begin)
    name = checked_host(findings, host) or ""
    length = checked_length(findings, minutes)
    starts_at = checked_start(findings, start, None, act.at)
    findings.raise_if_any()
    assert starts_at is not None, "what is wrong with it was found"
    ends_at = starts_at + length
    async with transaction(act) as tx:
        host_id = await named_host(tx, name, rules)
        await _forget_expired(tx, host_id)
        if await tx.connection.fetchval(_BOOKED, host_id, starts_at, ends_at):
            raise overlapping(start.path, "appointments_of_host_apart")
        hold = Hold(uuid4(), host_id, act.at + rules.hold)
        with overlaps_told(start.path):
            await tx.connection.execute(_HOLD, host_id, hold.token, starts_at, ends_at, hold.expires_at)
    return hold


async def lock_booked_host(
    tx: Transaction, name: str | Absent | None, token: UUID | None, rules: AppointmentRules, present: int | None = None
) -> int | None:
    """The host of an appointment, locked: the one named, or, where nobody is, the hold's or the present one.

    None is no host. Raises InvalidInput where nothing is held under the token, Conflict where a hold is for no host.
    """
    if name is None:
        if token is not None:
            raise _held_for_something_else()
        return None
    if name is not ABSENT:
        return await named_host(tx, name, rules)
    if token is not None:
        present = await tx.connection.fetchval(_HOST_OF, token)
        if present is None:
            raise _unknown()
    if present is not None:
        await lock_host(tx, present)
    return present


async def use_hold(tx: Transaction, token: UUID | None, host_id: int, path: Path, span: Interval) -> None:
    """See that nobody else holds the time of this host, who is locked; the hold of the token is used up.

    Raises InvalidInput where nothing is held under it, and Conflict where another time is, or somebody holds this one.
    """
    await _forget_expired(tx, host_id)
    if token is not None:
        held = await tx.connection.fetchrow(_TAKE, token)
        if held is None:
            raise _unknown()
        if held["host_id"] != host_id or not held["starts_at"] <= span[0] < span[1] <= held["ends_at"]:
            raise _held_for_something_else()
    if await tx.connection.fetchval(_HELD, host_id, *span):
        raise overlapping(path, "slot_holds_apart")


async def _forget_expired(tx: Transaction, host_id: int) -> None:
    await tx.connection.execute(_EXPIRED, host_id, tx.act.at)


def _held_for_something_else() -> Conflict:
    return Conflict(("hold_token",), ErrorCode.CONFLICT, "What is held is another time, or another host's.")


def _unknown() -> InvalidInput:
    message = "Nothing is held under this token, or not any more."
    return InvalidInput(Problem(("hold_token",), ErrorCode.NOT_FOUND, message))
