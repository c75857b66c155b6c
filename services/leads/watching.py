"""Watching leads: every change from now on, of one campaign's or of all."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import models
from models import ActivityKind
from services.activity import Change, Position, Subject
from services.activity_feed import ActivityFeed
from services.errors import NotFound
from services.leads.refusing import is_key

_OF_MANY = frozenset((ActivityKind.LEAD_IMPORT_PROGRESSED, ActivityKind.PROFILES_CONVERTED))
"""What is told once, however many leads were created or changed by it."""


@dataclass(frozen=True, slots=True)
class LeadUpdate:
    """A change of one lead, or, without `lead_id`, of many."""

    position: Position
    kind: ActivityKind
    lead_id: int | None


async def watch_leads(feed: ActivityFeed, campaign_id: int | None, after: Position | None) -> AsyncIterator[LeadUpdate]:
    """The changes after `after`, or from now on, oldest first, without gap. Raises NotFound on `("campaign_id",)`."""
    async with feed.subscribe(_is_of_leads, after, campaign_id=campaign_id) as changes:
        if campaign_id is not None and not (is_key(campaign_id) and await models.Campaign.exists(id=campaign_id)):
            raise NotFound(("campaign_id",), "campaign")
        async for change in changes:
            lead_id = change.subject_id if change.subject_type == Subject.LEAD else None
            yield LeadUpdate(change.position, _kind(change), lead_id)


def _is_of_leads(change: Change) -> bool:
    return change.subject_type == Subject.LEAD or change.kind in _OF_MANY


def _kind(change: Change) -> ActivityKind:
    """What a newer program did to a lead is a change of the lead, at any rate."""
    return ActivityKind(change.kind) if change.kind in ActivityKind.__members__ else ActivityKind.LEAD_UPDATED
