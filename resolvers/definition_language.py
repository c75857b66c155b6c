"""The schema as text, sorted, so that two versions differ only where they mean something else."""

from dataclasses import replace
from typing import TypeVar

import strawberry
from graphql import (
    DefinitionNode,
    DirectiveDefinitionNode,
    DocumentNode,
    EnumTypeDefinitionNode,
    FieldDefinitionNode,
    InputObjectTypeDefinitionNode,
    InterfaceTypeDefinitionNode,
    Node,
    ObjectTypeDefinitionNode,
    ScalarTypeDefinitionNode,
    TypeDefinitionNode,
    parse,
    print_ast,
    visit,
)
from graphql.language import Visitor

N = TypeVar("N", bound=Node)

_KINDS = (
    DirectiveDefinitionNode,
    ScalarTypeDefinitionNode,
    EnumTypeDefinitionNode,
    InterfaceTypeDefinitionNode,
    ObjectTypeDefinitionNode,
    InputObjectTypeDefinitionNode,
)


def sorted_sdl(schema: strawberry.Schema) -> str:
    """The SDL, its types, fields and arguments by name; enum values stay in their order, which can matter."""
    document: DocumentNode = visit(parse(schema.as_str(), no_location=True), _Sorting())
    return print_ast(document) + "\n"


def _by_name(nodes: tuple[N, ...] | None) -> tuple[N, ...]:
    return tuple(sorted(nodes or (), key=lambda node: str(getattr(node, "name").value)))  # noqa: B009


class _Sorting(Visitor):
    """Replaces each node, on leaving it, by one with its parts in order."""

    def leave_document(self, node: DocumentNode, *_: object) -> DocumentNode:
        return replace(node, definitions=tuple(sorted(node.definitions, key=_place)))

    def leave_object_type_definition(self, node: ObjectTypeDefinitionNode, *_: object) -> Node:
        return replace(node, fields=_by_name(node.fields), interfaces=_by_name(node.interfaces))

    def leave_interface_type_definition(self, node: InterfaceTypeDefinitionNode, *_: object) -> Node:
        return replace(node, fields=_by_name(node.fields), interfaces=_by_name(node.interfaces))

    def leave_input_object_type_definition(self, node: InputObjectTypeDefinitionNode, *_: object) -> Node:
        return replace(node, fields=_by_name(node.fields))

    def leave_field_definition(self, node: FieldDefinitionNode, *_: object) -> Node:
        return replace(node, arguments=_by_name(node.arguments))


def _place(node: DefinitionNode) -> tuple[int, str]:
    kind = _KINDS.index(type(node)) if isinstance(node, _KINDS) else len(_KINDS)
    return kind, node.name.value if isinstance(node, TypeDefinitionNode | DirectiveDefinitionNode) else ""
