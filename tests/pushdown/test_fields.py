"""Values of one row: columns, expressions, JSON with a type of its own."""

from tests.pushdown.library.desk import Desk, id_of


async def test_columns_come_in_the_types_of_the_schema(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { id title genre length rating publishedAt } }"
    assert (await library.ask(query, id=id_of("Book", 8)))["book"] == {
        "id": id_of("Book", 8),
        "title": "'; DROP TABLE books; --",
        "genre": "POEMS",
        "length": 400,
        "rating": 0.5,
        "publishedAt": "2020-01-03T00:00:00.000001+00:00",
    }


async def test_unknown_values_are_null(library: Desk) -> None:
    query = "query ($id: ID!) { book(id: $id) { length rating editor { name } } }"
    assert (await library.ask(query, id=id_of("Book", 1)))["book"] == {"length": None, "rating": None, "editor": None}


async def test_falsehood_is_not_null(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { active followers } }"
    assert (await library.ask(query, id=id_of("Author", 2)))["author"] == {"active": False, "followers": 0}


async def test_an_expression_is_computed_by_the_database(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { shouted } }"
    assert (await library.ask(query, id=id_of("Author", 4)))["author"] == {"shouted": "NOBODY'S"}


async def test_a_field_resolved_in_python_stands_beside_the_rows_own(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { greeting name } }"
    assert (await library.ask(query, id=id_of("Author", 1)))["author"] == {"greeting": "Good day", "name": "Ada"}


async def test_a_row_of_which_only_python_fields_are_selected_is_there_all_the_same(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { greeting } }"
    assert (await library.ask(query, id=id_of("Author", 1)))["author"] == {"greeting": "Good day"}
    assert (await library.ask(query, id=id_of("Author", 99)))["author"] is None


async def test_embedded_json_shows_the_selected_keys(library: Desk) -> None:
    query = """query ($id: ID!) {
        author(id: $id) { profile { motto home { city } links { label } colours } awards { title year } }
    }"""
    assert (await library.ask(query, id=id_of("Author", 4)))["author"] == {
        "profile": {
            "motto": "Line\nbreak\tand\rreturn",
            "home": {"city": None},
            "links": [{"label": "Site"}, {"label": ""}],
            "colours": ["\u2028"],
        },
        "awards": [
            {"title": "Prize 0", "year": 1999},
            {"title": "Prize 1", "year": None},
            {"title": "Prize 2", "year": None},
        ],
    }


async def test_a_missing_object_is_null_and_a_missing_list_is_empty(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { profile { motto } awards { title } } }"
    assert (await library.ask(query, id=id_of("Author", 2)))["author"]["profile"] is None
    assert (await library.ask(query, id=id_of("Author", 1)))["author"]["awards"] == []


async def test_null_inside_json_is_null_and_not_an_object_of_nulls(library: Desk) -> None:
    query = "query ($id: ID!) { author(id: $id) { profile { home { city } colours } } }"
    assert (await library.ask(query, id=id_of("Author", 3)))["author"]["profile"] == {"home": None, "colours": None}


async def test_integers_at_the_ends_of_their_range_arrive_whole(library: Desk) -> None:
    answer = await library.ask("{ authors { nodes { followers } } }")
    assert sorted(node["followers"] or 0 for node in answer["authors"]["nodes"]) == [-5, 0, 0, 32_767]
