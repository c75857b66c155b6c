"""Relay connections by keyset: each page is found through an index, however far it is from the first."""

from dataclasses import dataclass, field
from typing import Any

from graphql import GraphQLObjectType

from pushdown.compiler import Compiler, Row, object_type, result_key
from pushdown.cursors import cursor_sql, decode_cursor, ordering_digest
from pushdown.filters import Condition, FilterCompiler
from pushdown.metadata import Models, column_of, link_of, table_of
from pushdown.orderings import OrderDirection, Ordering
from pushdown.pages import Page
from pushdown.selection import Selected
from pushdown.statement import literal, quoted

_PLACE = "n$"
"""A row's place on its page, counted from 1 from where the page begins. It stands beside the table's own columns."""


@dataclass(frozen=True, slots=True)
class DefaultOrder:
    """The order of a connection where none is asked for."""

    ordering: Ordering
    descending: bool


@dataclass(frozen=True, slots=True)
class _Order:
    """An ordering of a model's rows in one direction."""

    model: Models
    ordering: Ordering
    descending: bool

    @property
    def digest(self) -> str:
        return ordering_digest(self.model.__name__, self.ordering.field, self.descending)

    def keys(self, alias: str) -> tuple[str, str]:
        return self.ordering.key(self.model, alias), f"{alias}.{column_of(self.model, 'pk')}"

    def clause(self, alias: str, *, reverse: bool) -> str:
        direction = "DESC" if self.descending != reverse else "ASC"
        return ", ".join(f"{key} {direction}" for key in self.keys(alias))

    def side(self, compiler: Compiler, alias: str, argument: str, cursor: str, *, beyond: bool) -> str:
        """SQL for the rows beyond a cursor (after it for `after`, before it for `before`), or for the others."""
        sql_type = self.ordering.sql_type(self.model)
        key, row_id = decode_cursor(argument, cursor, self.digest, sql_type)
        smaller = (self.descending == (argument == "after")) == beyond
        operator = ("<" if smaller else ">") + ("" if beyond else "=")
        bound = f"{compiler.statement.bind(key, sql_type)}, {compiler.statement.bind(row_id, 'bigint')}"
        return f"({', '.join(self.keys(alias))}) {operator} ({bound})"


@dataclass(frozen=True, slots=True)
class Connection:
    """All rows of a model, or those at the other end of a relation, in pages."""

    default_order: DefaultOrder
    conditions: dict[str, Condition]
    model: Models | None = None
    """The model of a connection at the root; None for one below a row."""
    relation: str | None = None

    def compile(self, compiler: Compiler, row: Row | None, selected: Selected) -> str:
        """The connection as one JSON object. Raises InvalidArgument for pages, cursors and filters out of bounds."""
        arguments = compiler.selection.arguments(selected)
        page = Page.of(arguments)
        model, parent = self._rows(row)
        order = self._order(model, arguments)
        alias = compiler.statement.alias()
        predicates = [parent.format(row=alias)] if parent else []
        if filter_ := arguments.get("filter"):
            filtering = FilterCompiler(compiler.statement, Row(alias, model), "filter", self.conditions)
            predicates.append(filtering.compile(filter_))
        return _PageCompiler(compiler, model, alias, predicates, order, page).compile(selected)

    def _rows(self, row: Row | None) -> tuple[Models, str | None]:
        if self.model is not None:
            return self.model, None
        if row is None or row.model is None or self.relation is None:
            raise TypeError("a connection below a row needs the row's model and a relation")
        link = link_of(row.model, self.relation)
        return link.model, f"{{row}}.{link.remote} = {row.alias}.{link.local}"

    def _order(self, model: Models, arguments: dict[str, Any]) -> _Order:
        asked = arguments.get("orderBy")
        if asked is None:
            return _Order(model, self.default_order.ordering, self.default_order.descending)
        return _Order(model, asked["field"].value, asked["direction"] is OrderDirection.DESC)


@dataclass(slots=True)
class _PageCompiler:
    """One page's SQL: an inner select finds the rows, a middle one aggregates them, an outer one shapes the answer.

    One row more than the page has is found, to know whether there are more; nothing is selected below it.
    """

    compiler: Compiler
    model: Models
    alias: str
    predicates: list[str]
    order: _Order
    page: Page
    size: str = field(init=False)

    def __post_init__(self) -> None:
        self.size = self.compiler.statement.bind(self.page.size, "bigint")

    def compile(self, selected: Selected) -> str:
        items: list[str] = []
        aggregates: list[str] = []
        columns = []
        page_alias, item = self.compiler.statement.alias(), self.compiler.statement.alias()
        for part in self.compiler.selection.of(object_type(selected), selected.nodes):
            match part.field_name:
                case "totalCount":
                    expression = f"(SELECT count(*) {self._rows(self.predicates)})"
                case "pageInfo":
                    expression = self._page_info(part, page_alias)
                case "edges" | "nodes":
                    column = f"c{len(items)}"
                    on_page = f"{self.alias}.{_PLACE} <= {self.size}"
                    items.append(f"CASE WHEN {on_page} THEN {self._item(part)} END AS {column}")
                    aggregates.append(f"{self._array(f'{item}.{column}', item)} AS {column}")
                    expression = f"{page_alias}.{column}"
                case _:
                    expression = f"{literal(object_type(selected).name)}::text"
            columns.append(f"{expression} AS {quoted(result_key(part.key))}")
        source = f"FROM {self._page(items, aggregates, item)} {page_alias}"
        return self.compiler.object(", ".join(columns), source)

    def _page(self, items: list[str], aggregates: list[str], item: str) -> str:
        predicates = [*self.predicates]
        for argument, cursor in (("after", self.page.after), ("before", self.page.before)):
            if cursor is not None:
                predicates.append(self._side(argument, cursor, beyond=True))
        order = self.order.clause(self.alias, reverse=self.page.backward)
        found = f"SELECT {self.alias}.* {self._rows(predicates)} ORDER BY {order} LIMIT {self.size} + 1"
        rows = f"(SELECT {self.alias}.*, row_number() OVER () AS {_PLACE} FROM ({found}) {self.alias}) {self.alias}"
        cursor = cursor_sql(self.order.digest, *self.order.keys(self.alias))
        numbered = ", ".join([f"{self.alias}.{_PLACE} AS n, {cursor} AS cursor", *items])
        cursors = f"array_agg({item}.cursor ORDER BY {item}.n {self._direction}) FILTER (WHERE {item}.n <= {self.size})"
        totals = ", ".join([f"count(*) > {self.size} AS more, {cursors} AS cursors", *aggregates])
        return f"(SELECT {totals} FROM (SELECT {numbered} FROM {rows}) {item})"

    def _rows(self, predicates: list[str]) -> str:
        where = f" WHERE {' AND '.join(predicates)}" if predicates else ""
        return f"FROM {table_of(self.model)} {self.alias}{where}"

    def _side(self, argument: str, cursor: str, *, beyond: bool) -> str:
        return self.order.side(self.compiler, self.alias, argument, cursor, beyond=beyond)

    @property
    def _direction(self) -> str:
        return "DESC" if self.page.backward else "ASC"

    def _array(self, value: str, item: str) -> str:
        ordered = f"json_agg({value} ORDER BY {item}.n {self._direction}) FILTER (WHERE {item}.n <= {self.size})"
        return f"coalesce({ordered}, '[]'::json)"

    def _item(self, part: Selected) -> str:
        if part.field_name == "nodes":
            return self._node(part)
        edge: GraphQLObjectType = object_type(part)
        columns = []
        for inner in self.compiler.selection.of(edge, part.nodes):
            match inner.field_name:
                case "cursor":
                    expression = cursor_sql(self.order.digest, *self.order.keys(self.alias))
                case "node":
                    expression = self._node(inner)
                case _:
                    expression = f"{literal(edge.name)}::text"
            columns.append(f"{expression} AS {quoted(result_key(inner.key))}")
        return self.compiler.object(", ".join(columns), "")

    def _node(self, part: Selected) -> str:
        return self.compiler.object(
            self.compiler.columns(object_type(part), part.nodes, Row(self.alias, self.model)), ""
        )

    def _page_info(self, part: Selected, page_alias: str) -> str:
        columns = []
        for inner in self.compiler.selection.of(object_type(part), part.nodes):
            match inner.field_name:
                case "hasNextPage":
                    more = "false" if self.page.backward else f"{page_alias}.more"
                    expression = self._or_others(more, "before", self.page.before)
                case "hasPreviousPage":
                    more = f"{page_alias}.more" if self.page.backward else "false"
                    expression = self._or_others(more, "after", self.page.after)
                case "startCursor":
                    expression = f"{page_alias}.cursors[1]"
                case "endCursor":
                    expression = f"{page_alias}.cursors[cardinality({page_alias}.cursors)]"
                case _:
                    expression = f"{literal(object_type(part).name)}::text"
            columns.append(f"{expression} AS {quoted(result_key(inner.key))}")
        return self.compiler.object(", ".join(columns), "")

    def _or_others(self, more: str, argument: str, cursor: str | None) -> str:
        """Also where there are rows on the cursor's other side; the row it was taken from may be gone."""
        if cursor is None:
            return more
        others = self._rows([*self.predicates, self._side(argument, cursor, beyond=False)])
        return f"({more} OR EXISTS (SELECT {others}))"
