"""What a selection means: aliases, fragments, directives, variables, merged fields."""

import re

import pytest

from tests.pushdown.library.desk import Desk, id_of

LONG = "a" * 62


@pytest.mark.parametrize(
    "alias",
    [
        "name",
        "id",
        "title",
        "t1",
        "t2",
        "t10",
        "n",
        "c0",
        "value",
        "position",
        "cursor",
        "row_to_json",
        "select",
        "SELECT",
        "from",
        "null",
        "true",
        "user",
        "_",
        "__typename",
        "__proto__",
        "MixedCase",
        "mixedcase",
        LONG + "b",
        LONG + "bc",
        "z" * 500,
    ],
)
async def test_an_alias_may_be_any_name(library: Desk, alias: str) -> None:
    query = f"""query ($id: ID!) {{
        {alias}: book(id: $id) {{
            {alias}: title
            author {{ {alias}: profile {{ {alias}: links {{ {alias}: url }} }} }}
            reviews {{ {alias}: edges {{ {alias}: node {{ {alias}: stars }} }} }}
            other: reviews {{ {alias}: pageInfo {{ {alias}: hasNextPage }} {alias}2: totalCount {alias}3: __typename }}
        }}
    }}"""
    assert await library.ask(query, id=id_of("Book", 2)) == {
        alias: {
            alias: 'It\'s "quoted" and `ticked`',
            "author": {alias: None},
            "reviews": {alias: [{alias: {alias: 0}}]},
            "other": {alias: {alias: False}, f"{alias}2": 1, f"{alias}3": "ReviewConnection"},
        }
    }


async def test_no_alias_is_taken_for_a_row_source(library: Desk) -> None:
    """Where a column and a row source have one name, PostgreSQL takes it for the column. Here: for every name."""
    async with library.statements() as sent:
        await library.ask("{ books(first: 1) { edges { node { id author { id } } } } }")
    sources = set(re.findall(r"row_to_json\((\w+)", sent[0])) | {f"t{number}" for number in range(1, 30)}
    all_names = " ".join(f"{source}: id" for source in sorted(sources))
    answer = await library.ask(
        f"{{ books(first: 1) {{ edges {{ node {{ {all_names} author {{ {all_names} }} }} }} }} }}"
    )

    [edge] = answer["books"]["edges"]
    assert edge["node"].pop("author") == dict.fromkeys(sources, id_of("Author", 1))
    assert edge["node"] == dict.fromkeys(sources, id_of("Book", 1))


async def test_long_aliases_which_begin_alike_stay_apart(library: Desk) -> None:
    aliases = [LONG, LONG + "b", LONG + "c", LONG + "bb", LONG + "bc", LONG + "b" * 400]
    fields = ["id", "title", "genre", "length", "rating", "publishedAt"]
    both = " ".join(f"{field} {alias}: {field}" for alias, field in zip(aliases, fields, strict=True))
    book = (await library.ask(f"query ($id: ID!) {{ book(id: $id) {{ {both} }} }}", id=id_of("Book", 8)))["book"]
    assert [book[alias] for alias in aliases] == [book[field] for field in fields]


async def test_two_aliases_of_a_connection_are_two_connections(library: Desk) -> None:
    query = """query ($id: ID!) {
        author(id: $id) {
            shortest: books(first: 1, orderBy: { field: PAGES }, filter: { pages: { gte: 0 } }) { nodes { length } }
            longest: books(last: 1, orderBy: { field: PAGES }) { nodes { length } totalCount }
            poems: books(filter: { genre: { eq: POEMS } }) { totalCount }
        }
    }"""
    assert (await library.ask(query, id=id_of("Author", 2)))["author"] == {
        "shortest": {"nodes": [{"length": 0}]},
        "longest": {"nodes": [{"length": 400}], "totalCount": 8},
        "poems": {"totalCount": 8},
    }


async def test_two_aliases_of_edges_and_nodes_show_the_same_page(library: Desk) -> None:
    query = """{ books(first: 1) {
        a: edges { x: cursor node { id } } b: edges { node { title } y: cursor }
        c: nodes { id } d: nodes { title } e: pageInfo { endCursor } f: pageInfo { p: endCursor q: endCursor }
    } }"""
    books = (await library.ask(query))["books"]
    at = books["e"]["endCursor"]
    assert books == {
        "a": [{"x": at, "node": {"id": id_of("Book", 1)}}],
        "b": [{"node": {"title": "Plain"}, "y": at}],
        "c": [{"id": id_of("Book", 1)}],
        "d": [{"title": "Plain"}],
        "e": {"endCursor": at},
        "f": {"p": at, "q": at},
    }


async def test_keys_come_in_the_order_in_which_they_are_selected(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { title ...F genre id } } fragment F on Book { rating title length }"
    book = (await library.ask(query, id=id_of("Book", 1)))["book"]
    assert list(book) == ["title", "rating", "length", "genre", "id"]


async def test_a_field_selected_twice_is_merged(library: Desk) -> None:
    query = """query ($id: ID!) {
        book(id: $id) { author { name } ...F author { books(first: 1) { nodes { id } } } }
        book(id: $id) { title }
    }
    fragment F on Book { author { name active books(first: 1) { totalCount } } }"""
    assert (await library.ask(query, id=id_of("Book", 3)))["book"] == {
        "author": {
            "name": "Ada",
            "books": {"nodes": [{"id": id_of("Book", 3)}], "totalCount": 8},
            "active": True,
        },
        "title": "Back\\slash \\n \\u0041 $1 {row} %s",
    }


async def test_fragments_named_inline_and_nested(library: Desk) -> None:
    query = """query ($id: ID!) {
        node(id: $id) { ...Any ... on Book { ...Whole ... { rating } } ... on Author { name } }
    }
    fragment Any on Node { id ...AnyBook }
    fragment AnyBook on Book { genre ...Deep }
    fragment Deep on Book { author { ...AnyNode } }
    fragment AnyNode on Node { id ... on Author { name ... on Node { again: id } } ... on Book { never: title } }
    fragment Whole on Book { title }"""
    assert (await library.ask(query, id=id_of("Book", 4)))["node"] == {
        "id": id_of("Book", 4),
        "genre": "NOVEL",
        "author": {"id": id_of("Author", 1), "name": "Ada", "again": id_of("Author", 1)},
        "title": "Line\nbreak\tand\rreturn",
        "rating": 1.0,
    }


async def test_typename_is_known_everywhere(library: Desk) -> None:
    query = """query ($id: ID!) { __typename author(id: $id) {
        __typename profile { __typename home { __typename } links { __typename } } awards { __typename }
        books(first: 1) {
            __typename edges { __typename node { __typename } } nodes { __typename } pageInfo { __typename }
        }
        edited { __typename }
    } }"""
    book = {"__typename": "Book"}
    assert await library.ask(query, id=id_of("Author", 3)) == {
        "__typename": "Query",
        "author": {
            "__typename": "Author",
            "profile": {"__typename": "Profile", "home": None, "links": [{"__typename": "Link"}] * 2},
            "awards": [{"__typename": "Award"}] * 2,
            "books": {
                "__typename": "BookConnection",
                "edges": [{"__typename": "BookEdge", "node": book}],
                "nodes": [book],
                "pageInfo": {"__typename": "PageInfo"},
            },
            "edited": [book] * 3,
        },
    }


@pytest.mark.parametrize("yes", [True, False])
async def test_skip_and_include_decide_by_variables(library: Desk, yes: bool) -> None:
    query = """query ($id: ID!, $yes: Boolean!, $no: Boolean = false) {
        book(id: $id) {
            id @skip(if: $yes)
            title @include(if: $yes)
            genre @include(if: $yes) @skip(if: $yes)
            ... @include(if: $yes) { rating }
            ...F @skip(if: $yes)
            author @include(if: $no) { name }
            reviews(first: 1) { totalCount @include(if: $yes) nodes @skip(if: $yes) { stars } }
        }
    }
    fragment F on Book { length }"""
    book = (await library.ask(query, id=id_of("Book", 2), yes=yes))["book"]
    if yes:
        assert book == {"title": 'It\'s "quoted" and `ticked`', "rating": 0.7, "reviews": {"totalCount": 1}}
    else:
        assert book == {"id": id_of("Book", 2), "length": 200, "reviews": {"nodes": [{"stars": 0}]}}


async def test_a_field_both_skipped_and_selected_is_selected(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { title @skip(if: true) ...F } } fragment F on Book { title }"
    assert (await library.ask(query, id=id_of("Book", 1)))["book"] == {"title": "Plain"}


async def test_of_which_everything_is_skipped_an_empty_object_stays(library: Desk) -> None:
    query = """query ($id: ID!) {
        book(id: $id) { title @skip(if: true) }
        books(first: 1) { edges { cursor @skip(if: true) } pageInfo { endCursor @skip(if: true) } }
        none: books { totalCount @skip(if: true) }
        author(id: $id) { name @skip(if: true) }
        node(id: $id) { id @skip(if: true) }
    }"""
    assert await library.ask(query, id=id_of("Book", 1)) == {
        "book": {},
        "books": {"edges": [{}], "pageInfo": {}},
        "none": {},
        "author": None,
        "node": {},
    }


async def test_variables_have_defaults_and_go_into_inputs(library: Desk) -> None:
    query = """query (
        $genre: Genre = POEMS, $size: Int = 2, $titles: [String!] = [""], $direction: OrderDirection! = ASC
    ) {
        books(
            first: $size
            filter: { genre: { eq: $genre }, pages: { gte: 0 }, not: { title: { in: $titles } } }
            orderBy: { field: PAGES, direction: $direction }
        ) { nodes { genre length } }
    }"""
    first = (await library.ask(query))["books"]["nodes"]
    last = (await library.ask(query, size=1, direction="DESC"))["books"]["nodes"]
    novel = (await library.ask(query, genre="NOVEL", size=1, titles=[]))["books"]["nodes"]
    assert first == [{"genre": "POEMS", "length": 0}, {"genre": "POEMS", "length": 100}]
    assert last == [{"genre": "POEMS", "length": 400}]
    assert novel[0]["genre"] == "NOVEL"


async def test_a_variable_that_is_not_given_is_no_argument(library: Desk) -> None:
    query = """query ($size: Int, $after: String, $filter: BookFilter, $order: BookOrder) {
        books(first: $size, after: $after, filter: $filter, orderBy: $order) { totalCount nodes { id } }
    }"""
    books = (await library.ask(query))["books"]
    assert (books["totalCount"], len(books["nodes"])) == (24, 20)


async def test_an_operation_is_chosen_by_name(library: Desk) -> None:
    query = """query A { book(id: "") { ...F } } query B { books { ...G } }
    fragment F on Book { id } fragment G on BookConnection { totalCount }"""
    result = await library.schema.execute(query, operation_name="B")
    assert result.data == {"books": {"totalCount": 24}}


@pytest.mark.parametrize("key", ["r", "t", "n", "k", "whole", "a0", "value", "row_to_json"])
async def test_no_response_key_is_taken_for_a_name_of_the_statement(library: Desk, key: str) -> None:
    query = f"query ($id: ID!) {{ {key}: book(id: $id) {{ {key}: title }} other: shelf {{ {key}: count }} }}"
    answer = await library.ask(query, id=id_of("Book", 1))
    assert answer == {key: {key: "Plain"}, "other": {key: 24}}
