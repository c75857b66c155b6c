"""Which role a field at the root needs: declared beside the field, shown in the schema, and missing nowhere."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

import strawberry
from graphql import GraphQLObjectType, GraphQLSchema
from strawberry.schema_directive import Location
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField

import resolvers.enums.access  # noqa: F401 - describes Role before it is used
from models import Role

C = TypeVar("C", bound=type)


class RoleMissing(TypeError):
    """A field at the root declares no role. The message names it."""


@strawberry.schema_directive(
    locations=[Location.FIELD_DEFINITION], description="Who may ask for the field: credentials with this role or more."
)
class Requires:
    """The directive `@requires`."""

    role: Role = strawberry.directive_field(name="role")


def requires(role: Role, **exceptions: Role) -> Callable[[C], C]:
    """Declare what the fields of a part of `Query`, `Mutation` or `Subscription` need: this role, but for exceptions.

    Exceptions are named as in Python. It stands above `@strawberry.type`.
    """

    def declare(part: C) -> C:
        definition = cast(StrawberryObjectDefinition, cast(Any, part).__strawberry_definition__)
        fields = {field.python_name: field for field in definition.fields}
        if unknown := exceptions.keys() - fields.keys():
            raise TypeError(f"{part.__name__} has no {', '.join(sorted(unknown))}")
        for name, field in fields.items():
            field.directives = [*field.directives, Requires(role=exceptions.get(name, role))]
        return part

    return declare


def required_roles(schema: GraphQLSchema) -> dict[str, dict[str, Role]]:
    """The role which each field needs, by the names of the root type and of the field. Raises RoleMissing."""
    return {root.name: dict(_roles_of(root)) for root in _roots(schema)}


def _roots(schema: GraphQLSchema) -> Iterator[GraphQLObjectType]:
    for root in (schema.query_type, schema.mutation_type, schema.subscription_type):
        if root is not None:
            yield root


def _roles_of(root: GraphQLObjectType) -> Iterator[tuple[str, Role]]:
    for name, field in root.fields.items():
        declared: StrawberryField | None = field.extensions.get("strawberry-definition")
        directives = declared.directives if declared is not None else ()
        roles = [one.role for one in directives if isinstance(one, Requires)]
        if len(roles) != 1:
            raise RoleMissing(f"{root.name}.{name} declares {len(roles)} roles; say one by @requires on its class")
        yield name, roles[0]
