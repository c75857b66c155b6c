"""What errors outside of `userErrors` become for clients: known ones get a code, faults are masked and logged."""

import logging
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

import asyncpg
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError, StrawberryInputCoercionError
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types.execution import ExecutionContext, ExecutionResult
from strawberry.types.graphql import OperationType

import pushdown
from resolvers.context import Context
from services.activity_feed import FellBehind
from services.errors import DomainError
from services.unreachable import UNREACHABLE

logger = logging.getLogger(__name__)

_RETRY_SECONDS = 1


class Schema(pushdown.Schema):
    """A schema which lets nothing out that was not meant for clients."""

    hides_names = False
    """Whether errors are to suggest no names of the schema."""

    async def execute(  # noqa: PLR0917 - the signature is Strawberry's
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: Any | None = None,
        root_value: Any | None = None,
        operation_name: str | None = None,
        allowed_operation_types: Iterable[OperationType] | None = None,
        operation_extensions: dict[str, Any] | None = None,
    ) -> ExecutionResult:
        """Execute a query or a mutation. A subscription, which has more than one answer, is refused."""
        allowed = set(allowed_operation_types or OperationType) - {OperationType.SUBSCRIPTION}
        result = await super().execute(
            query, variable_values, context_value, root_value, operation_name, allowed, operation_extensions
        )
        if isinstance(context_value, Context) and context_value.spent is not None:
            result.extensions = {**(result.extensions or {}), "cost": context_value.spent.told}
        return result

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Replace each error in place by what the client is shown."""
        errors[:] = [_shown(error, execution_context) for error in errors]
        if self.hides_names:
            errors[:] = [_without_suggestions(error) for error in errors]


def _without_suggestions(error: GraphQLError) -> GraphQLError:
    """graphql-core ends messages with them. It would leave them out when it validates, but not of variables."""
    message, suggests, _ = error.message.partition(" Did you mean ")
    if not suggests:
        return error
    return GraphQLError(message, nodes=error.nodes, source=error.source, path=error.path, extensions=error.extensions)


def _shown(error: GraphQLError, context: ExecutionContext | None) -> GraphQLError:
    cause = error.original_error
    match cause:
        case StrawberryInputCoercionError() if error.path:  # its message has Python's types in it
            return _replaced(error, "null was given for a value that can only be left out.", code="BAD_USER_INPUT")
        case None | GraphQLError():
            return error
        case DomainError(problems=problems):
            return _replaced(error, str(cause), code=problems[0].code.value)
        case MissingQueryError():
            return _misasked(cause, "There is no query in this request.")
        case CannotGetOperationTypeError():
            return _misasked(cause, cause.as_http_error_reason())
        case InvalidOperationTypeError(operation_type=asked):
            return _misasked(cause, f"A {asked.value} cannot be carried out in this way.")
        case FellBehind(position=position):
            message = "This client reads too slowly; subscribe again with `after` to go on where it stands."
            return _replaced(error, message, code="FELL_BEHIND", after=position.encode())
        case asyncpg.QueryCanceledError():
            return _replaced(error, "This took the database too long, and was given up.", code="TIMEOUT")
    # asyncpg's errors for arguments that it cannot send are ValueErrors, too.
    if isinstance(cause, UNREACHABLE) and not isinstance(cause, ValueError):
        logger.warning("the database cannot be reached", extra={"reason": str(cause) or type(cause).__name__})
        message = "The database cannot be reached just now. Try again in a moment."
        return _replaced(error, message, code="UNAVAILABLE", retryAfter=_RETRY_SECONDS)
    fault_id = uuid4().hex
    operation = context.operation_name if context else None
    logger.error(
        "fault in a GraphQL operation",
        exc_info=cause,
        extra={"fault_id": fault_id, "operation": operation, "path": error.path},
    )
    return _replaced(
        error, f"Something went wrong on our side; the log has it as {fault_id}.", code="INTERNAL", faultId=fault_id
    )


def _misasked(cause: Exception, message: str) -> GraphQLError:
    """Nothing that can be carried out. Sockets are closed for some of it, by the cause."""
    return GraphQLError(message, original_error=cause, extensions={"code": "BAD_REQUEST"})


def _replaced(error: GraphQLError, message: str, **extensions: str | int) -> GraphQLError:
    return GraphQLError(message, nodes=error.nodes, path=error.path, extensions=extensions)
