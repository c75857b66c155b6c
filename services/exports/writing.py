"""Writing an export: a few hundred leads at a time, so that memory does not grow with their number.

Between two pages no connection is held: a slow reader costs nobody anything.
"""

import csv
import io
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import asyncpg
import orjson

import models
from models import ExportFormat
from services.activity import Subject
from services.exports.asking import digest_of
from services.formula_guard import guarded
from services.imports.candidates import joined_tags
from services.transaction import Act, reading, transaction

_PAGE = 500

_TAKE = """
UPDATE lead_exports SET taken_at = $2 WHERE secret_digest = $1 AND taken_at IS NULL AND expires_at > $2
RETURNING id, campaign_id, format, cardinality(lead_ids) AS leads
"""

_COLUMNS = {
    "name": "name",
    "email": "email",
    "phone": "phone",
    "company": "company",
    "role": "role",
    "location": "location",
    "timeZone": "time_zone",
    "website": "website",
    "bio": "bio",
    "followers": "followers",
    "source": "source",
    "stage": "stage",
    "score": "score",
    "tags": "tags",
    "notes": "notes",
    "doNotContact": "do_not_contact",
    "owner": "owner",
    "externalId": "external_id",
    "createdAt": "created_at",
    "updatedAt": "updated_at",
    "lastContactedAt": "last_contacted_at",
    "lastRepliedAt": "last_replied_at",
}
"""As GraphQL names them; behind each, what the database calls it. Before all of them comes the lead's global id."""

_READ = f"""
SELECT lead.id, {", ".join(column for column in _COLUMNS.values() if column != "external_id")}, (
    SELECT value FROM lead_identities identity
    WHERE identity.lead_id = lead.id AND kind = '{models.IdentityKind.EXTERNAL_ID}' ORDER BY identity.id LIMIT 1
) AS external_id
FROM lead_exports export, unnest(export.lead_ids[$2:$3]) WITH ORDINALITY AS page(lead_id, place)
JOIN leads lead ON lead.id = page.lead_id
WHERE export.id = $1 ORDER BY place
"""

GlobalId = Callable[[int], str]
"""From a lead's primary key to the id by which clients name it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An export which is being fetched."""

    id: int
    format: ExportFormat
    leads: int


async def take_export(secret: str, act: Act) -> Taken | None:
    """Begin to fetch an export; None where there is none (any more), or somebody has begun before."""
    async with transaction(act) as tx:
        row = await tx.connection.fetchrow(_TAKE, digest_of(secret), act.at)
        if row is None:
            return None
        tx.log(
            models.ActivityKind.LEADS_EXPORTED,
            Subject.CAMPAIGN,
            row["campaign_id"],
            campaign_id=row["campaign_id"],
            format=row["format"],
            leads=row["leads"],
        )
    return Taken(row["id"], ExportFormat(row["format"]), row["leads"])


async def written(taken: Taken, global_id: GlobalId, act: Act) -> AsyncIterator[bytes]:
    """The export's bytes, UTF-8. Leads which are gone by now are left out, others are as they are now."""
    write = _csv if taken.format is ExportFormat.CSV else _json_lines
    try:
        if taken.format is ExportFormat.CSV:
            # The mark is how spreadsheets know UTF-8.
            yield b"\xef\xbb\xbf" + _table([["id", *_COLUMNS]])
        for first in range(1, taken.leads + 1, _PAGE):
            async with reading() as connection:
                leads = await connection.fetch(_READ, taken.id, first, first + _PAGE - 1)
            yield write(leads, global_id)
    finally:
        async with transaction(act) as tx:
            await tx.connection.execute("DELETE FROM lead_exports WHERE id = $1", taken.id)


def _json_lines(leads: Sequence[asyncpg.Record], global_id: GlobalId) -> bytes:
    return b"".join(
        orjson.dumps(
            {"id": global_id(lead["id"])} | {name: lead[column] for name, column in _COLUMNS.items()},
            option=orjson.OPT_APPEND_NEWLINE,
        )
        for lead in leads
    )


def _csv(leads: Sequence[asyncpg.Record], global_id: GlobalId) -> bytes:
    return _table([[global_id(lead["id"]), *(_cell(lead[column]) for column in _COLUMNS.values())] for lead in leads])


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return guarded(joined_tags(value))
        case str():
            return guarded(value)
        case int() | float():
            return str(value)
    return str(value.isoformat())
