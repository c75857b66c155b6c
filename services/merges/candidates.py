"""Who might be one person: leads of a campaign that have something in common, found by one statement.

It reads each lead once, whatever their number, and compares none with another: leads meet under a key. A key that many
have tells nobody apart: a switchboard's number, the site of a company, the first names of its people.
"""

from dataclasses import dataclass
from enum import IntEnum

import asyncpg

from services.merges.free_mail import FREE_MAIL


class Common(IntEnum):
    """What leads can have in common, the most telling first."""

    MAILBOX = 1
    PROFILE = 2
    PHONE = 3
    HANDLE = 4
    NAME = 5
    NEARLY_NAME = 6
    WEBSITE = 7


MOST_TOGETHER = 10
"""How often a key may occur at most."""
MOST_ON_A_SITE = 3
"""Likewise, a web site: more are the people of a company."""
MOST_OF_A_PROFILE = 50
"""Likewise, a profile's address: each job finds it again."""
MOST_BLOCKS = 2_000
"""How many keys are looked into at most, the most telling first."""

_HOME = "rtrim(replace(split_part(lower({url}), '://', 2), 'www.', ''), '/')"
"""Of a URL what does not depend on how it is written down."""


def _folded(column: str) -> str:
    """Without case and accents. Most texts are plain ASCII, which saves the search for accents."""
    accents = f"regexp_replace(normalize({column}, NFKD), '[\\u0300-\\u036f]', '', 'g')"
    return f"lower(CASE WHEN octet_length({column}) = char_length({column}) THEN {column} ELSE {accents} END)"


_NAMED = """
SELECT id, hashtextextended(concat_ws(' ', {words}, place), 0) AS key, NULL::text AS value, true AS is_own
FROM placed WHERE {which}
"""

# Names agree in first and last word, whichever stands first; nearly, in one of both and the initial of the other.
_HELD = {
    Common.MAILBOX: """
        SELECT id, hashtextextended(replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@' || domain, 0)
            AS key, NULL::text AS value, true AS is_own
        FROM lead WHERE domain <> ''
    """,
    Common.PROFILE: f"""
        SELECT id, hashtextextended({_HOME.format(url="url")}, 0) AS key, url AS value, is_own FROM (
            SELECT id, profile_url AS url, true AS is_own FROM profile
            UNION ALL SELECT id, link, false FROM profile, jsonb_array_elements_text(links) link
            UNION ALL SELECT id, website, false FROM lead WHERE website <> ''
        ) address
    """,
    Common.PHONE: """
        SELECT id, hashtextextended(phone, 0) AS key, NULL::text AS value, true AS is_own FROM lead WHERE phone <> ''
    """,
    Common.HANDLE: """
        SELECT id, hashtextextended(handle, 0) AS key, handle AS value, true AS is_own FROM (
            SELECT lead_id AS id, lower(substr(value, strpos(value, ':') + 1)) AS handle
            FROM lead_identities WHERE campaign_id = $1 AND kind = 'HANDLE' AND value NOT LIKE 'WEB:%'
        ) account WHERE length(handle) > 4 AND handle ~ '[^0-9]'
    """,
    Common.NAME: _NAMED.format(words="least(first, last), greatest(first, last)", which="first <> last"),
    Common.NEARLY_NAME: f"""
        {_NAMED.format(words="left(first, 1), last", which="first <> last AND is_best")}
        UNION ALL {_NAMED.format(words="first, left(last, 1)", which="first <> last AND is_best")}
    """,
    Common.WEBSITE: f"""
        SELECT id, hashtextextended({_HOME.format(url="website")}, 0) AS key, NULL::text AS value, true AS is_own
        FROM lead WHERE website <> ''
    """,
}
"""For each kind the keys of leads, who meet where one has the key as its own: a place that two link to says nothing."""

_MOST = {Common.WEBSITE: MOST_ON_A_SITE, Common.PROFILE: MOST_OF_A_PROFILE}

_OF_ONE_KIND = """
(SELECT {common} AS common, array_agg(id) AS ids, min(value) AS value FROM ({held}) held GROUP BY key
HAVING min(id) < max(id) AND count(*) <= {most} AND bool_or(is_own) ORDER BY min(id) LIMIT $3)
"""

_KINDS = " UNION ALL ".join(
    _OF_ONE_KIND.format(common=common.value, held=held, most=_MOST.get(common, MOST_TOGETHER))
    for common, held in _HELD.items()
)

_BLOCKS = f"""
WITH lead AS MATERIALIZED (
    SELECT id, phone, website, lower(email) AS email, split_part(lower(email), '@', 2) AS domain,
        translate({_folded("company")}, '.,-_/()&'' ', '') AS company,
        array_remove(string_to_array(translate({_folded("name")}, '.,-_/()', '       '), ' '), '') AS words
    FROM leads WHERE campaign_id = $1
), placed AS MATERIALIZED (
    SELECT id, company AS place, true AS is_best, words[1] AS first, words[cardinality(words)] AS last
    FROM lead WHERE company <> ''
    UNION ALL
    SELECT id, domain, company IS NULL, words[1], words[cardinality(words)]
    FROM lead WHERE domain <> '' AND domain <> ALL($2::text[])
), profile AS MATERIALIZED (
    SELECT profile.lead_id AS id, profile.profile_url, profile.links
    FROM discovered_profiles profile JOIN discovery_jobs job ON job.id = profile.job_id
    WHERE job.campaign_id = $1 AND profile.lead_id IS NOT NULL
)
SELECT common, ids, value FROM ({_KINDS}) block ORDER BY common LIMIT $3
"""

_LEADS = "SELECT id, name, email, phone, company, website FROM leads WHERE id = ANY($1::bigint[])"

_CAMPAIGN = "SELECT EXISTS (SELECT FROM campaigns WHERE id = $1)"


@dataclass(frozen=True, slots=True)
class Block:
    """Leads with something in common. `value` is what, where their own rows do not have it."""

    common: Common
    ids: tuple[int, ...]
    value: str | None


async def candidates(connection: asyncpg.Connection, campaign_id: int) -> tuple[list[Block], list[asyncpg.Record]]:
    """At most 2,000 blocks, the most telling first, and the leads in them."""
    records = await connection.fetch(_BLOCKS, campaign_id, sorted(FREE_MAIL), MOST_BLOCKS)
    blocks = [Block(Common(record["common"]), tuple(sorted(set(record["ids"]))), record["value"]) for record in records]
    ids = {lead_id for block in blocks for lead_id in block.ids}
    return blocks, await connection.fetch(_LEADS, list(ids))


async def is_campaign(connection: asyncpg.Connection, campaign_id: int) -> bool:
    """Whether there is such a campaign."""
    return bool(await connection.fetchval(_CAMPAIGN, campaign_id))
