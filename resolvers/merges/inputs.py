"""What is to be merged, and what is to be undone."""

import strawberry

import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.ids import row_key
from services.merges import MergeField, MergeRequest


@strawberry.input(description="Whose value a field takes.")
class MergeChoiceInput:
    """A choice of `mergeLeads`."""

    field: MergeField = strawberry.field(description="The field.")
    lead_id: strawberry.ID = strawberry.field(description="The lead whose value it takes, even if that has none.")


@strawberry.input(description="Leads of one campaign which are one person.")
class MergeLeadsInput:
    """Input of `mergeLeads`."""

    lead_id: strawberry.ID = strawberry.field(description="The lead which survives; its values win.")
    merge_ids: list[strawberry.ID] = strawberry.field(
        description="The leads which it takes in, at most 50; what it lacks is filled from them in this order."
    )
    choices: list[MergeChoiceInput] = strawberry.field(
        default_factory=list, description="Fields which take the value of a certain lead instead, each at most once."
    )
    expected_version: int | None = strawberry.field(
        default=None, description="Refuse with CONFLICT unless the surviving lead has this version."
    )
    dry_run: bool = strawberry.field(default=False, description="Change nothing, only show what would come of it.")

    def request(self) -> MergeRequest:
        """The input as the service takes it."""
        return MergeRequest(
            row_key(self.lead_id, "Lead"),
            [row_key(one, "Lead") for one in self.merge_ids],
            [(choice.field, row_key(choice.lead_id, "Lead")) for choice in self.choices],
            self.expected_version,
        )


@strawberry.input(description="A merge to be undone.")
class UndoMergeInput:
    """Input of `undoMerge`."""

    merge_id: strawberry.ID = strawberry.field(description="The merge.")
