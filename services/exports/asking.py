"""Asking for an export: whom it is about is settled now, what is known of them when it is fetched."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from models import ExportFormat
from services.errors import NotFound
from services.transaction import Act, transaction
from services.validation import LARGEST_ID

_PRUNE = "DELETE FROM lead_exports WHERE expires_at < $1"

_CREATE = """
INSERT INTO lead_exports (campaign_id, secret_digest, format, actor, expires_at, lead_ids)
SELECT id, ${digest}, ${format}, ${actor}, ${expires_at}, ARRAY(
    SELECT lead.id FROM leads lead WHERE lead.campaign_id = campaign.id AND ({condition})
    ORDER BY lead.created_at, lead.id
)
FROM campaigns campaign WHERE id = ${campaign}
RETURNING cardinality(lead_ids)
"""

FILE_NAMES = {ExportFormat.CSV: "leads.csv", ExportFormat.JSON_LINES: "leads.jsonl"}
_LONGEST_DOWNLOAD = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class ExportLimits:
    """How long an export can be fetched. A setting; the value here is its default."""

    lifetime: timedelta = timedelta(minutes=10)


DEFAULT_EXPORT_LIMITS = ExportLimits()


@dataclass(frozen=True, slots=True)
class Condition:
    """What leads must meet: SQL over a row named `lead`, and the values of its parameters, which begin with $1."""

    sql: str = "true"
    values: tuple[object, ...] = ()


ANY = Condition()


@dataclass(frozen=True, slots=True)
class ExportDraft:
    """An export to be asked for."""

    campaign_id: int
    format: ExportFormat
    condition: Condition = ANY


@dataclass(frozen=True, slots=True)
class ExportTicket:
    """Leave to fetch an export. Whoever has the secret has the leads."""

    secret: str
    leads: int
    """How many there are in it."""


async def export_leads(draft: ExportDraft, act: Act, limits: ExportLimits = DEFAULT_EXPORT_LIMITS) -> ExportTicket:
    """Settle whom an export is about, and give leave to fetch it once, soon. Raises NotFound on `("campaign_id",)`."""
    if not 0 < draft.campaign_id <= LARGEST_ID:
        raise NotFound(("campaign_id",), "campaign")
    secret = secrets.token_urlsafe(32)
    own = {
        "digest": digest_of(secret),
        "format": draft.format,
        "actor": act.actor,
        "expires_at": act.at + limits.lifetime,
        "campaign": draft.campaign_id,
    }
    places = {name: number for number, name in enumerate(own, start=len(draft.condition.values) + 1)}
    statement = _CREATE.format(condition=draft.condition.sql, **places)
    async with transaction(act) as tx:
        await tx.connection.execute(_PRUNE, act.at - _LONGEST_DOWNLOAD)
        leads: int | None = await tx.connection.fetchval(statement, *draft.condition.values, *own.values())
        if leads is None:
            raise NotFound(("campaign_id",), "campaign")
    return ExportTicket(secret, leads)


def address(secret: str, format_: ExportFormat) -> str:
    """Where an export is fetched, relative to the server's own address."""
    return f"/exports/{secret}/{FILE_NAMES[format_]}"


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()
