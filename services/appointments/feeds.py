"""Calendar feeds: a host's appointments at an address which nobody can guess, for the host's own calendar."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

import asyncpg

from models import ActivityKind, AppointmentStatus
from services.activity import Subject
from services.appointments.calendar import CalendarEntry, Organizer, feed_calendar
from services.appointments.hosts import lock_host
from services.transaction import Act, reading, transaction

KEPT = timedelta(days=90)
"""How long appointments stay in a feed after they began."""
CANCELLED_KEPT = timedelta(days=30)
"""How long those that were called off stay there, so that every calendar learns of it."""

_SECRET_BYTES = 32
_SET_DIGEST = "UPDATE hosts SET feed_digest = $2, updated_at = greatest(updated_at, $3) WHERE id = $1"
_HOST = "SELECT id, name FROM hosts WHERE feed_digest = $1"

_ENTRIES = """
SELECT uid, sequence, status, title, starts_at, ends_at, appointment.location, calendar_link, appointment.notes,
    appointment.created_at, appointment.updated_at, leads.name AS lead_name, company
FROM appointments appointment JOIN leads ON leads.id = lead_id
WHERE host_id = $1 AND starts_at > $2::timestamptz - $3::interval
    AND (status <> 'CANCELLED' OR appointment.updated_at > $2 - $4::interval)
ORDER BY starts_at < $2, abs(extract(epoch FROM starts_at - $2)), appointment.id LIMIT $5
"""


@dataclass(frozen=True, slots=True)
class Feed:
    """A host's name, and the rows of the host's appointments: those to come, the next first, then the latest."""

    host_id: int
    host_name: str
    entries: list[asyncpg.Record]


async def open_feed(host_id: int, act: Act) -> str:
    """Give a host's feed a new secret, which is not kept and cannot be asked for again; an earlier one opens nothing.

    Raises NotFound on `("host_id",)`.
    """
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    async with transaction(act) as tx:
        await lock_host(tx, host_id, ("host_id",))
        await tx.connection.execute(_SET_DIGEST, host_id, _digest(secret), act.at)
        tx.log(ActivityKind.CALENDAR_FEED_OPENED, Subject.HOST, host_id)
    return secret


async def revoke_feed(host_id: int, act: Act) -> None:
    """Close a host's feed. Where none is open, nothing happens. Raises NotFound on `("host_id",)`."""
    async with transaction(act) as tx:
        host = await lock_host(tx, host_id, ("host_id",))
        if host["feed_digest"] is not None:
            await tx.connection.execute(_SET_DIGEST, host_id, None, act.at)
            tx.log(ActivityKind.CALENDAR_FEED_REVOKED, Subject.HOST, host_id)


async def read_feed(secret: str, now: datetime, most: int) -> Feed | None:
    """The feed with this secret, with so many appointments at most; None where there is none."""
    async with reading() as connection:
        host = await connection.fetchrow(_HOST, _digest(secret))
        if host is None:
            return None
        entries = await connection.fetch(_ENTRIES, host["id"], now, KEPT, CANCELLED_KEPT, most)
    return Feed(host["id"], host["name"], entries)


def written(feed: Feed) -> str:
    """The feed as iCalendar has it. Takes about a millisecond for each appointment."""
    organizer = Organizer(feed.host_id, feed.host_name)
    return feed_calendar(feed.host_name, (_entry(row, organizer) for row in feed.entries))


def _entry(row: asyncpg.Record, organizer: Organizer) -> CalendarEntry:
    """As the host sees it: with whom, and the notes."""
    lead = ", ".join(filter(None, (row["lead_name"], row["company"])))
    return CalendarEntry(
        uid=str(row["uid"]),
        sequence=row["sequence"],
        status=AppointmentStatus(row["status"]),
        title=row["title"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        created_at=row["created_at"],
        updated_at=row["updated_at"],
        location=row["location"],
        calendar_link=row["calendar_link"],
        description="\n\n".join(filter(None, (lead, row["notes"]))),
        organizer=organizer,
    )


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
