"""What is asked before an operation is carried out: whether whoever asks may, and whether it is too much."""

from collections.abc import Mapping, Sequence
from typing import Any

from graphql import GraphQLError, GraphQLSchema

from pushdown.documents import Operation
from resolvers.access.enforcing import Access, Needed, refusal
from resolvers.context import Context
from resolvers.limits.bounds import CostBounds
from resolvers.limits.costing import Cost, Costing
from resolvers.limits.points import Points

_NOBODY = "anonymous"


class Admission:
    """Asked for every operation of a valid document. Without `bounds`, operations may cost what they want."""

    def __init__(self, schema: GraphQLSchema, bounds: CostBounds | None) -> None:
        self._access = Access(schema)
        self._costing = Costing(schema)
        self._bounds = bounds
        self._points = Points(bounds) if bounds is not None else None

    def __call__(self, operation: Operation, inputs: Mapping[str, Any], context: Context) -> Sequence[GraphQLError]:
        """Why the operation is not carried out; nothing where it is. It is paid for here, and only once."""
        needed, cost = operation.derived.get(self) or self._look_at(operation)
        refused = refusal(needed, context.viewer)
        if refused is not None:
            return (refused,)
        if self._bounds is None or self._points is None:
            return ()
        # A request is asked again where it takes execution. A socket has one context for all its operations.
        if context.spent is not None and context.connection_params is None:
            return ()
        points = cost.of(inputs)
        if points > self._bounds.operation:
            message = (
                f"This operation costs {points:,} points; at most {self._bounds.operation:,} are taken. Ask for less."
            )
            told = {"requested": points, "available": self._bounds.operation, "restoreRate": self._bounds.restored}
            return (GraphQLError(message, extensions={"code": "TOO_COMPLEX", "cost": told}),)
        spent = self._points.spend(context.viewer.credential if context.viewer else _NOBODY, points)
        if spent.retry_after:
            message = f"These credentials have spent their points. Try again in {spent.retry_after} s."
            extensions = {"code": "RATE_LIMITED", "cost": spent.told, "retryAfter": spent.retry_after}
            return (GraphQLError(message, extensions=extensions),)
        context.spent = spent
        return ()

    def _look_at(self, operation: Operation) -> tuple[Needed | None, Cost]:
        found = operation.derived[self] = self._access.needed(operation), self._costing.cost(operation)
        return found
