"""Suppressing people and domains, by entries and by lists, and letting them be written to again."""

from typing import Any

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.suppressions.inputs import AddSuppressionsInput, ImportSuppressionsInput, RemoveSuppressionInput
from resolvers.user_errors import Payload, mutation, payload
from services.errors import ErrorCode
from services.suppressions import SuppressionOutcome, add_suppressions, import_suppressions, remove_suppression


@pushdown.json_object
class SuppressionResult:
    """What became of one entry."""

    value: str = pushdown.column("The value that was given.")
    outcome: SuppressionOutcome = pushdown.column("What became of it.")
    code: ErrorCode | None = pushdown.column("For a REFUSED one: why, for programs.")
    message: str | None = pushdown.column("For a REFUSED one: why and how to mend it, for people.")
    suppression = pushdown.keyed(
        models.Suppression, "By what it is suppressed now; null where it was refused.", key="key"
    )


@pushdown.json_object
class RefusedSuppression:
    """A row of a list that is nothing of its kind."""

    number: int = pushdown.column("The row, from 1 on, not counting a line for the columns' names.")
    code: ErrorCode = pushdown.column("Why, for programs.")
    message: str = pushdown.column("Why and how to mend it, for people.")


@payload
class AddSuppressionsPayload(Payload):
    """What `addSuppressions` answers."""

    results: list[dict[str, Any]] = pushdown.embedded_values(
        SuppressionResult, "One result an entry, in their order; empty where the input was refused."
    )


@payload
class RemoveSuppressionPayload(Payload):
    """What `removeSuppression` answers."""


@payload
class ImportSuppressionsPayload(Payload):
    """What `importSuppressions` answers."""

    added: int | None = strawberry.field(
        default=None, description="How many rows were ADDED; null where the input was refused."
    )
    already: int | None = strawberry.field(
        default=None, description="How many rows were there ALREADY; null where the input was refused."
    )
    refused: int | None = strawberry.field(
        default=None, description="How many rows were REFUSED; null where the input was."
    )
    refused_rows: list[dict[str, Any]] = pushdown.embedded_values(
        RefusedSuppression, "The first hundred rows which were REFUSED, and why."
    )


@requires(Role.ADMIN)
@strawberry.type
class SuppressionMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Suppress people and domains: nothing is sent to them, and they do not become leads. An entry that is "
        "suppressed already is only made to last longer. Each entry is dealt with by itself."
    )
    async def add_suppressions(self, info: OperationInfo, input: AddSuppressionsInput) -> AddSuppressionsPayload:
        results = await add_suppressions(input.draft(), act(info))
        return AddSuppressionsPayload(
            results=[
                {
                    "value": entry.value,
                    "outcome": result.outcome,
                    "code": result.problem.code if result.problem else None,
                    "message": result.problem.message if result.problem else None,
                    "key": result.suppression_id,
                }
                for entry, result in zip(input.entries, results, strict=True)
            ]
        )

    @mutation("Remove a suppression: what it was of may be sent messages again. The log keeps who did it, and why.")
    async def remove_suppression(self, info: OperationInfo, input: RemoveSuppressionInput) -> RemoveSuppressionPayload:
        await remove_suppression(row_key(input.id, "Suppression"), input.reason, act(info))
        return RemoveSuppressionPayload()

    @mutation(
        "Suppress all whom a list names that was sent to `POST /uploads`: a table, or one value a line; at most "
        "100,000 rows. Columns `value`, `email`, `domain`, `phone` or `handle`, and `kind`, are read. A list imported "
        "again changes nothing."
    )
    async def import_suppressions(
        self, info: OperationInfo, input: ImportSuppressionsInput
    ) -> ImportSuppressionsPayload:
        done = await import_suppressions(input.draft(), act(info))
        return ImportSuppressionsPayload(
            added=done.counts[SuppressionOutcome.ADDED],
            already=done.counts[SuppressionOutcome.ALREADY],
            refused=done.counts[SuppressionOutcome.REFUSED],
            refused_rows=[
                {"number": number, "code": problem.code, "message": problem.message}
                for number, problem in done.problems
            ],
        )
