"""Declarations that cannot work are refused, rather than answered wrongly."""

import pytest
from tortoise import fields
from tortoise.models import Model

import pushdown
from pushdown.cursors import ordering_digest
from pushdown.mappings import Identity
from pushdown.metadata import column_of, link_of, sql_type_of
from pushdown.targets import type_of
from tests.pushdown.library import tables
from tests.pushdown.library.desk import Desk


class Shelf(Model):
    """A table without a type."""

    id = fields.BigIntField(primary_key=True)


def test_a_model_has_one_type_only() -> None:
    with pytest.raises(ValueError, match="Book is mapped by Book already"):

        @pushdown.type(tables.Book)
        class Volume(pushdown.Node):
            """Another type of books."""


def test_a_model_without_a_type_is_named() -> None:
    with pytest.raises(LookupError, match="no GraphQL type is declared for Shelf"):
        type_of(Shelf)


async def test_an_ordering_by_a_nullable_field_must_say_where_unknown_values_stand(library: Desk) -> None:
    """Rows without a key would be on no page but the first."""
    with pytest.raises(TypeError, match=r"Book\.pages can be NULL: its ordering needs `unknown`"):
        pushdown.Ordering("pages").key(tables.Book, "b")
    assert pushdown.Ordering("pages", unknown=-1).key(tables.Book, "b") == 'coalesce(b."page count", -1)'


async def test_fields_and_relations_which_a_model_lacks_are_named(library: Desk) -> None:
    with pytest.raises(KeyError, match="colour"):
        column_of(tables.Book, "colour")
    with pytest.raises(KeyError, match="colour"):
        link_of(tables.Book, "colour")
    with pytest.raises(TypeError, match=r"Book\.title: TextField is not supported"):
        link_of(tables.Book, "title")
    with pytest.raises(TypeError, match=r"Author\.awards: no SQL type is known for JSONField"):
        sql_type_of(tables.Author, "awards")


def test_a_types_name_must_leave_room_for_the_key_in_a_line_of_base64() -> None:
    longest = Identity("A" * 37)
    assert len(pushdown.encode_global_id(longest.type_name, 2**63 - 1)) == 76
    with pytest.raises(ValueError, match="too long for a name in global ids"):
        Identity("A" * 38)


def test_a_cursor_is_tied_to_type_ordering_and_direction() -> None:
    digests = {
        ordering_digest(*parts) for parts in (("A", "b", True), ("A", "b", False), ("A", "c", True), ("B", "b", True))
    }
    assert len(digests) == 4


def test_ids_are_read_as_they_are_written() -> None:
    given = pushdown.encode_global_id("Book", 7)
    assert pushdown.decode_global_id(given) == pushdown.GlobalId("Book", pushdown.global_ids.RowKey(7))
    assert pushdown.key_of(given, "Book") == 7
    assert pushdown.key_of(given, "Author") is None


def test_docstrings_become_descriptions(library: Desk) -> None:
    text = library.schema.as_str()
    assert '"""A book."""\ntype Book implements Node & Titled {' in text
    assert '"""A page of `Book` rows."""\ntype BookConnection {' in text
    assert '"""Conditions on books."""\ninput BookFilter {' in text
