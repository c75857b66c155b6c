"""Figures over rows of another table, within a period: what happened to the rows of a summary, or of one group."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from strawberry.types.arguments import StrawberryArgument

from pushdown.compiler import Compiler, Row
from pushdown.errors import InvalidArgument
from pushdown.fields import RowField, argument
from pushdown.mappings import objects_of, typed
from pushdown.metadata import Models, column_of, link_of
from pushdown.operands import in_utc
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.summaries import figures_of

DEFAULT_DAYS = 30
"""The length of a period without a beginning."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """Rows of a model which tell of the summary's rows. They are limited by a relation of the same name."""

    model: Models
    at: str
    """The field which says when."""
    by: str | None = None
    """The field which holds the group's key; None for all groups."""
    days: int | None = None
    """How many days up to now are meant; None where the arguments say it."""

    def source(self, compiler: Compiler, row: Row, selected: Selected, alias: str) -> str:
        """The FROM and WHERE of those within the period."""
        figures = figures_of(row)
        conditions = [self._period(compiler, selected, f"{alias}.{column_of(self.model, self.at)}")]
        if self.by is not None:
            conditions.append(f"{alias}.{column_of(self.model, self.by)} = {figures.group}")
        if figures.reading.within is not None:
            local = link_of(self.model, figures.reading.relation).local
            conditions.append(f"{alias}.{local} = {figures.reading.within}")
        return f"FROM {compiler.rows(self.model, alias)} WHERE {' AND '.join(conditions)}"

    def _period(self, compiler: Compiler, selected: Selected, at: str) -> str:
        if self.days is not None:
            return f"{at} >= now() - interval '{self.days} days' AND {at} < now()"
        given = compiler.selection.arguments(selected)
        since, until = (self._bound(compiler, name, given.get(name)) for name in ("since", "until"))
        end = until or "now()"
        begin = since or f"{end} - interval '{DEFAULT_DAYS} days'"
        return f"{at} >= {begin} AND {at} < {end}"

    def _bound(self, compiler: Compiler, name: str, given: Any) -> str | None:
        def in_bounds(moment: datetime) -> datetime:
            try:
                return in_utc(moment)
            except ValueError as error:
                raise InvalidArgument(name, f"{moment.isoformat()} {error}") from error

        return None if given is None else compiler.statement.bind(given, "timestamptz", in_bounds)


@dataclass(frozen=True, slots=True)
class PeriodFigure:
    """An aggregate over happenings, whose alias is written `{row}`."""

    sql: str
    happenings: Happenings

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The figure."""
        alias = compiler.statement.alias()
        source = self.happenings.source(compiler, row, selected, alias)
        return typed(f"(SELECT {self.sql.format(row=alias)} {source})", selected)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Objects made from happenings by the application's SQL."""

    sql: str
    happenings: Happenings

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The objects as an array."""
        alias = compiler.statement.alias()
        source = self.happenings.source(compiler, row, selected, alias)
        made = self.sql.format(row=alias, rows=source)
        return objects_of(compiler, f"jsonb_array_elements(coalesce(({made}), '[]'))", selected)


def _period_arguments() -> list[StrawberryArgument]:
    since = f"From this time on; {DEFAULT_DAYS} days before the end where nothing is said."
    return [
        argument("since", datetime | None, since),
        argument("until", datetime | None, "Up to this time; until now where nothing is said."),
    ]


def period_figure(
    model: Models, sql: str, description: str, *, at: str, by: str | None = None, days: int | None = None
) -> Any:
    """SQL of an aggregate over the model's rows within the period which the arguments name, `{row}` being their alias.

    `by` is the field which has the key of the group the figure stands in. Where `days` is given, the period is so many
    days up to now, and there are no arguments.
    """
    mapping = PeriodFigure(sql, Happenings(model, at, by, days))
    return RowField(mapping, description=description, arguments=_period_arguments() if days is None else [])


def breakdown(model: Models, sql: str, description: str, *, at: str) -> Any:
    """Objects of a `json_object` type, made of the model's rows within a period; annotated as a list of that type.

    `sql` selects one JSON array; `{rows}` in it stands for FROM and WHERE, `{row}` for the rows' alias.
    """
    return RowField(Breakdown(sql, Happenings(model, at)), description=description, arguments=_period_arguments())
