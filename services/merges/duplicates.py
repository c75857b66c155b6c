"""Finding leads which are probably one person. Nothing is merged here: that is for people to decide."""

import asyncio
from dataclasses import dataclass

from services.errors import NotFound
from services.merges.candidates import candidates, is_campaign
from services.merges.likelihood import Group, likely_groups
from services.merges.traits import traits_of
from services.transaction import reading
from services.validation import LARGEST_ID, Findings

MOST_GROUPS = 100
"""How many groups are told at once."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """The surest groups, and whether there are more."""

    groups: list[Group]
    has_more: bool


async def find_duplicates(campaign_id: int, first: int) -> Duplicates:
    """At most `first` groups of a campaign's leads, the surest first.

    Raises NotFound on `("campaign_id",)`, InvalidInput unless `first` is from 1 to 100.
    """
    findings = Findings()
    findings.whole_number(("first",), first, 1, MOST_GROUPS)
    findings.raise_if_any()
    async with reading() as connection:
        if not 0 < campaign_id <= LARGEST_ID or not await is_campaign(connection, campaign_id):
            raise NotFound(("campaign_id",), "campaign")
        blocks, leads = await candidates(connection, campaign_id)
    # Beside the event loop, which others need meanwhile.
    groups = await asyncio.to_thread(lambda: likely_groups([traits_of(lead) for lead in leads], blocks))
    return Duplicates(groups[:first], has_more=len(groups) > first)
