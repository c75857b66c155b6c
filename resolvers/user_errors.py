"""The one translation of domain errors: what is wrong with an input becomes entries of `userErrors`."""

import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

import strawberry
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case
from typing_extensions import dataclass_transform

import resolvers.enums  # noqa: F401 - describes ErrorCode before it is used
from services.errors import Conflict, DomainError, ErrorCode, Problem

C = TypeVar("C", bound=type)
P = TypeVar("P")


@strawberry.type(description="One thing that is wrong with an input. Nothing was changed.")
class UserError:
    """A problem as clients see it."""

    field: list[str] | None = strawberry.field(
        description="The path into the input, e.g. `[criteria, seedUrls, 0]`; null where no single field is to blame."
    )
    message: str = strawberry.field(description="What is wrong and how to mend it, for people.")
    code: ErrorCode = strawberry.field(description="What is wrong, for programs.")


@strawberry.type(description="What a mutation answers.")
class Payload:
    """The base of all payloads."""

    user_errors: list[UserError] = strawberry.field(
        default_factory=list, description="What is wrong with the input; empty where the mutation was carried out."
    )


@dataclass_transform(kw_only_default=True)
def payload(cls: C) -> C:
    """Make a class a mutation's payload type, described by its docstring."""
    return strawberry.type(cls, description=inspect.getdoc(cls))


def mutation(description: str) -> Callable[[Callable[..., Awaitable[P]]], P]:
    """A field of `Mutation`. Its function returns its payload or raises a DomainError, which becomes `userErrors`.

    A Conflict shows the present state beside them, in the payload's fields which it names.
    """

    def declare(function: Callable[..., Awaitable[P]]) -> P:
        answer = cast(Callable[..., Any], inspect.signature(function).return_annotation)

        @functools.wraps(function)
        async def resolve(*args: Any, **kwargs: Any) -> P:
            try:
                return await function(*args, **kwargs)
            except DomainError as error:
                current = error.current if isinstance(error, Conflict) else {}
                return cast(P, answer(user_errors=[user_error(problem) for problem in error.problems], **current))

        field = cast(StrawberryField, strawberry.mutation(resolver=resolve, description=description))
        for argument in field.arguments:
            argument.description = "What is to be done."
        return cast(P, field)

    return declare


def user_error(problem: Problem) -> UserError:
    """A problem as clients see it, its path in the input's own spelling."""
    path = [to_camel_case(part) for part in problem.path]
    return UserError(field=path or None, message=problem.message, code=problem.code)
