"""Operations as they come: the answer is the one worked out plainly, and nothing a client says is a fault."""

from collections.abc import Callable
from typing import cast

import pytest
from graphql import GraphQLObjectType, GraphQLSchema
from graphql import build_schema as build_ast_schema
from hypothesis import given
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

import pushdown
from tests.examples import examples
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.operations import operations
from tests.pushdown.library.plainly import Plainly, Row, answer_of
from tests.pushdown.library.schema import build_schema
from tests.pushdown.library.tables import Author, Book, Note, Review

MOMENTS = ("2020-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "2020-01-01T00:00:00")

LONG = "a" * 70

HIDDEN = {
    Author: "{row}.id <> 2",
    Book: "{row}.id % 5 <> {fifth}",
    Review: "{row}.stars > 0",
    Note: "{row}.text <> 'Note 3'",
}
"""What a guest may see."""


_IS_HIDDEN: dict[str, Callable[[Row], bool]] = {
    "Author": lambda row: row["id"] == 2,
    "Book": lambda row: row["id"] % 5 == 3,
    "Review": lambda row: row["stars"] <= 0,
    "Note": lambda row: row["text"] == "Note 3",
}
"""What a guest whose fifth is 3 may not see, in Python."""


@pytest.fixture
async def plainly(library: Desk) -> Plainly:
    return await Plainly.over(library)


@pytest.fixture(scope="session")
def guest_schema() -> pushdown.Schema:
    return build_schema(
        pushdown.Reader(
            viewer=lambda _: pushdown.Viewer("guest", {"fifth": 3}),
            visibility=lambda model, role: (
                pushdown.Visible(HIDDEN[model], {"fifth": "bigint"}) if role == "guest" else None
            ),
        )
    )


@pytest.mark.slow
@examples(200)
@given(data=st.data())
async def test_answers_are_those_worked_out_in_python(library: Desk, plainly: Plainly, data: st.DataObject) -> None:
    query, variables = data.draw(operations(plainly))
    expected = plainly.ask(query, variables)
    assert answer_of(await library.schema.execute(query, variable_values=variables)) == expected


@pytest.mark.slow
@examples(100)
@given(data=st.data())
async def test_answers_walked_by_execution_are_the_same(library: Desk, plainly: Plainly, data: st.DataObject) -> None:
    query, variables = data.draw(operations(plainly))
    walked = query.replace("{", f"{{ {LONG}: __typename ", 1)  # a key of this length is no column's name
    assert await library.schema.answer(walked, variables, None, None) is None
    assert answer_of(await library.schema.execute(walked, variable_values=variables)) == plainly.ask(walked, variables)


@pytest.mark.slow
@examples(100)
@given(data=st.data())
async def test_a_guest_is_answered_as_if_hidden_rows_were_not_there(
    library: Desk, plainly: Plainly, guest_schema: pushdown.Schema, data: st.DataObject
) -> None:
    query, variables = data.draw(operations(plainly))
    left = plainly.without(lambda type_name, row: _IS_HIDDEN[type_name](row))
    assert answer_of(await guest_schema.execute(query, variable_values=variables)) == left.ask(query, variables)


def promises_kept() -> GraphQLSchema:
    """The schema without the fields that some rows cannot give."""
    schema = build_ast_schema(build_schema().as_str())
    author = cast(GraphQLObjectType, schema.type_map["Author"])
    for name in ("called", "reach", "share"):
        del author.fields[name]
    return schema


@pytest.mark.slow
@examples(60)
@given(query=queries(promises_kept(), custom_scalars={"DateTime": st.builds(nodes.String, st.sampled_from(MOMENTS))}))
async def test_arguments_as_they_come_are_answered_or_refused(library: Desk, query: str) -> None:
    result = await library.schema.execute(query)
    for error in result.errors or []:
        assert isinstance(error, pushdown.Refused), error
