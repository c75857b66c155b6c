"""Texts and JSON that no quoting may break, stored, asked for, and echoed."""

import pytest

from tests.pushdown.library.desk import Desk
from tests.pushdown.library.rows import TITLES
from tests.pushdown.library.tables import Author

TEXTS = (
    *TITLES,
    "'\"\\`$$",
    "$1::text",
    "%s %(x)s {0} {row}",
    "E'\\x41'",
    "--",
    "/* */",
    '{"json": "\\u0041"}',
    "e\u0301 \u00e9",
    "\u202e right to left",
    "👩‍👩‍👧‍👦 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
    "\ufffd",
    "x" * 2_000,
)
CANNOT_BE_STORED = ("\0", "a\0b", "\ud800", "a\udfff")


async def test_json_of_another_shape_than_declared_counts_as_missing(empty_library: Desk) -> None:
    odds: tuple[object, ...] = (None, [], "text", 3, False)
    for odd in odds:
        await Author.create(name=repr(odd), profile={"home": odd, "links": odd}, awards={"title": "not in a list"})

    answer = await empty_library.ask(
        "{ authors { nodes { awards { title } profile { home { city } links { url } } } } }"
    )

    assert [node["profile"] for node in answer["authors"]["nodes"]] == [{"home": None, "links": []}] * 5
    assert [node["awards"] for node in answer["authors"]["nodes"]] == [[]] * 5


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_a_stored_text_comes_back_letter_by_letter(empty_library: Desk, text: str) -> None:
    link = {"label": text, "url": text}
    await Author.create(name=text, profile={"motto": text, "links": [link], "colours": [text]}, awards=[])

    answer = await empty_library.ask("{ authors { nodes { name profile { motto links { label url } colours } } } }")

    assert answer["authors"]["nodes"] == [
        {"name": text, "profile": {"motto": text, "links": [link], "colours": [text]}}
    ]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_a_cursor_carries_any_text(empty_library: Desk, text: str) -> None:
    for name in (text, text):
        await Author.create(name=name, awards=[])
    query = "query ($after: String) { authors(first: 1, after: $after) { nodes { id name } pageInfo { endCursor } } }"

    first = (await empty_library.ask(query))["authors"]
    second = (await empty_library.ask(query, after=first["pageInfo"]["endCursor"]))["authors"]

    assert [node["name"] for node in first["nodes"] + second["nodes"]] == [text, text]
    assert first["nodes"] != second["nodes"]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_an_operand_equals_just_itself(library: Desk, text: str) -> None:
    query = """query ($text: String!) {
        same: books(filter: { title: { eq: $text } }) { totalCount nodes { title } }
        among: books(filter: { title: { in: [$text, "no such title"] } }) { totalCount }
        other: books(filter: { not: { title: { eq: $text } } }) { totalCount }
    }"""
    answer = await library.ask(query, text=text)

    count = (TITLES * 2).count(text)
    assert answer["same"] == {"totalCount": count, "nodes": [{"title": text}] * count}
    assert answer["among"]["totalCount"] == count
    assert answer["other"]["totalCount"] == 24 - count


@pytest.mark.parametrize("text", CANNOT_BE_STORED)
async def test_a_text_that_cannot_be_stored_equals_nothing(library: Desk, text: str) -> None:
    query = """query ($text: String!) {
        same: books(filter: { title: { eq: $text } }) { totalCount }
        among: books(filter: { title: { in: [$text, "Plain"] } }) { totalCount }
        other: books(filter: { not: { title: { eq: $text } } }) { totalCount }
        neither: books(filter: { not: { title: { in: [$text, "Plain"] } } }) { totalCount }
    }"""
    answer = await library.ask(query, text=text)
    assert {key: page["totalCount"] for key, page in answer.items()} == {
        "same": 0,
        "among": 4,
        "other": 24,
        "neither": 20,
    }


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
async def test_a_payload_echoes_any_text(library: Desk, text: str) -> None:
    query = "mutation ($reader: String!) { recommend(readers: [$reader]) { all { reader } } }"
    assert (await library.ask(query, reader=text))["recommend"]["all"] == [{"reader": text}]


@pytest.mark.parametrize("text", CANNOT_BE_STORED)
async def test_a_payload_echoes_what_cannot_be_stored_by_the_replacement_character(library: Desk, text: str) -> None:
    query = "mutation ($reader: String!) { recommend(readers: [$reader]) { all { reader } } }"
    shown = text.translate(dict.fromkeys((0, 0xD800, 0xDFFF), "\ufffd"))
    assert (await library.ask(query, reader=text))["recommend"]["all"] == [{"reader": shown}]
