"""The schema's connection fields: where they are, how they can be ordered, by what they can be filtered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
)

from pushdown import encode_global_id
from tests.resolvers.fifty_thousand import (
    BIG_CAMPAIGN,
    BIG_HOST,
    BIG_IMPORT,
    BIG_JOB,
    BIG_LEAD,
    BIG_SEQUENCE,
)

BIG = {
    "Campaign": BIG_CAMPAIGN,
    "DiscoveryJob": BIG_JOB,
    "Host": BIG_HOST,
    "Lead": BIG_LEAD,
    "LeadImport": BIG_IMPORT,
    "OutreachSequence": BIG_SEQUENCE,
}
"""Of each type that has connections, the row with the most below it."""

SINGLE = {"SafetySettings": "safetySettings"}
"""Types of which there is one object, by the field of `Query` which has it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A connection field of a type."""

    type_name: str
    name: str
    filter_name: str
    conditions: Mapping[str, frozenset[str]]
    """The filter's fields with the operators of each; none where a field is given its value outright."""
    orders: tuple[str, ...]
    """Every way to order it; one empty text where there is only one way."""
    selection: str
    """All values of a row, so that no index alone has everything."""

    @property
    def path(self) -> str:
        """The field's name with its type's."""
        return f"{self.type_name}.{self.name}"

    def operation(self, selection: str, **arguments: str) -> str:
        """A query of this connection, below the row that has the most of it."""
        given = ", ".join(f"{name}: {value}" for name, value in arguments.items() if value)
        field = f"{self.name}({given}) {{ {selection} }}" if given else f"{self.name} {{ {selection} }}"
        if self.type_name == "Query":
            return f"{{ {field} }}"
        if self.type_name in SINGLE:
            return f"{{ {SINGLE[self.type_name]} {{ {field} }} }}"
        parent = encode_global_id(self.type_name, BIG[self.type_name])
        return f'{{ node(id: "{parent}") {{ ... on {self.type_name} {{ {field} }} }} }}'


def places(schema: GraphQLSchema) -> Iterator[Place]:
    """All connection fields of all types."""
    for type_ in schema.type_map.values():
        if not isinstance(type_, GraphQLObjectType) or type_.name.startswith("__"):
            continue
        for name, field in type_.fields.items():
            connection = get_named_type(field.type)
            if isinstance(connection, GraphQLObjectType) and connection.name.endswith("Connection"):
                row = get_named_type(connection.fields["nodes"].type)
                filter_ = field.args["filter"].type if "filter" in field.args else None
                assert isinstance(row, GraphQLObjectType)
                leaves = [leaf for leaf, part in row.fields.items() if is_leaf_type(get_named_type(part.type))]
                conditions = dict(_conditions(filter_)) if isinstance(filter_, GraphQLInputObjectType) else {}
                filter_name = str(filter_) if filter_ is not None else ""
                selection = f"nodes {{ {' '.join(leaves)} }}"
                yield Place(type_.name, name, filter_name, conditions, tuple(_orders(field.args)), selection)


def _conditions(filter_: GraphQLInputObjectType) -> Iterator[tuple[str, frozenset[str]]]:
    for name, condition in filter_.fields.items():
        if name not in {"and", "or", "not"}:
            operators = condition.type.fields if isinstance(condition.type, GraphQLInputObjectType) else ()
            yield name, frozenset(operators)


def _orders(arguments: Mapping[str, Any]) -> Iterator[str]:
    if "orderBy" not in arguments:
        yield ""
        return
    fields = get_named_type(arguments["orderBy"].type.fields["field"].type)
    assert isinstance(fields, GraphQLEnumType)
    for value in fields.values:
        for direction in ("ASC", "DESC"):
            yield f"{{ field: {value}, direction: {direction} }}"
