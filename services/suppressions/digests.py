"""Keyed hashes, by which suppressions are matched: whoever reads the table learns nobody's address from them."""

import hmac
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import asyncpg

from models import SuppressionKind
from services.suppressions.normalising import without_tag

_KEY = """
SELECT secret, coalesce(
    (SELECT (settings ->> 'ignore_plus_tags')::boolean FROM safety_settings_versions ORDER BY version DESC LIMIT 1),
    true
) AS ignore_plus_tags FROM installation_secrets WHERE name = 'suppressions'
"""


class Value(NamedTuple):
    """Something that can be suppressed, normalised."""

    kind: SuppressionKind
    text: str


class Digest(NamedTuple):
    """What stands for a value."""

    kind: SuppressionKind
    digest: str


@dataclass(frozen=True, slots=True, repr=False)
class Digester:
    """Makes digests. They differ between installations, and so tell nothing outside."""

    key: bytes
    ignore_plus_tags: bool

    def digest(self, value: Value) -> Digest:
        """The value's digest: HMAC-SHA256 in hexadecimal."""
        return Digest(value.kind, hmac.new(self.key, f"{value.kind}:{value.text}".encode(), sha256).hexdigest())

    def spellings(self, value: Value) -> tuple[Value, ...]:
        """By what the value is suppressed and asked about, the widest first.

        Where plus-tags are ignored, an address with one is both: it stays suppressed when they count again.
        """
        if value.kind is SuppressionKind.EMAIL and self.ignore_plus_tags:
            return tuple(dict.fromkeys((Value(value.kind, without_tag(value.text)), value)))
        return (value,)

    def digests(self, values: Iterable[Value]) -> Iterator[Digest]:
        """The digests of all spellings of these values."""
        for value in values:
            yield from map(self.digest, self.spellings(value))


async def load_digester(connection: asyncpg.Connection) -> Digester:
    """The installation's own, with the settings in force."""
    row = await connection.fetchrow(_KEY)
    assert row is not None, "the migration makes the key"
    return Digester(row["secret"], row["ignore_plus_tags"])
