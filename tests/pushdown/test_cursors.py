"""Cursors from elsewhere: forged, damaged, of another ordering. All get a clear answer, none is a fault."""

import base64
from typing import Any

import pytest

from tests.pushdown.library.desk import Desk, digest_of, forged
from tests.pushdown.library.types import BookOrderField

PAGE = """query ($at: String, $order: BookOrder) {
    after: books(after: $at, orderBy: $order, first: 100) { nodes { id } }
}"""
FIELDS = [field.name for field in BookOrderField]

DAMAGED = {
    "empty": "",
    "no base64": "not base64!",
    "not ASCII": "ωωωω",
    "a line break": "W10=\n",
    "unpadded": "W10",
    "no JSON": base64.b64encode(b"[").decode(),
    "no UTF-8": base64.b64encode(b'["\xff"]').decode(),
    "a lone surrogate": base64.b64encode(b'["\\ud800", "", 1]').decode(),
    "no list": base64.b64encode(b'{"a": 1}').decode(),
    "a number": base64.b64encode(b"5").decode(),
    "null": base64.b64encode(b"null").decode(),
    "NaN": base64.b64encode(b"NaN").decode(),
    "too short": forged("x", "y"),
    "too long": forged("x", "y", 1, 2),
    "deep": base64.b64encode(b"[" * 6_000).decode(),
    "huge": base64.b64encode(b"x" * 1_000_000).decode(),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
async def test_what_is_no_cursor_is_refused(library: Desk, text: str) -> None:
    assert await library.refused_argument(PAGE, at=text) == "after"
    assert await library.refused_argument(PAGE.replace("after: $at", "before: $at"), at=text) == "before"


async def test_a_cursor_of_another_ordering_direction_or_type_is_refused(library: Desk) -> None:
    query = """{
        title: books(orderBy: { field: TITLE }) { pageInfo { endCursor } }
        reversed: books(orderBy: { field: ID, direction: DESC }) { pageInfo { endCursor } }
        authors { pageInfo { endCursor } }
        notes { pageInfo { endCursor } }
    }"""
    for connection in (await library.ask(query)).values():
        error = await library.refusal(PAGE, at=connection["pageInfo"]["endCursor"])
        assert error.message == "after: this cursor belongs to another ordering; start again without it"


async def digest(library: Desk, field: str) -> str:
    """What ties cursors to an ordering of books."""
    query = "query ($order: BookOrder) { books(orderBy: $order) { pageInfo { endCursor } } }"
    answer = await library.ask(query, order={"field": field})
    return digest_of(answer["books"]["pageInfo"]["endCursor"])


WRONG_KEYS: tuple[Any, ...] = (None, 1, 1.5, True, [], {}, ["x"])
WRONG_ROWS: tuple[Any, ...] = (None, "1", 1.5, -1, 2**63, 2**64, 10**30, [], {}, -(2**70))


@pytest.mark.parametrize("field", FIELDS)
async def test_parts_of_other_types_are_refused(library: Desk, field: str) -> None:
    own = await digest(library, field)
    for key in WRONG_KEYS:
        assert await library.refused_argument(PAGE, at=forged(own, key, 1), order={"field": field}) == "after"
    for row in WRONG_ROWS:
        assert await library.refused_argument(PAGE, at=forged(own, "1", row), order={"field": field}) == "after"


WRONG_TEXTS = {
    "ID": ("", "x", "1.5", "9" * 19, "-" + "9" * 19, "9" * 5_000, "NaN", "\0", "1\0"),
    "TITLE": ("\0", "a\0b"),
    "GENRE": ("\0",),
    "PAGES": ("", "1e3", "99999999999999999999", "infinity"),
    "RATING": ("", "x", "1,5", "\0"),
    "PUBLISHED_AT": (
        "",
        "yesterday",
        "infinity",
        "2020-01-01",
        "2020-01-01 00:00:00",
        "10000-01-01 00:00:00+00",
        "0000-01-01 00:00:00+00",
        "0001-01-01 00:00:00+14",
        "9999-12-31 23:59:59-14",
        "2020-02-30 00:00:00+00",
        "2020-01-01 00:00:00+99",
    ),
    "RELEASED_ON": ("", "x", "2020-02-30", "infinity", "0000-01-01"),
    "ISBN": ("", "x", "00000000-0000-0000-0000-00000000000g"),
    "IN_PRINT": ("", "t", "True", "1"),
}


@pytest.mark.parametrize("field", FIELDS)
async def test_keys_that_the_database_cannot_have_written_are_refused(library: Desk, field: str) -> None:
    own = await digest(library, field)
    for text in WRONG_TEXTS[field]:
        assert await library.refused_argument(PAGE, at=forged(own, text, 1), order={"field": field}) == "after", text


BOLD_TEXTS = {
    "ID": ("9223372036854775807", "-9223372036854775808"),
    "TITLE": ("'; DROP TABLE books; --", "\\", '"', "$1", "x" * 3_000),
    "GENRE": ("NO SUCH GENRE",),
    "PAGES": ("99999999999", "-2147483649"),
    "RATING": ("NaN", "Infinity", "-Infinity", "1e308", "1e999", "-0"),
    "PUBLISHED_AT": ("0001-01-01 00:00:00+00", "9999-12-31 23:59:59.999999+00"),
    "RELEASED_ON": ("0001-01-01", "9999-12-31"),
    "ISBN": ("ffffffff-ffff-ffff-ffff-ffffffffffff",),
    "IN_PRINT": ("true", "false"),
}


@pytest.mark.parametrize("field", FIELDS)
async def test_a_forged_cursor_with_a_possible_key_is_just_a_place(library: Desk, field: str) -> None:
    own = await digest(library, field)
    for text in BOLD_TEXTS[field]:
        after = forged(own, text, 2**63 - 1)
        found = (await library.ask(PAGE, at=after, order={"field": field}))["after"]["nodes"]
        others = (await library.ask(PAGE.replace("after: $at", "before: $at"), at=after, order={"field": field}))[
            "after"
        ]
        assert len(found) + len(others["nodes"]) == 24, text
