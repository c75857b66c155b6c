"""What is signed: the links by which people unsubscribe, and the ids of e-mails."""

import base64
import binascii
import hmac
from dataclasses import dataclass
from hashlib import sha256

import asyncpg

from models import SuppressionKind
from services.suppressions.digests import Value, load_digester
from services.suppressions.normalising import normal_value

_MAKE = """
INSERT INTO installation_secrets (name, secret)
VALUES ('unsubscribe', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())))
ON CONFLICT (name) DO NOTHING
"""
_SECRET = "SELECT secret FROM installation_secrets WHERE name = 'unsubscribe'"

_ID_BYTES, _DIGEST_BYTES, _MARK_BYTES = 8, 32, 16
_LENGTH = _ID_BYTES + _DIGEST_BYTES + _MARK_BYTES


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says: the message it came with, and the digest by which the address is suppressed.

    The digest is for when the message is gone, and with it all who knew to whom it went.
    """

    message_id: int
    digest: str


async def secret_of(connection: asyncpg.Connection) -> bytes:
    """The installation's secret for these, made when it is first asked for."""
    secret: bytes | None = await connection.fetchval(_SECRET)
    if secret is None:
        await connection.execute(_MAKE)
        secret = await connection.fetchval(_SECRET)
    assert secret is not None, "it was just made"
    return secret


async def sign_link(connection: asyncpg.Connection, message_id: int, address: str) -> str:
    """The token for a link in a message to this address, of letters that are safe in a path."""
    normal = normal_value(SuppressionKind.EMAIL, address) or address
    digester = await load_digester(connection)
    digest = digester.digest(digester.spellings(Value(SuppressionKind.EMAIL, normal))[0]).digest
    said = message_id.to_bytes(_ID_BYTES) + bytes.fromhex(digest)
    return base64.urlsafe_b64encode(said + _mark(await secret_of(connection), b"link", said)).decode().rstrip("=")


async def read_link(connection: asyncpg.Connection, token: str) -> Link | None:
    """What a token says; None for one that is none of ours."""
    try:
        raw = base64.b64decode(token + "=" * (-len(token) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    said, mark = raw[:-_MARK_BYTES], raw[-_MARK_BYTES:]
    if len(raw) != _LENGTH or not hmac.compare_digest(mark, _mark(await secret_of(connection), b"link", said)):
        return None
    return Link(int.from_bytes(said[:_ID_BYTES]), said[_ID_BYTES:].hex())


async def mail_id(connection: asyncpg.Connection, message_id: int, domain: str) -> str:
    """A message's Message-ID: the same however often it is tried, and not to be guessed."""
    mark = _mark(await secret_of(connection), b"mail", message_id.to_bytes(_ID_BYTES)).hex()
    return f"<{message_id}.{mark}@{domain}>"


def _mark(secret: bytes, purpose: bytes, said: bytes) -> bytes:
    return hmac.new(secret, purpose + b":" + said, sha256).digest()[:_MARK_BYTES]
