"""The schema as a document: committed, described, and what clients were promised."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    DefinitionNode,
    EnumTypeDefinitionNode,
    FieldDefinitionNode,
    InputObjectTypeDefinitionNode,
    InterfaceTypeDefinitionNode,
    ObjectTypeDefinitionNode,
    TypeDefinitionNode,
    parse,
    print_ast,
)

from resolvers.definition_language import sorted_sdl
from resolvers.faults import Schema

_ROOT = Path(__file__).parents[2]
_WITH_FIELDS = (ObjectTypeDefinitionNode, InterfaceTypeDefinitionNode, InputObjectTypeDefinitionNode)


def _definitions(text: str) -> dict[str, TypeDefinitionNode]:
    document = parse(text, no_location=True)
    return {node.name.value: node for node in document.definitions if isinstance(node, TypeDefinitionNode)}


def _parts(definition: DefinitionNode) -> Iterator[tuple[str, Any]]:
    if isinstance(definition, EnumTypeDefinitionNode):
        for value in definition.values or ():
            yield value.name.value, value
    if isinstance(definition, _WITH_FIELDS):
        for field in definition.fields or ():
            yield field.name.value, field
            if isinstance(field, FieldDefinitionNode):
                for argument in field.arguments or ():
                    yield f"{field.name.value}({argument.name.value})", argument


def test_the_committed_schema_is_the_one_that_is_served(schema: Schema) -> None:
    committed = (_ROOT / "schema.graphql").read_text(encoding="utf-8")
    assert committed == sorted_sdl(schema), "write it anew with: make schema"


def test_everything_in_the_schema_is_described(schema: Schema) -> None:
    undescribed = []
    for name, definition in _definitions(sorted_sdl(schema)).items():
        if not definition.description or not definition.description.value.strip():
            undescribed.append(name)
        undescribed += [f"{name}.{part}" for part, node in _parts(definition) if not node.description]
    assert undescribed == []


def test_every_payload_says_what_is_wrong_with_its_input(schema: Schema) -> None:
    definitions = _definitions(sorted_sdl(schema))
    mutation = dict(_parts(definitions["Mutation"]))
    for name, field in mutation.items():
        if "(" in name:
            continue
        payload = dict(_parts(definitions[print_ast(field.type).rstrip("!")]))
        assert print_ast(payload["userErrors"].type) == "[UserError!]!", name


def test_what_clients_were_promised_is_there(schema: Schema) -> None:
    ours = _definitions(sorted_sdl(schema))
    promised = _definitions((Path(__file__).parent / "contract.graphql").read_text(encoding="utf-8"))
    missing = []
    for name, definition in promised.items():
        parts = dict(_parts(ours[name])) if name in ours else {}
        for part, node in _parts(definition):
            if part not in parts:
                missing.append(f"{name}.{part}")
            elif hasattr(node, "type") and print_ast(parts[part].type) != print_ast(node.type):
                missing.append(f"{name}.{part}: {print_ast(parts[part].type)} instead of {print_ast(node.type)}")
    assert missing == []


@pytest.mark.parametrize("connection", ["campaigns", "discoveryJobs", "leads", "appointments", "activity"])
def test_lists_that_grow_are_connections(schema: Schema, connection: str) -> None:
    query = dict(_parts(_definitions(sorted_sdl(schema))["Query"]))
    assert print_ast(query[connection].type).endswith("Connection!")
