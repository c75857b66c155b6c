"""What Tortoise knows of a model, as far as SQL needs it: tables, columns, types, relations."""

from dataclasses import dataclass
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
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


_KINDS: tuple[tuple[type[fields.Field[Any]], str], ...] = (
    (fields.BigIntField, "bigint"),
    (fields.IntField, "integer"),
    *_SQL_TYPES[1:],
    (fields.JSONField, "jsonb"),
)


@dataclass(frozen=True, slots=True)
class Storage:
    """What a column holds: its SQL type as far as it is known, and whether NULL."""

    sql_type: str | None
    nullable: bool
    values: frozenset[object] | None = None
    """The values of an enum's field; None for fields that hold others."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation in SQL terms: rows of `model` whose `remote` column equals this row's `local` column."""

    model: Models
    local: str
    remote: str
    always: bool
    """Whether there is such a row for every row: a foreign key that is not NULL."""


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


def storage_of(model: Models, field: str) -> Storage:
    """What the column behind a field holds; `text[]` for an array of texts, None for a type that is not known."""
    instance = model._meta.fields_map[model._meta.pk_attr if field == "pk" else field]
    if isinstance(instance, ArrayField):
        return Storage(f"{instance.element_type.lower()}[]", instance.null)
    members = getattr(instance, "enum_type", None)
    values = frozenset(member.value for member in members) if members else None
    sql_type = next((sql_type for kind, sql_type in _KINDS if isinstance(instance, kind)), None)
    return Storage(sql_type, instance.null, values)


def link_of(model: Models, relation: str) -> Link:
    """How a relation joins. Raises KeyError for a relation which the model lacks, TypeError for an unsupported kind."""
    instance = model._meta.fields_map[relation]
    if isinstance(instance, ForeignKeyFieldInstance):
        target = instance.related_model
        always = not instance.null and bool(instance.db_constraint)
        return Link(target, column_of(model, str(instance.source_field)), column_of(target, "pk"), always)
    if isinstance(instance, BackwardFKRelation):
        target = instance.related_model
        return Link(target, column_of(model, "pk"), column_of(target, instance.relation_source_field or ""), False)
    raise TypeError(f"{model.__name__}.{relation}: {type(instance).__name__} is not supported")
