"""Documents of clients, each parsed and validated once."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    ASTValidationRule,
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    Undefined,
    parse,
    specified_rules,
    validate,
)

from pushdown.kept import Kept
from pushdown.shapes import Variable, shape_key, variables_of

KEPT = 2_000_000
"""How many letters of documents are kept by default. A parsed document takes about fifty times its text."""


@dataclass(frozen=True, eq=False, slots=True)
class Operation:
    """An operation of a valid document."""

    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: list[Variable]
    kind: str = field(init=False)
    """`query`, `mutation` or `subscription`."""
    name: str | None = field(init=False)
    """As the client calls it, if it does."""
    derived: dict[object, Any] = field(default_factory=dict)
    """What others have worked out for it, each under a key of its own; forgotten together with the document."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", self.node.operation.value)
        object.__setattr__(self, "name", self.node.name.value if self.node.name is not None else None)

    def values(self, inputs: Mapping[str, Any]) -> dict[str, Any]:
        """The variables' values, coerced; absent ones are missing.

        Raises ValueError for those that are not right, TooComplex for those that nest too deeply.
        """
        coerced = {one.name: one.coerced(inputs) for one in self.variables}
        return {name: value for name, value in coerced.items() if value is not Undefined}

    def shape(self, values: Mapping[str, Any]) -> Hashable:
        """What these values have in common with all that share a plan."""
        return shape_key(self.variables, values)


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A document as it was found to be."""

    node: DocumentNode
    errors: Sequence[GraphQLError]
    operations: Mapping[str | None, Operation]
    """By name; empty where there are errors. None is the only operation of its document, whatever its name."""


class DocumentRefused(GraphQLError):
    """A document that says too much to be looked at, and is not kept: `errors` tell of what.

    Clients recognise them by `extensions.code`, `TOO_COMPLEX`.
    """

    def __init__(self, message: str, errors: Sequence[GraphQLError] = ()) -> None:
        super().__init__(message, extensions={"code": "TOO_COMPLEX"})
        self.errors: Sequence[GraphQLError] = errors or (self,)


Problems = Callable[[DocumentNode], Iterable[GraphQLError]]
"""What a parsed document has too much of. It is asked before the rules, which take long for some documents."""


def _no_problems(_document: DocumentNode) -> Iterable[GraphQLError]:
    return ()


class Documents:
    """The documents read last. Of one with more than `most_letters` or `most_tokens` nothing is read."""

    def __init__(
        self,
        kept: int = KEPT,
        rules: Sequence[type[ASTValidationRule]] = specified_rules,
        *,
        most_letters: int | None = None,
        most_tokens: int | None = None,
        problems: Problems = _no_problems,
    ) -> None:
        self._rules = rules
        self._most_letters = most_letters
        self._most_tokens = most_tokens
        self._problems = problems
        self._read: Kept[str, Document] = Kept(kept, _letters)

    def get(self, schema: GraphQLSchema, text: str) -> Document:
        """The document with this text. Raises GraphQLSyntaxError, DocumentRefused."""
        if self._most_letters is not None and len(text) > self._most_letters:
            raise DocumentRefused(f"This document has {len(text):,} letters; at most {self._most_letters:,} are taken.")
        return self._read.get(text, lambda: self._make(schema, text))

    def _make(self, schema: GraphQLSchema, text: str) -> Document:
        node = self._parsed(text)
        if problems := list(self._problems(node)):
            raise DocumentRefused(problems[0].message, problems)
        if errors := validate(schema, node, self._rules):
            return Document(node, errors, {})
        fragments = {one.name.value: one for one in node.definitions if isinstance(one, FragmentDefinitionNode)}
        operations: dict[str | None, Operation] = {}
        for one in node.definitions:
            if isinstance(one, OperationDefinitionNode):
                name = one.name.value if one.name else None
                operations[name] = Operation(one, fragments, variables_of(schema, node, one))
        if len(operations) == 1:
            operations[None] = next(iter(operations.values()))
        return Document(node, (), operations)

    def _parsed(self, text: str) -> DocumentNode:
        try:
            return parse(text, max_tokens=self._most_tokens)
        except GraphQLSyntaxError as error:
            if "Parsing aborted" not in error.message:
                raise
            raise DocumentRefused(error.message) from error


def _letters(document: Document) -> int:
    location = document.node.loc
    return len(location.source.body) if location else 0
