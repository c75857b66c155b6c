"""Finding leads which are probably one person."""

from typing import Annotated, Any

import strawberry

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Role
from resolvers.access.requiring import requires
from resolvers.ids import row_key
from services.errors import InvalidInput
from services.merges import EvidenceKind, find_duplicates


@pushdown.json_object
class DuplicateEvidence:
    """Something that leads have in common."""

    kind: EvidenceKind = pushdown.column("What it is.")
    value: str = pushdown.column("The value, or both where they are only alike.")


@pushdown.json_object
class DuplicateGroup:
    """Leads which are probably one person."""

    leads = pushdown.keyed_list(models.Lead, "The leads, the first to come in first; at most 51.", keys="lead_ids")
    score: float = pushdown.column("How probable it is, 0 to 1: as probable as the weakest link between them.")
    evidence: list[DuplicateEvidence] = pushdown.embedded_list("What speaks for it, the most telling first.")


@strawberry.type(description="Leads of a campaign which are probably one person each.")
class DuplicateLeads:
    """What `findDuplicateLeads` answers."""

    groups: list[dict[str, Any]] = pushdown.embedded_values(DuplicateGroup, "The groups, the surest first.")
    has_more: bool = strawberry.field(description="Whether there are more groups than asked for.")


async def _find_duplicate_leads(
    campaign_id: Annotated[strawberry.ID, strawberry.argument(description="The campaign.")],
    first: Annotated[int, strawberry.argument(description="How many groups at most, 1 to 100.")] = 50,
) -> DuplicateLeads:
    try:
        found = await find_duplicates(row_key(campaign_id, "Campaign"), first)
    except InvalidInput as error:
        raise pushdown.InvalidArgument("first", error.problems[0].message) from error
    groups = [
        {
            "lead_ids": group.ids,
            "score": group.score,
            "evidence": [{"kind": one.kind, "value": one.value} for one in group.evidence],
        }
        for group in found.groups
    ]
    return DuplicateLeads(groups=groups, has_more=found.has_more)


@requires(Role.VIEWER, find_duplicate_leads=Role.OPERATOR)
@strawberry.type
class MergeQueries:
    """Fields of `Query`."""

    find_duplicate_leads: DuplicateLeads = strawberry.field(
        resolver=_find_duplicate_leads,
        description="Leads of a campaign which are probably one person: by telephone number, e-mail address, profiles, "
        "accounts, web site, or name and company. What many leads have tells nobody apart. Nothing is merged.",
    )
