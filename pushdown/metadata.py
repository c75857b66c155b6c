"""What Tortoise knows of a model, as far as SQL needs it: tables, columns, types, relations."""

from dataclasses import dataclass
from typing import Any

from tortoise import fields
from tortoise.fields.relational import BackwardFKRelation, ForeignKeyFieldInstance
from tortoise.models import Model

from pushdown.statement import quoted

Models = type[Model]

_SQL_TYPES: tuple[tuple[type[fields.Field[Any]], str], ...] = (
    (fields.IntField, "bigint"),  # narrower columns, too: a number which they could not hold is compared, not refused
    (fields.FloatField, "double precision"),
    (fields.BooleanField, "boolean"),
    (fields.DatetimeField, "timestamptz"),
    (fields.DateField, "date"),
    (fields.UUIDField, "uuid"),
    (fields.CharField, "text"),
    (fields.TextField, "text"),
)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation in SQL terms: rows of `model` whose `remote` column equals this row's `local` column."""

    model: Models
    local: str
    remote: str


def table_of(model: Models) -> str:
    """The model's table, quoted."""
    return quoted(model._meta.db_table)


def column_of(model: Models, field: str) -> str:
    """The column behind a model's field, quoted. Raises KeyError for a field which the model lacks."""
    if field == "pk":
        field = model._meta.pk_attr
    return quoted(model._meta.fields_db_projection[field])


def sql_type_of(model: Models, field: str) -> str:
    """The PostgreSQL type to which values for this field are cast."""
    instance = model._meta.fields_map[field]
    for kind, sql_type in _SQL_TYPES:
        if isinstance(instance, kind):
            return sql_type
    raise TypeError(f"{model.__name__}.{field}: no SQL type is known for {type(instance).__name__}")


def is_json(model: Models, field: str) -> bool:
    """Whether the field holds a JSON document."""
    return isinstance(model._meta.fields_map[field], fields.JSONField)


def link_of(model: Models, relation: str) -> Link:
    """How a relation joins. Raises KeyError for a relation which the model lacks, TypeError for an unsupported kind."""
    instance = model._meta.fields_map[relation]
    if isinstance(instance, ForeignKeyFieldInstance):
        target = instance.related_model
        return Link(target, column_of(model, str(instance.source_field)), column_of(target, "pk"))
    if isinstance(instance, BackwardFKRelation):
        target = instance.related_model
        return Link(target, column_of(model, "pk"), column_of(target, instance.relation_source_field or ""))
    raise TypeError(f"{model.__name__}.{relation}: {type(instance).__name__} is not supported")
