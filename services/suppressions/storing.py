"""The statements of adding: a few, however many suppressions there are."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

import asyncpg

from models import SuppressionKind
from services.suppressions.digests import Digest, Digester, Value
from services.suppressions.drafts import Terms
from services.transaction import Transaction
from services.validation import LARGEST_ID

# In the order of the unique index, so that nobody waits in a circle. A value that was forgotten stays forgotten.
_STORE = """
INSERT INTO suppressions (kind, value, digest, reason, source, actor, created_at, expires_at)
SELECT kind, value, digest, $4, $5, $6, $7, $8
FROM unnest($1::text[], $2::text[], $3::text[]) AS wanted(kind, value, digest) ORDER BY kind, digest
ON CONFLICT (kind, digest) DO UPDATE SET reason = excluded.reason, source = excluded.source, actor = excluded.actor,
    expires_at = excluded.expires_at
WHERE suppressions.expires_at < coalesce(excluded.expires_at, 'infinity')
RETURNING id, kind, digest
"""

_PRESENT = """
SELECT id, kind, digest FROM suppressions
WHERE (kind, digest) IN (SELECT * FROM unnest($1::text[], $2::text[]))
    AND coalesce(expires_at, 'infinity') >= coalesce($3, 'infinity'::timestamptz)
"""

_LEADS = "SELECT id FROM leads WHERE id = ANY($1::bigint[])"


class Stored(NamedTuple):
    """A suppression's id, and whether it is new or lasts longer than before."""

    id: int
    is_news: bool


async def store(tx: Transaction, digester: Digester, values: Collection[Value], terms: Terms) -> dict[Value, Stored]:
    """Suppress these values, each once."""
    digests = {digester.digest(value): value for value in values}
    rows = await tx.connection.fetch(
        _STORE,
        [value.kind for value in digests.values()],
        [value.text for value in digests.values()],
        [one.digest for one in digests],
        terms.reason,
        terms.source,
        tx.act.actor,
        tx.act.at,
        terms.expires_at,
    )
    news = {digests[_digest(row)]: Stored(row["id"], True) for row in rows}
    present = await present_among(tx.connection, digester, [value for value in values if value not in news], terms)
    return news | {value: Stored(key, False) for value, key in present.items()}


async def present_among(
    connection: asyncpg.Connection, digester: Digester, values: Iterable[Value], terms: Terms
) -> dict[Value, int]:
    """The ids of the suppressions of these values which last as long as the terms say, or longer."""
    digests = {digester.digest(value): value for value in values}
    rows = await connection.fetch(
        _PRESENT,
        [one.kind for one in digests],
        [one.digest for one in digests],
        terms.expires_at,
    )
    return {digests[_digest(row)]: row["id"] for row in rows}


async def leads_among(connection: asyncpg.Connection, values: Iterable[Value | object]) -> frozenset[Value]:
    """Those of the values which name leads that are there."""
    keys = [
        int(value.text)
        for value in values
        if isinstance(value, Value) and value.kind is SuppressionKind.LEAD and int(value.text) <= LARGEST_ID
    ]
    rows = await connection.fetch(_LEADS, keys) if keys else []
    return frozenset(Value(SuppressionKind.LEAD, str(row["id"])) for row in rows)


def _digest(row: asyncpg.Record) -> Digest:
    return Digest(SuppressionKind(row["kind"]), row["digest"])
