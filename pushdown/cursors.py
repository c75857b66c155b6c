"""Cursors: where a page ends, as the values of the ordering's keys there, bound to that ordering by a digest."""

import base64
import binascii
import zlib
from functools import lru_cache

import orjson

from pushdown.errors import InvalidArgument
from pushdown.global_ids import BIGINT_MAX
from pushdown.operands import parsed
from pushdown.statement import literal

_KEY_BYTES = 4_096


def ordering_digest(type_name: str, ordering: str, descending: bool) -> str:
    """What tells a cursor of this ordering from another's."""
    return format(zlib.crc32(f"{type_name}.{ordering}.{'desc' if descending else 'asc'}".encode()), "08x")


def cursor_sql(digest: str, key: str, row_id: str) -> str:
    """SQL for a row's cursor. PostgreSQL breaks base64 into lines, hence the translation."""
    parts = f"json_build_array({literal(digest)}, ({key})::text, {row_id})"
    return f"translate(encode(convert_to({parts}::text, 'UTF8'), 'base64'), E'\\n', '')"


def key_in(argument: str, digest: str, sql_type: str, text: str) -> object:
    """The key in a cursor, as `decode_cursor` gives it."""
    return decode_cursor(argument, text, digest, sql_type)[0]


def row_id_in(argument: str, digest: str, sql_type: str, text: str) -> int:
    """The row id in a cursor, as `decode_cursor` gives it."""
    return decode_cursor(argument, text, digest, sql_type)[1]


@lru_cache(256)  # each is looked at for its form, its key and its row
def decode_cursor(argument: str, text: str, digest: str, sql_type: str) -> tuple[object, int]:
    """The key (as asyncpg wants it for `sql_type`) and the row id in a cursor.

    Raises InvalidArgument for what is no cursor, and for a cursor of another ordering.
    """
    malformed = InvalidArgument(argument, "this is not a cursor; pass one that `edges` or `pageInfo` gave")
    if len(text) > 2 * _KEY_BYTES:
        raise malformed
    try:
        parts = orjson.loads(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError) as error:
        raise malformed from error
    if not isinstance(parts, list) or len(parts) != 3:
        raise malformed
    found, key, row_id = parts
    if found != digest:
        raise InvalidArgument(argument, "this cursor belongs to another ordering; start again without it")
    if not isinstance(key, str) or not isinstance(row_id, int) or not 0 <= row_id <= BIGINT_MAX:
        raise malformed
    try:
        return parsed(key, sql_type), row_id
    except ValueError as error:
        raise malformed from error
