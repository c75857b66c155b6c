"""Reading: every field of every type, every ordering, every filter, over rows as other floors write them."""

from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_composite_type,
    is_enum_type,
    is_list_type,
)

from pushdown import encode_global_id
from resolvers.context import Context
from resolvers.faults import Schema
from tests.resolvers.conftest import Execute
from tests.resolvers.rows import a_full_campaign

ROOTS = ("campaigns", "discoveryJobs", "leads", "leadImports", "appointments", "hosts", "activity")
TYPES = (
    *("Campaign", "DiscoveryJob", "DiscoveredProfile", "Lead", "ContactEvent", "Appointment", "Host", "Activity"),
    *("LeadMerge", "LeadImport", "LeadImportRow", "MessageTemplate", "OutreachSequence", "Enrolment"),
    *("OutreachMessage", "OutreachTask", "Reply"),
)
IN_ONE_ORDER = {
    *("activity", "appointments", "hosts", "leadImports", "Campaign.leadImports", "Host.appointments"),
    *("Lead.appointments", "Lead.contactEvents", "Lead.merges", "Lead.timeline", "LeadImport.rows"),
    *("messageTemplates", "outreachMessages", "outreachTasks", "replies", "Campaign.outreachSequences"),
    *("Lead.outreachMessages", "Lead.replies", "OutreachSequence.enrolments"),
}


@pytest.fixture
async def filled(context: Context) -> None:
    await a_full_campaign()


@pytest.fixture
def core(schema: Schema) -> GraphQLSchema:
    return schema._schema


def everything(type_: Any, depth: int = 3) -> str:
    """A selection of all fields of an object, and of the objects below it."""
    if isinstance(type_, GraphQLUnionType):
        return "{ __typename }"
    if not isinstance(type_, GraphQLObjectType):
        return "{ __typename id }"
    fields = []
    for name, field in type_.fields.items():
        named = get_named_type(field.type)
        if not is_composite_type(named):
            fields.append(name)
        elif depth:
            fields.append(f"{name} {everything(named, depth - 1)}")
    return "{ __typename " + " ".join(fields) + " }"


@pytest.mark.parametrize("type_name", TYPES)
@pytest.mark.usefixtures("filled")
async def test_every_field_of_every_type_can_be_read(core: GraphQLSchema, execute: Execute, type_name: str) -> None:
    selection = everything(core.type_map[type_name], depth=2 if type_name == "Lead" else 3)
    query = f"query ($id: ID!) {{ node(id: $id) {{ ... on {type_name} {selection} }} }}"
    node = (await execute(query, id=encode_global_id(type_name, 1)))["node"]
    assert [name for name, value in node.items() if value is None or value == []] == []


@pytest.mark.usefixtures("filled")
async def test_what_is_unknown_is_null_or_empty(core: GraphQLSchema, execute: Execute) -> None:
    selection = everything(core.type_map["DiscoveredProfile"])
    query = f"query ($id: ID!) {{ node(id: $id) {{ ... on DiscoveredProfile {selection} }} }}"
    node = (await execute(query, id=encode_global_id("DiscoveredProfile", 2)))["node"]
    assert {name for name, value in node.items() if value in (None, [])} == {
        *("bio", "company", "email", "followers", "lastActiveAt", "lead", "links", "location"),
        *("matchReasons", "phone", "provenance", "role", "website"),
    }
    assert node["matchScore"] == 0


@pytest.mark.usefixtures("filled")
async def test_values_are_written_as_their_scalars_promise(execute: Execute) -> None:
    query = """{ leads { nodes {
        createdAt email website timeZone score tags doNotContact stage source
        provenance { field sourceUrl method retrievedAt }
        profiles { matchReasons { criterion score weight evidence } links }
    } } activity { nodes { kind actor detail occurredAt subject { __typename } } } }"""
    answer = await execute(query)
    assert answer["leads"]["nodes"] == [
        {
            "createdAt": "2026-02-01T09:30:00.25+00:00",
            "email": "ada@people.example",
            "website": "https://ada.example/",
            "timeZone": "Europe/Lisbon",
            "score": 0.75,
            "tags": ["harbour", "it's"],
            "doNotContact": False,
            "stage": "NEW",
            "source": "DISCOVERY",
            "provenance": [
                {
                    "field": "displayName",
                    "sourceUrl": "https://people.example/ada",
                    "method": "json-ld",
                    "retrievedAt": "2026-02-01T09:30:00+00:00",
                }
            ],
            "profiles": [
                {
                    "matchReasons": [{"criterion": "KEYWORDS", "score": 0.5, "weight": 2.0, "evidence": "harbour"}],
                    "links": ["https://else.example/"],
                }
            ],
        }
    ]
    assert answer["activity"]["nodes"] == [
        {
            "kind": "LEAD_CREATED",
            "actor": "tester",
            "detail": {"handle": "ada"},
            "occurredAt": "2026-02-01T09:30:00.25+00:00",
            "subject": {"__typename": "Lead"},
        }
    ]


def _connections(core: GraphQLSchema) -> list[tuple[str, str, Any]]:
    """Every connection there is: a query that wants its arguments, its name, and its field."""
    found = []
    for name, field in core.query_type.fields.items() if core.query_type else ():
        if name in ROOTS:
            found.append((f"{{ {name}%s {{ totalCount nodes {{ __typename }} }} }}", name, field))
    for type_name in TYPES:
        type_ = core.type_map[type_name]
        assert isinstance(type_, GraphQLObjectType)
        given = encode_global_id(type_name, 1)
        for name, field in type_.fields.items():
            if get_named_type(field.type).name.endswith("Connection"):
                below = f"... on {type_name} {{ {name}%s {{ totalCount nodes {{ __typename }} }} }}"
                found.append((f'{{ node(id: "{given}") {{ {below} }} }}', f"{type_name}.{name}", field))
    return found


@pytest.mark.usefixtures("filled")
async def test_every_connection_can_be_ordered_by_everything_it_offers(core: GraphQLSchema, execute: Execute) -> None:
    for query, name, field in _connections(core):
        assert ("orderBy" in field.args) == (name not in IN_ONE_ORDER)
        if name in IN_ONE_ORDER:
            continue
        order = field.args["orderBy"].type
        assert isinstance(order, GraphQLInputObjectType)
        fields = get_named_type(order.fields["field"].type)
        assert isinstance(fields, GraphQLEnumType)
        for value in fields.values:
            for direction in ("ASC", "DESC"):
                await execute(query % f"(orderBy: {{ field: {value}, direction: {direction} }})")


@pytest.mark.usefixtures("filled")
async def test_every_connection_can_be_filtered_by_everything_it_offers(core: GraphQLSchema, execute: Execute) -> None:
    """Each operator alone, over a value of its type: whatever it leaves, it with its negation leaves all."""
    for query, _, field in _connections(core):
        filter_type = field.args["filter"].type
        assert isinstance(filter_type, GraphQLInputObjectType)
        total = await _count(execute, query % "")
        for name, condition in filter_type.fields.items():
            for operand in () if name in ("and", "or", "not") else _operands(condition.type):
                kept = await _count(execute, query % f"(filter: {{ {name}: {operand} }})")
                others = await _count(execute, query % f"(filter: {{ not: {{ {name}: {operand} }} }})")
                assert kept + others == total, (name, operand)


async def _count(execute: Execute, query: str) -> int:
    answer: Any = await execute(query)
    while "totalCount" not in answer:
        [answer] = answer.values()
    return int(answer["totalCount"])


_EXAMPLES = {
    "ID": f'"{encode_global_id("Campaign", 1)}"',
    "Int": "100",
    "Float": "0.5",
    "DateTime": '"2026-02-01T09:30:00Z"',
    "Boolean": "true",
    "String": '"Rosa"',
}


def _operands(type_: Any) -> list[str]:
    """Every way to give a condition."""
    if not isinstance(type_, GraphQLInputObjectType):
        return [_EXAMPLES[get_named_type(type_).name]]
    operands = []
    for operator, operand in type_.fields.items():
        named = get_named_type(operand.type)
        values = list(named.values) if is_enum_type(named) else [_EXAMPLES[named.name]]
        operands += [
            f"{{ {operator}: [{value}] }}" if is_list_type(operand.type) else f"{{ {operator}: {value} }}"
            for value in values
        ]
    return operands


@pytest.mark.usefixtures("filled")
async def test_activity_is_found_by_its_subject_and_its_campaign(execute: Execute) -> None:
    query = """query ($subject: ID!, $campaign: ID!) {
        subject: activity(filter: { subject: $subject }) { totalCount }
        campaign: activity(filter: { campaign: { eq: $campaign }, kind: { eq: LEAD_CREATED } }) { totalCount }
        other: activity(filter: { campaign: { eq: $subject } }) { totalCount }
    }"""
    ids = {"subject": encode_global_id("Lead", 1), "campaign": encode_global_id("Campaign", 1)}
    answer = await execute(query, **ids)
    assert {key: page["totalCount"] for key, page in answer.items()} == {"subject": 1, "campaign": 1, "other": 0}


@pytest.mark.usefixtures("filled")
async def test_sources_tell_of_every_platform_whether_it_can_be_used(core: GraphQLSchema, execute: Execute) -> None:
    platforms = core.type_map["Platform"]
    assert isinstance(platforms, GraphQLEnumType)
    sources = (await execute("{ sources { platform available reasonUnavailable capabilities { searches } } }"))[
        "sources"
    ]
    assert [source["platform"] for source in sources] == list(platforms.values)
    assert {source["available"] for source in sources} == {False}
    assert all(source["reasonUnavailable"] for source in sources)
