"""The library's tables, with every kind of field the compiler knows."""

from enum import StrEnum
from typing import Any

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.models import Model


class Genre(StrEnum):
    """What a book is."""

    NOVEL = "NOVEL"
    POEMS = "POEMS"
    HISTORY = "HISTORY"


class Author(Model):
    """Who writes books. `profile` is an object or NULL, `awards` a list of objects, `languages` an array of texts."""

    id = fields.BigIntField(primary_key=True)
    name = fields.TextField()
    born = fields.DatetimeField(null=True)
    followers = fields.SmallIntField(null=True)
    active = fields.BooleanField(default=True)
    profile: fields.Field[dict[str, Any] | None] = fields.JSONField(null=True)
    awards: fields.Field[Any] = fields.JSONField()
    languages: fields.Field[list[str]] = ArrayField(element_type="text", default=list)

    class Meta:
        table = "authors"


class Book(Model):
    """A book. Its number of pages, and of copies, stand in columns of other names; `editor` may be missing."""

    id = fields.BigIntField(primary_key=True)
    author: fields.ForeignKeyRelation[Author] = fields.ForeignKeyField("library.Author", related_name="books")
    editor: fields.ForeignKeyNullableRelation[Author] = fields.ForeignKeyField(
        "library.Author", related_name="edited", null=True
    )
    title = fields.TextField()
    genre = fields.CharEnumField(Genre, max_length=16)
    pages = fields.IntField(null=True, source_field="page count")
    copies = fields.IntField(default=3, source_field="n")
    rating = fields.FloatField(null=True)
    published_at = fields.DatetimeField()
    released_on = fields.DateField()
    isbn = fields.UUIDField()
    in_print = fields.BooleanField(default=True)

    class Meta:
        table = "books"


class Review(Model):
    """What a reader says of a book."""

    id = fields.BigIntField(primary_key=True)
    book: fields.ForeignKeyRelation[Book] = fields.ForeignKeyField("library.Book", related_name="reviews")
    stars = fields.SmallIntField()
    text = fields.TextField(null=True)
    words: fields.Field[list[str]] = fields.JSONField()

    class Meta:
        table = "reviews"


class Note(Model):
    """A note on a row of any type. Nothing keeps its writer from being taken away."""

    id = fields.BigIntField(primary_key=True)
    subject_type = fields.TextField()
    subject_id = fields.BigIntField()
    text = fields.TextField()
    writer: fields.ForeignKeyRelation[Author] = fields.ForeignKeyField(
        "library.Author", related_name="notes", db_constraint=False
    )

    class Meta:
        table = "notes"
