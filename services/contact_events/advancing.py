"""What an event does to its lead, in the statement that writes the event.

It moves the lead on and raises `last_contacted_at` or `last_replied_at`. Neither ever goes back: not by an event which
is noted late, nor because one is changed or deleted.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from models import ActivityKind, ContactDirection, LeadStage
from services.errors import NotFound
from services.leads.funnel import REACHED_BY_CONTACT
from services.transaction import NOTIFIED, Transaction, telling

_TOLD = """
    SELECT $8::text AS kind, 'Lead' AS subject_type, lead.id AS subject_id, lead.campaign_id,
        jsonb_build_object('contact_event_id', event.id) || $9::jsonb AS detail
    FROM lead, event
    UNION ALL
    SELECT 'LEAD_STAGE_CHANGED', 'Lead', lead.id, lead.campaign_id, jsonb_build_object('from', lead.stage, 'to', $7)
    FROM lead, event WHERE lead.stage = ANY($6)
"""

# The lead is locked as it is looked at. `greatest` passes over NULL. A lead whose row stays as it is is not written.
_ADVANCE = f"""
WITH lead AS MATERIALIZED (
    SELECT id, campaign_id, stage, version, stage_entered_at, last_contacted_at, last_replied_at
    FROM leads WHERE id = $1 FOR NO KEY UPDATE
), event AS (%s), advanced AS (
    UPDATE leads SET
        last_contacted_at = greatest(lead.last_contacted_at, $4::timestamptz),
        last_replied_at = greatest(lead.last_replied_at, $5::timestamptz),
        stage = CASE WHEN lead.stage = ANY($6::text[]) THEN $7::text ELSE lead.stage END,
        stage_entered_at = CASE WHEN lead.stage = ANY($6)
            THEN greatest(lead.stage_entered_at, $2::timestamptz) ELSE lead.stage_entered_at END,
        version = lead.version + 1,
        updated_at = greatest(leads.updated_at, $2)
    FROM lead, event
    WHERE leads.id = lead.id AND (lead.stage = ANY($6)
        OR $4 > coalesce(lead.last_contacted_at, '-infinity') OR $5 > coalesce(lead.last_replied_at, '-infinity'))
), history AS (
    INSERT INTO stage_changes (lead_id, campaign_id, from_stage, to_stage, actor, entered_from_at, at)
    SELECT lead.id, campaign_id, stage, $7, $3, stage_entered_at, greatest(stage_entered_at, $2)
    FROM lead, event WHERE stage = ANY($6)
), {telling(_TOLD, actor="$3", at="$2")}
SELECT event.id AS event_id, {NOTIFIED} FROM lead LEFT JOIN event ON true
"""


@dataclass(frozen=True, slots=True)
class Effect:
    """What an event does to its lead."""

    contacted_at: datetime | None = None
    replied_at: datetime | None = None
    from_stages: Collection[LeadStage] = ()
    to_stage: LeadStage | None = None


NO_EFFECT = Effect()


def effect_of(direction: ContactDirection, occurred_at: datetime, *, moves: bool = True) -> Effect:
    """The effect of an event; one which does not move its lead raises the time alone."""
    to_stage, from_stages = REACHED_BY_CONTACT[direction] if moves else (None, ())
    if direction is ContactDirection.OUTBOUND:
        return Effect(occurred_at, None, from_stages, to_stage)
    return Effect(None, occurred_at, from_stages, to_stage)


def advancing(write: str) -> str:
    """The statement around a part which writes an event and gives its `id`, and which tells of all that happened.

    In that part `lead` is the lead, `$2` and `$3` are the time and the actor, and values of its own begin with `$10`.
    """
    return _ADVANCE % write


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written of an event: a statement made by `advancing` with its values, and what the log is told of it."""

    statement: str
    values: Sequence[Any]
    kind: ActivityKind
    detail: Mapping[str, Any]


async def advance(tx: Transaction, lead_id: int, writing: Writing, effect: Effect) -> int | None:
    """Write an event with its effect, and give its id; None where the part wrote nothing, and nothing else happened.

    Raises NotFound on `("lead_id",)`.
    """
    written = await tx.connection.fetchrow(
        writing.statement,
        lead_id,
        tx.act.at,
        tx.act.actor,
        effect.contacted_at,
        effect.replied_at,
        list(effect.from_stages),
        effect.to_stage,
        writing.kind,
        orjson.dumps(writing.detail).decode(),
        *writing.values,
    )
    if written is None:
        raise NotFound(("lead_id",), "lead")
    event_id: int | None = written["event_id"]
    return event_id
