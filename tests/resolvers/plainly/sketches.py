"""Operations as hypothesis-graphql draws them from the schema: which fields, which filters, which orderings."""

from dataclasses import replace
from typing import Any

from graphql import (
    DocumentNode,
    FieldDefinitionNode,
    FieldNode,
    ObjectTypeDefinitionNode,
    OperationDefinitionNode,
    build_ast_schema,
    parse,
    print_ast,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis_graphql import queries

from tests.examples import examples

_KEPT_ARGUMENTS = ("orderBy",)
"""What is useful for other arguments follows from the rows, and costs less drawn by itself."""

_TOGETHER = (
    ("campaign", "campaigns", "pipeline"),
    ("discoveryJob", "discoveryJobs"),
    ("lead", "leads", "appointment", "appointments", "replies"),
    ("host", "hosts", "freeSlots"),
    ("leadImport", "leadImports", "previewImport"),
    ("node", "nodes", "sources"),
    ("viewer", "apiTokens"),
    ("safetySettings", "suppressions"),
    ("messageTemplate", "messageTemplates", "outreachSequence", "outreachMessages", "outreachTasks"),
)

_LEFT_OUT = ("findDuplicateLeads", "previewMessageTemplate", "safetyDecision", "simulateSafetySettings")
"""What is no reading of rows, but a guess or a decision which has tests of its own."""


def sketches(schema_text: str, number: int) -> list[FieldNode]:
    """So many sketches, or a few less, for none is there twice: hypothesis likes to vary what it has drawn before."""
    found: dict[str, FieldNode] = {}

    @settings(examples(number, shrink=False), max_examples=number, database=None)
    @given(_sketches(schema_text))
    def collect(sketch: FieldNode) -> None:
        found[print_ast(sketch)] = sketch

    collect()
    return list(found.values())


def _sketches(schema_text: str) -> st.SearchStrategy[FieldNode]:
    """A root field with everything selected below it.

    Root fields of one type are drawn from a schema of their own: the size of a selection is balanced over all of a
    schema, and the interface, below which everything can be selected once for each type, would leave little for others.
    """
    document = parse(schema_text)
    query = build_ast_schema(document).query_type
    assert query
    alone = [(name,) for name in query.fields if not any(name in names for names in (_LEFT_OUT, *_TOGETHER))]
    return st.one_of(*(_below(document, names) for names in (*_TOGETHER, *alone)))


def _below(document: DocumentNode, roots: tuple[str, ...]) -> st.SearchStrategy[FieldNode]:
    kept = [_reduced(definition, roots) for definition in document.definitions if not _writes(definition)]
    schema = build_ast_schema(DocumentNode(definitions=tuple(kept)))
    return st.sampled_from(roots).flatmap(
        {name: queries(schema, fields=[name], print_ast=_only_field) for name in roots}.__getitem__
    )


def _writes(definition: Any) -> bool:
    return isinstance(definition, ObjectTypeDefinitionNode) and definition.name.value in ("Mutation", "Subscription")


def _reduced(definition: Any, roots: tuple[str, ...]) -> Any:
    if not isinstance(definition, ObjectTypeDefinitionNode):
        return definition
    fields = [_with_kept_arguments(field) for field in definition.fields or ()]
    if definition.name.value == "Query":
        fields = [field for field in fields if field.name.value in roots]
    # Below it, everything could follow once more.
    fields = [field for field in fields if field.name.value not in ("subject", "item")]
    return replace(definition, fields=tuple(fields))


def _with_kept_arguments(field: FieldDefinitionNode) -> FieldDefinitionNode:
    kept = [argument for argument in field.arguments or () if argument.name.value in _KEPT_ARGUMENTS]
    return replace(field, arguments=tuple(kept))


def _only_field(document: DocumentNode) -> FieldNode:
    [operation] = document.definitions
    assert isinstance(operation, OperationDefinitionNode)
    [field] = operation.selection_set.selections
    assert isinstance(field, FieldNode)
    return field
