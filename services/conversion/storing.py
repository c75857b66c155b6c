"""A conversion's statements: a handful, however many profiles there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import orjson

import models
from services.conversion.lead_drafts import FROM_PROFILE, LeadDraft
from services.conversion.recognition import Keys, Register
from services.identities import IdentityKey, address_key
from services.leads.funnel import enter_funnel
from services.transaction import Transaction

_LOCK_CAMPAIGN = """
SELECT campaign.id FROM campaigns campaign JOIN discovery_jobs job ON job.campaign_id = campaign.id
WHERE job.id = $1 FOR NO KEY UPDATE OF campaign
"""

_PROFILES = """
SELECT id, platform, handle, profile_url, display_name, bio, role, company, email, phone, website, location, followers,
    links, match_score, provenance, discovered_at, lead_id
FROM discovered_profiles WHERE job_id = $1 AND id = ANY($2::bigint[]) ORDER BY id FOR NO KEY UPDATE
"""

_OWNERS = """
SELECT kind, value, lead_id FROM lead_identities
WHERE campaign_id = $1 AND (kind, value) IN (SELECT * FROM unnest($2::text[], $3::text[]))
"""

_ADDRESSES = "SELECT DISTINCT profile_url FROM discovered_profiles WHERE lead_id = ANY($1::bigint[])"

_LEADS = f"""
SELECT id, {", ".join(FROM_PROFILE)} FROM leads WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
"""

_NEW_IDS = "SELECT nextval(pg_get_serial_sequence('leads', 'id')) AS id FROM generate_series(1, $1)"

_COLUMNS = {
    "id": "bigint",
    "name": "text",
    "email": "text",
    "phone": "text",
    "company": "text",
    "role": "text",
    "location": "text",
    "website": "text",
    "bio": "text",
    "followers": "integer",
    "score": "double precision",
    "provenance": "jsonb",
}
_NAMES = ", ".join(_COLUMNS)
_ROWS = f"jsonb_to_recordset($1::jsonb) AS draft({', '.join(f'{name} {type_}' for name, type_ in _COLUMNS.items())})"

_INSERT_LEADS = f"""
INSERT INTO leads
    (campaign_id, source, stage, tags, do_not_contact, created_at, updated_at, stage_entered_at, {_NAMES})
SELECT $2, '{models.LeadSource.DISCOVERY}', '{models.LeadStage.NEW}', '{{}}', false, $3, $3, $3, {_NAMES} FROM {_ROWS}
"""

_ENRICH_LEADS = f"""
UPDATE leads SET updated_at = $2, version = version + 1, provenance = leads.provenance || draft.provenance,
    {", ".join(f"{column} = draft.{column}" for column in FROM_PROFILE)}
FROM {_ROWS} WHERE leads.id = draft.id
"""

_INSERT_IDENTITIES = """
INSERT INTO lead_identities (campaign_id, lead_id, kind, value)
SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[])
"""

_LINK_PROFILES = """
UPDATE discovered_profiles SET lead_id = link.lead_id
FROM unnest($1::bigint[], $2::bigint[]) AS link(profile_id, lead_id) WHERE id = link.profile_id
"""


async def lock_campaign(tx: Transaction, job_id: int) -> int | None:
    """The id of the job's campaign, locked so that its conversions happen one after the other; None without a job."""
    campaign_id: int | None = await tx.connection.fetchval(_LOCK_CAMPAIGN, job_id)
    return campaign_id


async def load_profiles(tx: Transaction, job_id: int, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
    """The job's profiles among `ids`, locked, their lists read from JSON."""
    records = await tx.connection.fetch(_PROFILES, job_id, list(ids))
    return {
        record["id"]: dict(record)
        | {"links": orjson.loads(record["links"]), "provenance": orjson.loads(record["provenance"])}
        for record in records
    }


async def load_register(
    tx: Transaction, campaign_id: int, profiles: Iterable[Mapping[str, Any]], keys: Iterable[Keys]
) -> tuple[Register, dict[int, LeadDraft]]:
    """Whom the keys belong to, and the leads which these profiles lead to, by id."""
    own = {key for its_keys in keys for key in its_keys.own}
    linked = {key for its_keys in keys for key in its_keys.linked}
    sought = list(own | linked)
    records = await tx.connection.fetch(
        _OWNERS, campaign_id, [key.kind for key in sought], [key.value for key in sought]
    )
    owner_ids = {
        IdentityKey(models.IdentityKind(record["kind"]), record["value"]): record["lead_id"] for record in records
    }
    converted = {profile["lead_id"] for profile in profiles if profile["lead_id"] is not None}
    leads = await tx.connection.fetch(_LEADS, list(converted | set(owner_ids.values())))
    drafts = {
        record["id"]: LeadDraft(record["id"], {column: record[column] for column in FROM_PROFILE}) for record in leads
    }
    by_link = {lead_id for key, lead_id in owner_ids.items() if key in linked}
    urls = await tx.connection.fetch(_ADDRESSES, list(by_link)) if by_link else []
    owners = {key: drafts[lead_id] for key, lead_id in owner_ids.items()}
    return Register(owners, {address_key(record["profile_url"]) for record in urls}), drafts


async def write_leads(tx: Transaction, campaign_id: int, drafts: Collection[LeadDraft]) -> None:
    """Insert the new leads, giving them their ids in their order, and update those of which more is known."""
    new = [draft for draft in drafts if draft.is_new]
    if new:
        for draft, record in zip(new, await tx.connection.fetch(_NEW_IDS, len(new)), strict=True):
            draft.id = record["id"]
        await tx.connection.execute(_INSERT_LEADS, _as_json(new), campaign_id, tx.act.at)
        await enter_funnel(tx, [draft.id for draft in new])
    enriched = [draft for draft in drafts if draft.is_enriched]
    if enriched:
        await tx.connection.execute(_ENRICH_LEADS, _as_json(enriched), tx.act.at)


async def write_identities(tx: Transaction, campaign_id: int, added: Mapping[IdentityKey, LeadDraft]) -> None:
    """Enter the leads' new keys. Raises UniqueViolationError where somebody else has just entered one."""
    if added:
        await tx.connection.execute(
            _INSERT_IDENTITIES,
            campaign_id,
            [draft.id for draft in added.values()],
            [key.kind for key in added],
            [key.value for key in added],
        )


async def link_profiles(tx: Transaction, links: Sequence[tuple[int, LeadDraft]]) -> None:
    """Link profiles to their leads, which have their ids by now."""
    if links:
        await tx.connection.execute(
            _LINK_PROFILES, [profile_id for profile_id, _ in links], [draft.id for _, draft in links]
        )


def _as_json(drafts: Iterable[LeadDraft]) -> str:
    return orjson.dumps([{"id": draft.id, "provenance": draft.provenance, **draft.values} for draft in drafts]).decode()
