"""What an event does to its lead, in the statement that writes the event.

It moves the lead on and raises `last_contacted_at` or `last_replied_at`. Neither ever goes back: not by an event which
is noted late, nor because one is changed or deleted.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import asyncpg

from models import ActivityKind, ContactDirection, LeadStage
from services.activity import Subject
from services.leads.funnel import REACHED_BY_CONTACT
from services.leads.stages import log_stage_change
from services.transaction import Transaction

# The lead is locked as it is looked at. `greatest` passes over NULL. A lead whose row stays as it is is not written.
_ADVANCE = """
WITH lead AS MATERIALIZED (
    SELECT id, campaign_id, stage, version, stage_entered_at, last_contacted_at, last_replied_at
    FROM leads WHERE id = $1 FOR NO KEY UPDATE
), event AS (%s), advanced AS (
    UPDATE leads SET
        last_contacted_at = greatest(lead.last_contacted_at, $4::timestamptz),
        last_replied_at = greatest(lead.last_replied_at, $5::timestamptz),
        stage = CASE WHEN lead.stage = ANY($6::text[]) THEN $7 ELSE lead.stage END,
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
)
SELECT lead.id, lead.campaign_id, lead.stage, lead.stage = ANY($6) AS moved, event.id AS event_id
FROM lead LEFT JOIN event ON true
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
    """The statement around a part which writes an event and gives its `id`.

    There `lead` is the lead, `$2` and `$3` are the time and the actor, and values of its own begin with `$8`.
    """
    return _ADVANCE % write


async def advance(tx: Transaction, statement: str, lead_id: int, effect: Effect, *values: Any) -> asyncpg.Record | None:
    """Write an event with its effect. Gives the lead as it was, with the event's id; None where there is no lead.

    Where the part wrote nothing, `event_id` is None, and nothing else happened.
    """
    act = tx.act
    lead: asyncpg.Record | None = await tx.connection.fetchrow(
        statement,
        lead_id,
        act.at,
        act.actor,
        effect.contacted_at,
        effect.replied_at,
        list(effect.from_stages),
        effect.to_stage,
        *values,
    )
    return lead


def tell(tx: Transaction, kind: ActivityKind, lead: asyncpg.Record, effect: Effect, **detail: Any) -> None:
    """Tell what `advance` did: what happened to the event, then, if so, that the lead was moved."""
    about = {"contact_event_id": lead["event_id"], **detail}
    tx.log(kind, Subject.LEAD, lead["id"], campaign_id=lead["campaign_id"], **about)
    if lead["moved"] and effect.to_stage:
        log_stage_change(tx, lead, effect.to_stage)
