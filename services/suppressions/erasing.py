"""Erasing a person: who they were is forgotten, that they must not be written to is not."""

from models import SuppressionKind, SuppressionSource
from services.suppressions.digests import Value, load_digester
from services.suppressions.normalising import normal_value
from services.transaction import Transaction

# What somebody wrote as the reason may name the person, too.
_FORGET = f"""
INSERT INTO suppressions (kind, value, digest, reason, source, actor, created_at, expires_at)
SELECT $1, NULL, digest, NULL, '{SuppressionSource.ERASURE}', $3, $4, NULL
FROM unnest($2::text[]) digest ORDER BY digest
ON CONFLICT (kind, digest) DO UPDATE SET value = NULL, reason = NULL, source = excluded.source,
    actor = excluded.actor, expires_at = NULL
"""


async def forget_values(tx: Transaction, kind: SuppressionKind, text: str) -> None:
    """Suppress a value for ever by its digest alone, whether it was suppressed before or not.

    A text that is nothing of this kind names nobody, and leaves nothing.
    """
    normal = normal_value(kind, text)
    if normal is None:
        return
    digester = await load_digester(tx.connection)
    digests = [digester.digest(value).digest for value in digester.spellings(Value(kind, normal))]
    await tx.connection.execute(_FORGET, kind, digests, tx.act.actor, tx.act.at)
