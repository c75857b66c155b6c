"""Leaving addresses in peace: those of people who ask for it, and those which take no mail."""

from email.utils import parseaddr

from models import SuppressionKind, SuppressionSource
from services.outreach.changing import suppress_address
from services.suppressions.adding import add_values
from services.suppressions.digests import Value, load_digester
from services.suppressions.drafts import LONGEST_REASON, Terms
from services.transaction import Transaction

_ADDRESSES = """
SELECT lead.email, message.recipient FROM leads lead
LEFT JOIN outreach_messages message ON message.id = $2 AND message.channel = 'EMAIL'
WHERE lead.id = $1
"""


async def rest_person(tx: Transaction, lead_id: int, message_id: int | None, sender: str | None, reason: str) -> None:
    """Suppress a lead who asks for it, on every channel: whoever writes "do not call me" by mail means the telephone.

    With it goes each address in question, so that the person stays suppressed when met again as another lead.
    `sender` is the address it was asked from, bare or with a name.
    """
    terms = Terms(SuppressionSource.REPLY, reason[:LONGEST_REASON])
    lead = Value(SuppressionKind.LEAD, str(lead_id))
    await add_values(tx, await load_digester(tx.connection), [lead], terms)
    row = await tx.connection.fetchrow(_ADDRESSES, lead_id, message_id)
    assert row is not None, "its reply was just stored"
    asked_from = parseaddr(sender)[1] if sender else None
    for address in sorted({address for address in (row["email"], row["recipient"], asked_from) if address}):
        await suppress_address(tx, address, SuppressionSource.REPLY, reason)


async def rest_bounced(tx: Transaction, lead_id: int, message_id: int | None, reason: str) -> None:
    """Suppress the address that takes no mail: the one written to, or the lead's where nobody knows which that was."""
    row = await tx.connection.fetchrow(_ADDRESSES, lead_id, message_id)
    assert row is not None, "its bounce was just stored"
    address = row["recipient"] or row["email"]
    if address is not None:
        await suppress_address(tx, address, SuppressionSource.BOUNCE, reason)
