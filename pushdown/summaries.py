"""Figures over rows: a type whose fields are aggregates, and groups of the same rows, all from one reading of them."""

import inspect
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar

import strawberry
from strawberry.annotation import StrawberryAnnotation

from pushdown.compiler import Compiler, Row, mapping_of, object_type
from pushdown.connections import RowOrder
from pushdown.fields import RowField, argument, computed
from pushdown.global_ids import key_of
from pushdown.leaves import Fail, failing
from pushdown.mappings import row_by_key, typed
from pushdown.metadata import Models, column_of, link_of
from pushdown.orderings import Ordering
from pushdown.pages import DEFAULT_PAGE, MAX_PAGE, Page
from pushdown.roots import RootField
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.statement import literal
from pushdown.targets import listed, optional, row_type, type_of

C = TypeVar("C", bound=type)


@dataclass(slots=True)
class Reading:
    """One reading of a model's rows, whose aggregates are collected while fields are compiled."""

    model: Models
    rows: str
    """The alias of the rows."""
    found: str
    """The name of the common table expression with the figures."""
    within: str | None
    """SQL for the key to which the rows are limited by `relation`; None for all rows."""
    relation: str
    grouped: bool
    """Whether groups are asked for."""
    by: str | None = None
    whole: bool = False
    aggregates: dict[str, str] = field(default_factory=dict)

    def add(self, sql: str) -> str:
        """The column which has this aggregate."""
        return self.aggregates.setdefault(sql.format(row=self.rows), f"a{len(self.aggregates)}")

    def where(self, alias: str) -> list[str]:
        """The conditions which limit the rows."""
        if self.within is None:
            return []
        return [f"{alias}.{link_of(self.model, self.relation).local} = {self.within}"]

    def statement(self, compiler: Compiler) -> str:
        """The reading itself. A figure over all rows and those of the groups come from the same pass."""
        key = f"{self.rows}.{column_of(self.model, self.by)}" if self.by else "NULL"
        whole = f"grouping({key}) = 1" if self.by else "true"
        sets = [f"({key})"] * bool(self.by) + ["()"] * (self.whole or not self.by)
        figures = [f"{key} AS k", f"{whole} AS whole", *(f"{sql} AS {name}" for sql, name in self.aggregates.items())]
        where = " AND ".join(self.where(self.rows)) or "true"
        source = f"FROM {compiler.rows(self.model, self.rows)} WHERE {where}"
        return f"SELECT {', '.join(figures)} {source} GROUP BY GROUPING SETS ({', '.join(sets)})"


@dataclass(frozen=True, slots=True)
class Figures(Row):
    """Where figures come from: the whole, or (with a group's row in `alias`) one group."""

    reading: Reading
    group: str | None = None
    """The alias of the group's key."""

    @property
    def fail(self) -> Fail:
        """What makes SQL that fails; the clock is what keeps it from failing ahead."""
        return failing("clock_timestamp()")


def figures_of(row: Row) -> Figures:
    """The row, which stands for figures. Raises TypeError for another."""
    if not isinstance(row, Figures):
        raise TypeError("a figure stands in a summary or in a group of one")
    return row


@dataclass(frozen=True, slots=True)
class Aggregate:
    """An aggregate over the rows, whose alias is written `{row}`."""

    sql: str
    empty: str | None
    whole: str | None

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The figure; for a group without rows what stands for it."""
        figures = figures_of(row)
        column = figures.reading.add(self.sql)
        if figures.group is None and self.whole is not None and figures.reading.grouped:
            return typed(f"(SELECT {self.whole.format(column)} FROM {figures.reading.found} WHERE NOT whole)", selected)
        if figures.group is None:
            figures.reading.whole = True
            return typed(f"(SELECT {column} FROM {figures.reading.found} WHERE whole)", selected)
        text = f"{figures.alias}.{column}"
        return typed(text if self.empty is None else f"coalesce({text}, {self.empty})", selected)


@dataclass(frozen=True, slots=True)
class Groups:
    """One group for each member of an enum, in the enum's order, whether or not there are rows."""

    by: str
    members: type[Enum]

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The groups as an array."""
        reading = figures_of(row).reading
        if reading.by not in {None, self.by}:
            raise TypeError(f"rows are grouped by {reading.by} already")
        reading.by = self.by
        group, key = compiler.statement.alias(), compiler.statement.alias()
        figures = Figures(group, None, reading, group=f"{key}.k")
        columns = compiler.columns(object_type(selected), selected.nodes, figures)
        values = ", ".join(literal(str(member.value)) for member in self.members)
        keys = f"unnest(ARRAY[{values}]) WITH ORDINALITY {key}(k, n)"
        join = f"LEFT JOIN {reading.found} {group} ON {group}.k = {key}.k"
        return compiler.array(columns, f"FROM {keys} {join} ORDER BY {key}.n")


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What the rows of a group have in common."""

    members: type[Enum]

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The enum's value."""
        group = figures_of(row).group
        if group is None:
            raise TypeError("only a group has a key")
        return Sql(group, "text", nullable=False, values=frozenset(member.value for member in self.members))


@dataclass(frozen=True, slots=True)
class GroupRows:
    """The first rows of a group."""

    default: Ordering
    descending: bool

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The rows as an array."""
        figures = figures_of(row)
        reading, alias = figures.reading, compiler.statement.alias()
        page = Page.of(compiler.selection.arguments(selected))
        size = compiler.statement.bind(page.size, "bigint", page.checked)
        columns = compiler.columns(object_type(selected), selected.nodes, Row(alias, reading.model))
        order = RowOrder(reading.model, self.default, self.descending).clause(alias)
        member = f"{alias}.{column_of(reading.model, str(reading.by))} = {figures.group}"
        where = " AND ".join([member, *reading.where(alias)])
        source = f"FROM {compiler.rows(reading.model, alias)} WHERE {where} ORDER BY {order} LIMIT {size}"
        return compiler.array(columns, source)


@dataclass(frozen=True, slots=True)
class Within:
    """The row to which a summary is limited."""

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The row as an object, NULL for a summary of all rows."""
        reading = figures_of(row).reading
        if reading.within is None:
            return Sql("NULL::json", "json")
        return row_by_key(compiler, selected, link_of(reading.model, reading.relation).model, reading.within)


def _compile(compiler: Compiler, selected: Selected, model: Models, relation: str, within: str | None) -> Sql:
    parts = compiler.selection.of(object_type(selected), selected.nodes, peek=True)
    grouped = any(isinstance(mapping_of(part), Groups) for part in parts)
    reading = Reading(model, compiler.statement.alias(), compiler.statement.alias(), within, relation, grouped)
    figures = Figures(reading.rows, None, reading)
    columns = compiler.columns(object_type(selected), selected.nodes, figures)
    shaped = compiler.object(columns, "").text
    if not reading.aggregates and reading.by is None:
        return Sql(shaped, "json", nullable=False)
    found = f"WITH {reading.found} AS MATERIALIZED ({reading.statement(compiler)})"
    return Sql(f"({found} {shaped[1:]}", "json", nullable=False)


@dataclass(frozen=True, slots=True)
class Summary:
    """The summary of the rows which belong to this row."""

    relation: str
    """The reverse relation's name."""
    back: str
    """The relation's name on the other side."""

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The summary as an object."""
        if row.model is None:
            raise TypeError(f"{self.relation}: a JSON object has no relations")
        model = link_of(row.model, self.relation).model
        within = f"{row.alias}.{link_of(model, self.back).remote}"
        return _compile(compiler, selected, model, self.back, within)


def figures(cls: C) -> C:
    """Make a class the GraphQL type of a summary, or of its groups, described by its docstring."""
    return strawberry.type(cls, description=inspect.getdoc(cls))


def aggregate(sql: str, description: str, *, empty: str | None = None, whole: str | None = None) -> Any:
    """SQL of an aggregate, in which `{row}` is the rows' alias. `empty` is what a group without rows has, in SQL.

    `whole` makes the figure of all rows from those of the groups, written `{}`, where these are asked for, too.
    """
    return computed(Aggregate(sql, empty, whole), description)


def groups(by: str, members: type[Enum], description: str) -> Any:
    """A group for each member of the enum in the model's field `by`; annotated as a list of the groups' type."""
    return computed(Groups(by, members), description)


def group_key(members: type[Enum], description: str) -> Any:
    """What the rows of a group have in common."""
    return computed(GroupKey(members), description)


def group_rows(model: Models, description: str, *, default: Ordering, descending: bool = False) -> Any:
    """The first rows of a group, as many as the argument `first` says."""
    first = argument("first", int | None, f"How many, 1 to {MAX_PAGE}; {DEFAULT_PAGE} where nothing is said.")
    return RowField(
        GroupRows(default, descending),
        arguments=[first],
        description=description,
        type_annotation=listed(row_type(model)),
    )


def within(model: Models, relation: str, description: str) -> Any:
    """The row to which the summary of the model's rows is limited by a relation; null for all rows."""
    return RowField(Within(), description=description, type_annotation=optional(row_type(model, relation)))


def summary(relation: str, back: str, description: str) -> Any:
    """In a type: the summary of the rows of a reverse relation, annotated with the summary's type."""
    return computed(Summary(relation, back), description)


def summary_of(model: Models, type_: type, relation: str, description: str) -> Any:
    """In `Query`: the summary of all the model's rows, or of those of one row at the other end of a relation.

    That row is named by an argument called after the relation: `campaign` gives `campaignId`.
    """

    def compile_(compiler: Compiler, selected: Selected) -> Sql:
        given = compiler.selection.arguments(selected).get(f"{relation}Id")
        name = type_of(link_of(model, relation).model).__name__
        key = None
        if given is not None:
            key = compiler.statement.bind(given, "bigint", lambda text: key_of(text, name))
        return _compile(compiler, selected, model, relation, key)

    only = argument(f"{relation}_id", strawberry.ID | None, f"Only those of this {relation}.")
    return RootField(compile_, arguments=[only], description=description, type_annotation=StrawberryAnnotation(type_))
