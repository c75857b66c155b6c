"""A lead's e-mail address as the key by which the person is recognised: no two leads of a campaign share one."""

import asyncpg

from services.errors import Conflict, ErrorCode
from services.identities import IdentityKey, email_key
from services.transaction import Transaction

# In one statement with its owner, so that an address can neither be taken nor become free between asking and writing.
_TAKE = """
INSERT INTO lead_identities AS identity (campaign_id, lead_id, kind, value) VALUES ($1, $2, $3, $4)
ON CONFLICT (campaign_id, kind, value) DO UPDATE SET lead_id = identity.lead_id RETURNING lead_id
"""

_LEAVE = "DELETE FROM lead_identities WHERE campaign_id = $1 AND lead_id = $2 AND kind = $3 AND value = $4"


async def take_email(tx: Transaction, campaign_id: int, lead_id: int, email: str) -> None:
    """Make an address, as `services.leads.values` spells it, this lead's key, which it may be already.

    Raises Conflict on `("email",)` where it is another lead's.
    """
    key = email_key(email)
    if key is not None:
        await _take(tx, campaign_id, lead_id, key)


async def change_email(tx: Transaction, lead: asyncpg.Record, email: str | None) -> None:
    """Let a locked lead, given as it was with its `email`, be recognised by this address instead. Raises Conflict."""
    campaign_id, lead_id = lead["campaign_id"], lead["id"]
    former = email_key(lead["email"] or "")
    key = email_key(email or "")
    if key is not None:
        await _take(tx, campaign_id, lead_id, key)
    if former is not None and former != key:
        await tx.connection.execute(_LEAVE, campaign_id, lead_id, former.kind, former.value)


async def _take(tx: Transaction, campaign_id: int, lead_id: int, key: IdentityKey) -> None:
    owner = await tx.connection.fetchval(_TAKE, campaign_id, lead_id, key.kind, key.value)
    if owner != lead_id:
        message = "Another lead of the campaign has this e-mail address."
        raise Conflict(("email",), ErrorCode.TAKEN, message, {"lead": owner})
