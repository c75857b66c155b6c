"""Whether somebody is suppressed, at this moment by the database's clock."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import asyncpg

from models import SuppressionKind
from services.suppressions.digests import Digest, Value, load_digester
from services.suppressions.normalising import domains_of, normal_value

_MATCHING = """
SELECT kind, digest, source, reason FROM suppressions
WHERE (kind, digest) IN (SELECT * FROM unnest($1::text[], $2::text[])) AND (expires_at IS NULL OR expires_at > now())
"""

# A lead is also whom it took in by a merge, and has every address by which it was ever recognised.
_LEADS = """
SELECT lead.id, lead.email, lead.phone,
    ARRAY(SELECT value FROM lead_identities WHERE lead_id = lead.id AND kind = 'EMAIL') AS emails,
    ARRAY(SELECT value FROM lead_identities WHERE lead_id = lead.id AND kind = 'PHONE') AS phones,
    ARRAY(SELECT value FROM lead_identities WHERE lead_id = lead.id AND kind = 'HANDLE') AS handles,
    absorbed.ids AS absorbed, absorbed.emails AS absorbed_emails, absorbed.phones AS absorbed_phones
FROM leads lead, LATERAL (
    SELECT coalesce(array_agg((one ->> 'lead_id')::bigint), '{}') AS ids,
        coalesce(array_agg(one #>> '{lead,email}'), '{}') AS emails,
        coalesce(array_agg(one #>> '{lead,phone}'), '{}') AS phones
    FROM lead_merges merge, jsonb_array_elements(merge.absorbed) one
    WHERE merge.lead_id = lead.id AND merge.undone_at IS NULL
) absorbed
WHERE lead.id = ANY($1::bigint[])
"""

_TELLING = (
    SuppressionKind.LEAD,
    SuppressionKind.EMAIL,
    SuppressionKind.PHONE,
    SuppressionKind.HANDLE,
    SuppressionKind.DOMAIN,
)
"""Where several suppress a person, the one that tells most is told: one of the person rather than of a domain."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of somebody, as it is spelt somewhere. A handle is `PLATFORM:handle`."""

    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    handles: Sequence[str] = ()
    lead_ids: Sequence[int] = ()

    def values(self) -> Iterator[Value]:
        """By what the person can be suppressed."""
        for email in self.emails:
            if (normal := normal_value(SuppressionKind.EMAIL, email)) is not None:
                yield Value(SuppressionKind.EMAIL, normal)
                yield from (Value(SuppressionKind.DOMAIN, domain) for domain in domains_of(normal))
        for kind, texts in ((SuppressionKind.PHONE, self.phones), (SuppressionKind.HANDLE, self.handles)):
            for text in texts:
                if (normal := normal_value(kind, text)) is not None:
                    yield Value(kind, normal)
        for lead_id in self.lead_ids:
            yield Value(SuppressionKind.LEAD, str(lead_id))


async def suppressed_people(connection: asyncpg.Connection, people: Sequence[Person]) -> list[str | None]:
    """What suppresses each of these people, in words; None for who is not."""
    if not people:
        return []
    digester = await load_digester(connection)
    sought = [frozenset(digester.digests(person.values())) for person in people]
    told = await _matching(connection, frozenset().union(*sought))
    return [_strictest(digests, told) for digests in sought]


async def suppressed_leads(connection: asyncpg.Connection, lead_ids: Iterable[int]) -> dict[int, str]:
    """What suppresses which of these leads, in words; the others are left out."""
    rows = await connection.fetch(_LEADS, list(set(lead_ids)))
    found = await suppressed_people(connection, [_person(row) for row in rows])
    return {row["id"]: told for row, told in zip(rows, found, strict=True) if told is not None}


async def suppression_of(connection: asyncpg.Connection, lead_id: int) -> str | None:
    """What suppresses this lead, in words; None where nothing does."""
    return (await suppressed_leads(connection, [lead_id])).get(lead_id)


async def _matching(connection: asyncpg.Connection, sought: frozenset[Digest]) -> Mapping[Digest, str]:
    if not sought:
        return {}
    ordered = list(sought)
    rows = await connection.fetch(_MATCHING, [one.kind for one in ordered], [one.digest for one in ordered])
    return {Digest(SuppressionKind(row["kind"]), row["digest"]): _in_words(row) for row in rows}


def _person(row: asyncpg.Record) -> Person:
    return Person(
        emails=[*filter(None, (row["email"], *row["emails"], *row["absorbed_emails"]))],
        phones=[*filter(None, (row["phone"], *row["phones"], *row["absorbed_phones"]))],
        handles=row["handles"],
        lead_ids=[row["id"], *row["absorbed"]],
    )


def _strictest(digests: frozenset[Digest], told: Mapping[Digest, str]) -> str | None:
    matching = [digest for digest in digests if digest in told]
    return told[min(matching, key=lambda digest: _TELLING.index(digest.kind))] if matching else None


def _in_words(row: asyncpg.Record) -> str:
    reason = f": {row['reason']}" if row["reason"] else ""
    return f"{row['kind']} by {row['source']}{reason}"
