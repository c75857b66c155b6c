"""An import's statements for one batch: a dozen, however many rows it has."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import orjson

import models
from models import ImportOutcome, LeadStage
from services.identities import IdentityKey
from services.imports.candidates import Candidate
from services.imports.deciding import Decider, Decision
from services.imports.drafts import COLUMNS, LeadDraft
from services.imports.recognition import Register
from services.leads.funnel import enter_funnel
from services.leads.locking import lock_leads
from services.suppressions.matching import Person, suppressed_leads, suppressed_people
from services.transaction import Transaction

_LOCK_CAMPAIGN = "SELECT id FROM campaigns WHERE id = $1 FOR NO KEY UPDATE"

_OWNERS = """
SELECT kind, value, lead_id FROM lead_identities
WHERE campaign_id = $1 AND (kind, value) IN (SELECT * FROM unnest($2::text[], $3::text[]))
"""

_NAMED = "SELECT id FROM leads WHERE campaign_id = $1 AND id = ANY($2::bigint[])"

# A number that hundreds have says nothing about any of them.
_WITH_PHONE = """
SELECT wanted.phone, lead.id FROM unnest($2::text[]) AS wanted(phone)
CROSS JOIN LATERAL (
    SELECT id FROM leads WHERE campaign_id = $1 AND phone = wanted.phone ORDER BY campaign_id, phone, id LIMIT 20
) lead
"""

_NEW_IDS = "SELECT nextval(pg_get_serial_sequence('leads', 'id')) AS id FROM generate_series(1, $1)"

_TYPES = {"score": "double precision", "tags": "text[]", "do_not_contact": "boolean"}
_NAMES = ", ".join(COLUMNS)
_ROWS = (
    "jsonb_to_recordset($1::jsonb) AS draft(id bigint, stage text, changed text[], "
    + ", ".join(f"{column} {_TYPES.get(column, 'text')}" for column in COLUMNS)
    + ")"
)

_INSERT_LEADS = f"""
INSERT INTO leads (id, campaign_id, source, stage, provenance, created_at, updated_at, stage_entered_at, {_NAMES})
SELECT id, $2, '{models.LeadSource.IMPORT}', stage, '[]', $3, $3, $3, {_NAMES} FROM {_ROWS}
"""

# Where the former values came from is forgotten, as after any change. `greatest`, because who waited for the lock may
# have begun before who had it.
_UPDATE_LEADS = f"""
UPDATE leads SET {", ".join(f"{column} = draft.{column}" for column in COLUMNS)},
    version = version + 1, updated_at = greatest(updated_at, $2), provenance = (
        SELECT coalesce(jsonb_agg(origin ORDER BY place), '[]')
        FROM jsonb_array_elements(provenance) WITH ORDINALITY AS known(origin, place)
        WHERE coalesce(origin ->> 'field' <> ALL(draft.changed), true)
    )
FROM {_ROWS} WHERE leads.id = draft.id
"""

_LEAVE_IDENTITIES = """
DELETE FROM lead_identities identity USING unnest($2::bigint[], $3::text[], $4::text[]) AS gone(lead_id, kind, value)
WHERE identity.campaign_id = $1 AND identity.lead_id = gone.lead_id AND identity.kind = gone.kind
    AND identity.value = gone.value
"""

_INSERT_IDENTITIES = """
INSERT INTO lead_identities (campaign_id, lead_id, kind, value)
SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::text[])
"""

_INSERT_RESULTS = """
INSERT INTO lead_import_rows (lead_import_id, number, outcome, lead_id, problems, at)
SELECT $1, $2 + place, outcome, lead_id, problems::jsonb, $3
FROM unnest($4::text[], $5::bigint[], $6::text[]) WITH ORDINALITY AS row(outcome, lead_id, problems, place)
"""

_LOST = "Imported as LOST."


async def lock_campaign(tx: Transaction, campaign_id: int) -> None:
    """Let the campaign's imports and conversions happen one after the other."""
    await tx.connection.execute(_LOCK_CAMPAIGN, campaign_id)


async def load_register(tx: Transaction, campaign_id: int, candidates: Collection[Candidate]) -> Register:
    """The leads which the rows may be about, locked."""
    keys = list({key for one in candidates for key in (one.external_id, one.email, one.digest) if key is not None})
    named = {one.lead_id for one in candidates if one.lead_id is not None}
    phones = {one.phone for one in candidates if one.phone is not None}
    owners = {
        IdentityKey(models.IdentityKind(record["kind"]), record["value"]): record["lead_id"]
        for record in await tx.connection.fetch(
            _OWNERS, campaign_id, [key.kind for key in keys], [key.value for key in keys]
        )
    }
    ours = {record["id"] for record in await tx.connection.fetch(_NAMED, campaign_id, list(named))} if named else set()
    having = await tx.connection.fetch(_WITH_PHONE, campaign_id, list(phones)) if phones else []
    known = ours | set(owners.values()) | {record["id"] for record in having}
    leads = await lock_leads(tx, known, *COLUMNS) if known else {}
    drafts = {
        lead_id: LeadDraft({column: lead[column] for column in COLUMNS}, lead_id) for lead_id, lead in leads.items()
    }
    by_phone: dict[str, list[LeadDraft]] = {}
    for record in having:
        if record["id"] in drafts:
            by_phone.setdefault(record["phone"], []).append(drafts[record["id"]])
    # Of leads which were deleted while we waited for them, the keys are gone, too.
    present = {key: drafts[lead_id] for key, lead_id in owners.items() if lead_id in drafts}
    register = Register(present, {lead_id: drafts[lead_id] for lead_id in ours & drafts.keys()}, by_phone)
    register.suppressed = await suppressed_leads(tx.connection, drafts) if drafts else {}
    register.suppressed_values = await _suppressed_values(tx, candidates)
    return register


async def _suppressed_values(tx: Transaction, candidates: Collection[Candidate]) -> Mapping[str, str]:
    people = {
        text: person
        for one in candidates
        for text, person in (
            (one.values.get("email"), Person(emails=[one.values.get("email", "")])),
            (one.phone, Person(phones=[one.phone or ""])),
        )
        if text is not None
    }
    told = await suppressed_people(tx.connection, list(people.values()))
    return {text: why for text, why in zip(people, told, strict=True) if why is not None}


async def write(tx: Transaction, campaign_id: int, decider: Decider) -> None:
    """Insert the new leads, giving them their ids in the rows' order, and update those of which the file says more.

    Raises UniqueViolationError where somebody who does not import has just entered one of the people.
    """
    new = [draft for draft in decider.touched if draft.is_new]
    if new:
        for draft, record in zip(new, await tx.connection.fetch(_NEW_IDS, len(new)), strict=True):
            draft.id = record["id"]
        await tx.connection.execute(_INSERT_LEADS, _as_json(new), campaign_id, tx.act.at)
        lost = [draft.id for draft in new if draft.stage is LeadStage.LOST]
        await enter_funnel(tx, [draft.id for draft in new if draft.stage is not LeadStage.LOST])
        if lost:
            await enter_funnel(tx, lost, reason=_LOST)
    if earlier := [draft for draft in decider.touched if draft.changed]:
        await tx.connection.execute(_UPDATE_LEADS, _as_json(earlier), tx.act.at)
    if decider.register.left:
        await tx.connection.execute(_LEAVE_IDENTITIES, campaign_id, *_columns(decider.register.left))
    if decider.register.added:
        await tx.connection.execute(_INSERT_IDENTITIES, campaign_id, *_columns(decider.register.added))


async def write_results(tx: Transaction, import_id: int, before: int, decisions: Sequence[Decision]) -> None:
    """Keep what became of the rows after the first `before`. Leads that are not there have no id."""
    await tx.connection.execute(
        _INSERT_RESULTS,
        import_id,
        before,
        tx.act.at,
        [decision.outcome for decision in decisions],
        [decision.draft.id or None if decision.draft else None for decision in decisions],
        [_problems(decision) if decision.outcome is ImportOutcome.REJECTED else None for decision in decisions],
    )


def _columns(keys: Mapping[IdentityKey, LeadDraft]) -> tuple[list[int], list[str], list[str]]:
    return [draft.id for draft in keys.values()], [key.kind for key in keys], [key.value for key in keys]


def _as_json(drafts: Iterable[LeadDraft]) -> str:
    rows: list[dict[str, Any]] = [
        {"id": draft.id, "stage": draft.stage, "changed": sorted(draft.changed), **draft.values} for draft in drafts
    ]
    return orjson.dumps(rows).decode()


def _problems(decision: Decision) -> str:
    return orjson.dumps(
        [
            {"column": problem.path[0] or None, "code": problem.code, "message": problem.message}
            for problem in decision.problems
        ]
    ).decode()
