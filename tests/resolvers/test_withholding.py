"""What of people is withheld from those who only read, where the setting says so."""

from dataclasses import replace

import pytest
from graphql import (
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLUnionType,
    get_named_type,
    is_leaf_type,
    is_required_argument,
)
from tortoise import fields
from tortoise.connection import get_connections
from tortoise.fields.data import CharEnumFieldInstance

import pushdown
from models import Role
from resolvers.access.requiring import required_roles
from resolvers.access.withholding import MASKS
from resolvers.context import Context
from resolvers.faults import Schema
from resolvers.schema import build_schema
from services.access.viewer import Viewer
from tests.resolvers.conftest import NOON
from tests.resolvers.plainly.rows import fill

SECRET = "Ana-told-nobody"
_SEEN = {
    *("company", "role", "owner", "actor", "time_zone", "undone_by", "seen_by", "subject_type", "digest", "method"),
}
"""Fields of people's tables which are no secret."""


def _selection(type_: GraphQLObjectType, depth: int) -> str:
    """Everything that can be asked of a type without arguments, so many levels down."""
    chosen = []
    for name, field in type_.fields.items():
        inner = get_named_type(field.type)
        if name in {"edges", "pageInfo"} or any(map(is_required_argument, field.args.values())):
            continue
        if is_leaf_type(inner):
            chosen.append(name)
        elif isinstance(inner, GraphQLInterfaceType | GraphQLUnionType):
            chosen.append(f"{name} {{ __typename }}")
        elif isinstance(inner, GraphQLObjectType) and depth and (below := _selection(inner, depth - 1)):
            chosen.append(f"{name} {{ {below} }}")
    return " ".join(chosen)


async def _mark() -> None:
    """Write the secret into every text of the people's tables."""
    connection = get_connections().get("default")
    for model in MASKS:
        if getattr(model._meta, "db_table") == "timeline_entries":  # noqa: B009 - a view
            continue
        texts = [
            model._meta.fields_db_projection[name]
            for name, field in model._meta.fields_map.items()
            if isinstance(field, fields.CharField | fields.TextField)
            and not isinstance(field, CharEnumFieldInstance)
            and name not in _SEEN
        ]
        changes = ", ".join(f"\"{text}\" = '{SECRET} ' || right(id::text, 12)" for text in texts)
        if changes:
            await connection.execute_query(f"UPDATE {model._meta.db_table} SET {changes}")
    for table, column, sound in (
        ("discovery_jobs", "criteria", "(SELECT criteria FROM discovery_jobs ORDER BY created_at LIMIT 1)"),
        ("leads", "provenance", "'[]'"),
        ("discovered_profiles", "provenance", "'[]'"),
        ("discovered_profiles", "match_reasons", "'[]'"),
        ("discovered_profiles", "links", "'[]'"),
        ("hosts", "working_hours", "(SELECT working_hours FROM hosts ORDER BY created_at LIMIT 1)"),
        ("lead_imports", "options", "(SELECT options FROM lead_imports ORDER BY created_at LIMIT 1)"),
        ("lead_imports", "mapping", "'[]'"),
        ("lead_import_rows", "problems", "NULL"),
        ("lead_merges", "absorbed", "'[]'"),
    ):
        await connection.execute_query(f"UPDATE {table} SET {column} = {sound}")
    await connection.execute_query(f"""UPDATE activity SET detail = '{{"text": "{SECRET}"}}'""")


@pytest.mark.slow
async def test_a_viewer_finds_nobody_out_where_people_are_withheld(context: Context) -> None:
    await fill(NOON)
    await _mark()
    schema: Schema = build_schema(pushdown.Reader(), withholds_persons=True)
    root = schema._schema.query_type
    assert root is not None
    needed = required_roles(schema._schema)["Query"]
    said: dict[Role, dict[str, str]] = {}
    for role in (Role.VIEWER, Role.OPERATOR):
        asking = replace(context, viewer=Viewer("somebody", role, "local"))
        said[role] = {}
        for name, field in root.fields.items():
            inner = get_named_type(field.type)
            forbidden = needed[name] is not Role.VIEWER
            required = forbidden or any(is_required_argument(argument) for argument in field.args.values())
            if required or not isinstance(inner, GraphQLObjectType):
                continue
            result = await schema.execute(f"{{ {name} {{ {_selection(inner, 4)} }} }}", context_value=asking)
            assert result.errors is None, (name, result.errors)
            said[role][name] = str(result.data)
    telling = {name for name, text in said[Role.OPERATOR].items() if SECRET in text}
    assert telling >= {"activity", "appointments", "campaigns", "leads", "outreachMessages", "replies", "suppressions"}
    assert said[Role.VIEWER].keys() == said[Role.OPERATOR].keys()
    assert [name for name, text in said[Role.VIEWER].items() if SECRET in text] == []
    assert "(withheld)" in said[Role.VIEWER]["leads"]


async def test_what_is_withheld_cannot_be_searched_for_either(context: Context) -> None:
    await fill(NOON)
    await _mark()
    schema: Schema = build_schema(pushdown.Reader(), withholds_persons=True)
    query = '{ leads(filter: {search: "Ana"}) { totalCount } }'
    found = []
    for role in (Role.VIEWER, Role.OPERATOR):
        asking = replace(context, viewer=Viewer("somebody", role, "local"))
        result = await schema.execute(query, context_value=asking)
        assert result.errors is None, result.errors
        assert result.data is not None
        found.append(result.data["leads"]["totalCount"])
    assert found[0] == 0
    assert found[1] > 0
