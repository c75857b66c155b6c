"""Operations as they come: the answer is the one worked out plainly, and nothing a client says is a fault."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

import pushdown
from tests.examples import examples
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.operations import operations
from tests.pushdown.library.plainly import Plainly
from tests.pushdown.library.schema import build_schema

MOMENTS = ("2020-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "2020-01-01T00:00:00")


@pytest.fixture
async def plainly(library: Desk) -> Plainly:
    return await Plainly.over(library)


@pytest.mark.slow
@examples(100)
@given(data=st.data())
async def test_answers_are_those_worked_out_in_python(library: Desk, plainly: Plainly, data: st.DataObject) -> None:
    query, variables = data.draw(operations(plainly))
    assert await library.ask(query, **variables) == plainly.ask(query, variables)


@pytest.mark.slow
@examples(60)
@given(
    query=queries(
        build_schema().as_str(), custom_scalars={"DateTime": st.builds(nodes.String, st.sampled_from(MOMENTS))}
    )
)
async def test_arguments_as_they_come_are_answered_or_refused(library: Desk, query: str) -> None:
    result = await library.schema.execute(query)
    for error in result.errors or []:
        assert isinstance(error, pushdown.Refused), error
