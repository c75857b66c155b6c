"""What holds throughout the schema, so that who knows one part knows the others."""

import re
from collections.abc import Iterator

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    get_named_type,
    is_specified_scalar_type,
)

from resolvers.faults import Schema

SHORT_LISTS = {
    "DiscoveryJob.sourceRuns",
    "DuplicateGroup.leads",
    "Enrolment.messages",
    "Lead.enrolments",
    "Lead.profiles",
    "PipelineStage.leads",
}
"""Of objects with a table of their own, and yet no connections: one a platform, a step, a sequence, an account."""

OF_WHAT_MAY_BE_GONE = {
    "AbsorbedLead.leadId",
    "LeadChange.leadId",
    "LeadEnrolment.leadId",
    "LeadUpdate.leadId",
    "MergedValue.leadIds",
    "ProfileConversion.profileId",
}
"""Ids of objects which are no more, or never were."""


@pytest.fixture
def core(schema: Schema) -> GraphQLSchema:
    return schema._schema


def _types(core: GraphQLSchema) -> Iterator[GraphQLObjectType]:
    for name, type_ in core.type_map.items():
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__"):
            yield type_


def _fields(core: GraphQLSchema) -> Iterator[tuple[str, GraphQLField]]:
    for type_ in _types(core):
        for name, field in type_.fields.items():
            yield f"{type_.name}.{name}", field


def test_neither_a_list_nor_its_items_are_null(core: GraphQLSchema) -> None:
    """But for `nodes(ids:)`, which has gaps, and the path of an error, which can be missing."""
    lists = {name: str(field.type) for name, field in _fields(core) if "[" in str(field.type)}
    assert {name: type_ for name, type_ in lists.items() if not re.fullmatch(r"\[\w+!\]!", type_)} == {
        "Query.nodes": "[Node]!",
        "UserError.field": "[String!]",
    }


def test_truth_values_and_ids_are_never_null(core: GraphQLSchema) -> None:
    """But for the lead of a change which was one of many leads."""
    nullable = [name for name, field in _fields(core) if str(field.type) in ("Boolean", "ID")]
    assert nullable == ["LeadUpdate.leadId"]


def test_what_has_a_table_of_its_own_and_can_grow_is_a_connection(core: GraphQLSchema) -> None:
    node = core.type_map["Node"]
    assert isinstance(node, GraphQLInterfaceType)
    stored = {type_.name for type_ in core.get_possible_types(node)} | {"SourceRun"}
    lists = {
        name
        for name, field in _fields(core)
        if isinstance(field.type, GraphQLNonNull)
        and isinstance(field.type.of_type, GraphQLList)
        and get_named_type(field.type).name in stored
    }
    assert {name for name in lists if not re.match(r"\w+Connection\.nodes", name)} == SHORT_LISTS


def test_every_connection_has_the_same_parts_and_arguments(core: GraphQLSchema) -> None:
    for type_ in _types(core):
        if type_.name.endswith("Connection"):
            row = type_.name.removesuffix("Connection")
            assert {name: str(field.type) for name, field in type_.fields.items()} == {
                "edges": f"[{row}Edge!]!",
                "nodes": f"[{row}!]!",
                "pageInfo": "PageInfo!",
                "totalCount": "Int!",
            }
    for name, field in _fields(core):
        if str(field.type).endswith("Connection!"):
            arguments = {argument: str(one.type) for argument, one in field.args.items()}
            row = str(field.type).removesuffix("Connection!")
            optional = {"orderBy": f"{row}Order"} if "orderBy" in arguments else {}
            paging = {"first": "Int", "after": "String", "last": "Int", "before": "String"}
            assert arguments == {**paging, "filter": f"{row}Filter", **optional}, name


def test_every_mutation_takes_one_input_and_has_its_own_payload(core: GraphQLSchema) -> None:
    assert core.mutation_type
    for name, field in core.mutation_type.fields.items():
        own = name[0].upper() + name[1:]
        assert {argument: str(one.type) for argument, one in field.args.items()} == {"input": f"{own}Input!"}
        assert str(field.type) == f"{own}Payload!"
        payload = get_named_type(field.type)
        assert isinstance(payload, GraphQLObjectType)
        results = [str(part.type) for part_name, part in payload.fields.items() if part_name != "userErrors"]
        assert all(not type_.endswith("!") or type_.startswith("[") for type_ in results), name


def test_own_scalars_name_their_standard(core: GraphQLSchema) -> None:
    own = [
        type_
        for type_ in core.type_map.values()
        if isinstance(type_, GraphQLScalarType) and not is_specified_scalar_type(type_)
    ]
    assert own
    assert [type_.name for type_ in own if not type_.specified_by_url] == []


def test_names_are_written_as_usual(core: GraphQLSchema) -> None:
    for name, field in _fields(core):
        names = [name.partition(".")[2], *field.args]
        assert all(re.fullmatch(r"[a-z][a-zA-Z0-9]*", one) for one in names), name
    for type_ in core.type_map.values():
        if isinstance(type_, GraphQLEnumType) and not type_.name.startswith("__"):
            assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", value) for value in type_.values), type_.name


def test_objects_are_named_by_reference_and_not_by_key(core: GraphQLSchema) -> None:
    keys = {name for name, field in _fields(core) if re.search(r"Ids?$", name)}
    assert keys - {"OutreachMessage.providerMessageId"} == OF_WHAT_MAY_BE_GONE
