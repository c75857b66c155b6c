"""Plans: which requests share one, that they are few, and that none of a request's values stays in them."""

import asyncio
import importlib
import json
from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import pytest
from graphql.language.parser import Parser

import pushdown
from pushdown.plans import Plan, Planner
from tests.pushdown.library.desk import Desk, id_of
from tests.pushdown.library.schema import build_schema
from tests.pushdown.library.tables import Author

PAGE = "query ($n: Int, $at: String) { books(first: $n, after: $at) { nodes { title } pageInfo { endCursor } } }"
FILTERED = "query ($filter: BookFilter) { books(filter: $filter) { totalCount nodes { title } } }"
ORDERED = "query ($order: BookOrder) { books(orderBy: $order, first: 3) { nodes { title } } }"
TITLES = "query ($titles: [String!]!) { books(filter: { title: { in: $titles } }) { totalCount } }"
CHOOSING = "query ($yes: Boolean!) { books(first: 1) { nodes { id title @include(if: $yes) } } }"


class Noting:
    """A planner which notes for whom it made plans."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self.made: list[str] = []

    def operation(self, *arguments: Any, **options: Any) -> Plan | None:
        """The plan for a query."""
        self.made.append("final" if options["final"] else "walked")
        return self._planner.operation(*arguments, **options)

    def payload(self, *arguments: Any, **options: Any) -> Plan | None:
        """The plan for a payload or an event."""
        self.made.append("payload")
        return self._planner.payload(*arguments, **options)


class Reading:
    """A reader with nothing kept yet."""

    def __init__(self, **options: Any) -> None:
        self.reader = pushdown.Reader(viewer=lambda context: context or pushdown.Viewer(), **options)
        self.reader.attach(build_schema()._schema)
        self.noting = Noting(self.reader.planner)
        self.reader.planner = cast(Planner, self.noting)

    async def ask(self, query: str, name: str | None = None, context: Any = None, **variables: Any) -> Any:
        """The answer, which the database gives alone; None otherwise."""
        found = self.reader.requested(query, variables, name, context)
        answer = await self.reader.answer(*found) if found else None
        return answer and json.loads(answer)["data"]


@pytest.fixture
def reading(library: Desk) -> Reading:
    """A reader of the library."""
    return Reading()


@pytest.mark.parametrize(
    ("query", "requests"),
    [
        (PAGE, [{"n": 1}, {"n": 100}]),
        ("query ($n: Int = 3) { books(first: $n) { nodes { id } } }", [{}, {"n": 1}, {"n": 3}]),
        (
            "query ($id: ID!) { node(id: $id) { id } }",
            [{"id": id_of("Book", 1)}, {"id": id_of("Note", 1)}, {"id": "?"}],
        ),
        ("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", [{"ids": []}, {"ids": [id_of("Book", 1)] * 3}]),
        (TITLES, [{"titles": ["a"]}, {"titles": []}, {"titles": ["a", "Plain", "?"]}, {"titles": "a"}]),
        (FILTERED, [{"filter": {"title": {"eq": title}}} for title in ("a", "Plain", "?", "\0")]),
        (FILTERED, [{"filter": {"genre": {"eq": genre}}} for genre in ("NOVEL", "POEMS")]),
        (FILTERED, [{"filter": {"inPrint": yes}} for yes in (True, False)]),
        (FILTERED, [{"filter": {"or": [{"pages": {"gte": number}}]}} for number in (0, 300)]),
        (FILTERED, [{"filter": {"or": {"pages": {"gte": 0}}}}, {"filter": {"or": [{"pages": {"gte": 300}}]}}]),
        ("query ($n: Int) { books(first: $n) { totalCount } }", [{"n": 1}, {"n": 2, "other": "not declared"}]),
        (ORDERED, [{"order": {"field": "TITLE"}}, {"order": {"field": "TITLE", "direction": "ASC"}}]),
    ],
)
async def test_requests_that_differ_in_values_share_a_plan(
    reading: Reading, query: str, requests: list[dict[str, Any]]
) -> None:
    answers = [await reading.ask(query, **variables) for variables in requests]
    assert reading.noting.made == ["final"]

    # then: each is answered as by a plan of its own
    assert answers == [await Reading().ask(query, **variables) for variables in requests]
    assert None not in answers


@pytest.mark.parametrize(
    ("query", "requests"),
    [
        (PAGE, [{"n": 1}, {"n": None}, {}]),
        (PAGE, [{"at": None}, {}]),
        (ORDERED, [{"order": {"field": field}} for field in ("TITLE", "PAGES", "ISBN")]),
        (ORDERED, [{"order": {"field": "TITLE", "direction": direction}} for direction in ("ASC", "DESC")]),
        (ORDERED, [{}, {"order": None}, {"order": {"field": "ID"}}]),
        (FILTERED, [{"filter": None}, {"filter": {}}, {"filter": {"title": None}}, {"filter": {"title": {}}}]),
        (FILTERED, [{"filter": {"pages": {operator: 200}}} for operator in ("eq", "gte", "lte")]),
        (FILTERED, [{"filter": {"or": [{"title": {"eq": "a"}}] * many}} for many in (0, 1, 2)]),
        (FILTERED, [{"filter": {joined: [{"title": {"eq": "a"}}, {"edited": True}]}} for joined in ("and", "or")]),
        (CHOOSING, [{"yes": True}, {"yes": False}]),
    ],
)
async def test_requests_that_differ_in_shape_do_not(
    reading: Reading, query: str, requests: list[dict[str, Any]]
) -> None:
    answers = [await reading.ask(query, **variables) for variables in requests]
    assert reading.noting.made == ["final"] * len(requests)
    assert answers == [await Reading().ask(query, **variables) for variables in requests]
    assert None not in answers
    assert [await reading.ask(query, **variables) for variables in requests] == answers
    assert reading.noting.made == ["final"] * len(requests)


async def test_operations_of_a_document_have_plans_of_their_own(reading: Reading) -> None:
    both = "query A { books { totalCount } } query B { authors { totalCount } }"
    for _ in range(2):
        assert await reading.ask(both, "A") == {"books": {"totalCount": 24}}
        assert await reading.ask(both, "B") == {"authors": {"totalCount": 4}}
    assert len(reading.noting.made) == 2

    one = "query A { books { totalCount } }"
    assert await reading.ask(one, "A") == await reading.ask(one) == {"books": {"totalCount": 24}}
    assert len(reading.noting.made) == 3


async def test_roles_have_plans_of_their_own_and_viewers_share_their_roles(library: Desk) -> None:
    reading = Reading()
    for viewer in (None, pushdown.Viewer("a", {"x": 1}), pushdown.Viewer("a", {"x": 2}), pushdown.Viewer("b")):
        await reading.ask("{ books { totalCount } }", context=viewer)
    assert len(reading.noting.made) == 3


async def test_that_an_operation_takes_python_is_found_once(reading: Reading) -> None:
    query = "query ($n: Int) { authors(first: $n) { nodes { greeting } } }"
    operation = reading.reader.document(query).operations[None]
    for n in (1, 2, 3):
        given = pushdown.inputs.Given({"n": n}, pushdown.Viewer())
        outcome = await reading.reader.outcome(operation, given)
        assert len((outcome.rows or {})["authors"]["nodes"]) == n
    assert reading.noting.made == ["final", "walked"]


async def test_payloads_and_events_have_plans_that_are_kept(library: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    noting = Noting(library.schema.reader.planner)
    monkeypatch.setattr(library.schema.reader, "planner", noting)
    pick = """mutation ($books: [Int!]!, $authors: [Int!]!) { pick(books: $books, authors: $authors) {
        ... on PickedBook { row { title } } ... on PickedAuthor { row { name } }
    } }"""
    for books, authors in (([1], [1]), ([2, 12], [2, 4])):
        answer = await library.ask(pick, books=books, authors=authors)
        assert [len(one["row"]) for one in answer["pick"]] == [1] * len(books + authors)
    assert answer["pick"][1:] == [{"row": {"title": "a"}}, {"row": {"name": "Bo"}}, {"row": {"name": "Nobody's"}}]
    assert noting.made == ["payload"] * 2

    events = await library.schema.subscribe("subscription { book(keys: [1, 2, 3]) { title } }")
    assert len([event async for event in cast("AsyncIterator[Any]", events)]) == 3
    assert noting.made == ["payload"] * 3


async def test_plans_kept_are_few_and_forgotten_ones_are_made_anew(library: Desk) -> None:
    reading = Reading(kept_plans=20_000)
    queries = [f"{{ books(first: {number}) {{ nodes {{ title }} }} }}" for number in range(1, 11)]
    answers = [await reading.ask(query) for query in queries]
    assert len(reading.noting.made) == 10

    # then: the last five are kept
    assert [await reading.ask(query) for query in queries[5:]] == answers[5:]
    assert len(reading.noting.made) == 10

    # then: the others are made again when they are asked for
    assert await reading.ask(queries[0]) == answers[0]
    assert len(reading.noting.made) == 11


@pytest.mark.parametrize("options", [{"kept_plans": 100}, {"documents": pushdown.Documents(kept=100)}])
async def test_what_is_too_large_to_keep_is_answered_all_the_same(library: Desk, options: Any) -> None:
    reading = Reading(**options)
    for n in (1, 2):
        assert len((await reading.ask(PAGE, n=n))["books"]["nodes"]) == n
    assert len(reading.noting.made) == 2


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often a document was parsed, and validated, by whomever."""
    done = {"parsed": 0, "validated": 0}

    def counting(what: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            done[what] += 1
            return function(*arguments, **options)

        return counted

    monkeypatch.setattr(Parser, "parse_document", counting("parsed", Parser.parse_document))
    validation: Any = importlib.import_module("graphql.validation.validate")  # where a function has the module's name
    monkeypatch.setattr(validation, "visit", counting("validated", validation.visit))
    return done


async def test_a_document_is_parsed_and_validated_once(library: Desk, work: dict[str, int]) -> None:
    new = "query New { authors { nodes { greeting } } books(first: 1) { nodes { title } } }"
    assert await library.schema.answer(new, {}, None, None) is None
    for _ in range(3):
        await library.ask(new)
    assert work == {"parsed": 1, "validated": 1}


async def test_what_is_wrong_with_a_document_is_found_once(library: Desk, work: dict[str, int]) -> None:
    for _ in range(3):
        result = await library.schema.execute("query New { books { nobody } }")
        assert [error.message for error in result.errors or []] == [
            "Cannot query field 'nobody' on type 'BookConnection'."
        ]
    assert work == {"parsed": 1, "validated": 1}


async def test_documents_kept_are_few_and_forgotten_ones_are_read_anew(library: Desk, work: dict[str, int]) -> None:
    reading = Reading(documents=pushdown.Documents(kept=20_000))
    queries = [f"query Number{number} {{ books {{ totalCount }} }}" for number in range(10)]
    for query in (*queries, *queries[5:]):
        assert await reading.ask(query) == {"books": {"totalCount": 24}}
    assert work["parsed"] == 10
    await reading.ask(queries[0])
    assert work["parsed"] == 11


async def test_many_requests_at_once_for_a_plan_that_is_not_made_yet(reading: Reading) -> None:
    sizes = [1 + number % 5 for number in range(20)]
    answers = await asyncio.gather(*(reading.ask(PAGE, n=size) for size in sizes))
    assert [len(answer["books"]["nodes"]) for answer in answers] == sizes


async def test_a_plan_that_met_a_misfit_serves_again_once_the_row_is_mended(empty_library: Desk) -> None:
    await Author.create(name="a", awards=[{"title": None}])
    query = "{ authors { nodes { awards { title } } } }"
    assert await empty_library.schema.answer(query, {}, None, None) is None
    await Author.filter(name="a").update(awards=[{"title": "b"}])
    assert await empty_library.schema.answer(query, {}, None, None) is not None
