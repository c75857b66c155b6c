"""Relay's global ids: the base64 text of `Type:key`. Opaque for clients; a malformed one names nothing."""

import base64
import binascii
from functools import lru_cache
from typing import NamedTuple, NewType

import strawberry

ID = strawberry.ID

BIGINT_MAX = 2**63 - 1

RowKey = NewType("RowKey", int)


_LONGEST = 76
"""Letters of an id: base64 of a name of up to 37 letters, a colon, and a key of up to 19 digits."""


class GlobalId(NamedTuple):
    """A decoded id: the GraphQL type's name and the row's primary key."""

    type_name: str
    key: RowKey


def encode_global_id(type_name: str, key: int) -> strawberry.ID:
    """The id under which clients know a row."""
    return strawberry.ID(base64.b64encode(f"{type_name}:{key}".encode()).decode())


def decode_global_id(text: str) -> GlobalId | None:
    """What an id names; None where it is no id of ours (also a non-canonical spelling of one)."""
    return _decoded(text) if len(text) <= _LONGEST else None


@lru_cache(4_096)
def _decoded(text: str) -> GlobalId | None:
    try:
        raw = binascii.a2b_base64(text, strict_mode=True)
        type_name, _, digits = raw.decode("ascii").partition(":")
    except ValueError:  # of which the errors of base64 and of ASCII are kinds
        return None
    if not type_name.isidentifier() or not digits.isdecimal() or len(digits) > 19 or digits[0] == "0" < digits:
        return None
    key = int(digits)
    if key > BIGINT_MAX or binascii.b2a_base64(raw, newline=False).decode() != text:
        return None
    return GlobalId(type_name, RowKey(key))


def key_of(text: str, type_name: str) -> RowKey | None:
    """The row's key where the id names a row of this type, None otherwise."""
    decoded = decode_global_id(text)
    return decoded.key if decoded and decoded.type_name == type_name else None


def type_name_of(text: str) -> str | None:
    """The name of the type which an id names, None for what is no id."""
    decoded = decode_global_id(text)
    return decoded.type_name if decoded else None


def any_key_of(text: str) -> RowKey | None:
    """The key which an id names, of whichever type; None for what is no id."""
    decoded = decode_global_id(text)
    return decoded.key if decoded else None
