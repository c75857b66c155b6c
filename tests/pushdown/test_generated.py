"""Operations as they come: the answer is the one worked out plainly, and nothing a client says is a fault."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import nodes, queries

import pushdown
from tests.pushdown.library.desk import Desk
from tests.pushdown.library.operations import operations
from tests.pushdown.library.plainly import Plainly
from tests.pushdown.library.schema import build_schema

QUIETLY = settings(
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
MOMENTS = ("2020-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "2020-01-01T00:00:00")


@pytest.fixture
async def plainly(library: Desk) -> Plainly:
    return await Plainly.over(library)


@pytest.mark.slow
@settings(QUIETLY, max_examples=100)
@given(data=st.data())
async def test_answers_are_those_worked_out_in_python(library: Desk, plainly: Plainly, data: st.DataObject) -> None:
    query, variables = data.draw(operations(plainly))
    assert await library.ask(query, **variables) == plainly.ask(query, variables)


@pytest.mark.slow
@settings(QUIETLY, max_examples=60)
@given(
    query=queries(
        build_schema().as_str(), custom_scalars={"DateTime": st.builds(nodes.String, st.sampled_from(MOMENTS))}
    )
)
async def test_arguments_as_they_come_are_answered_or_refused(library: Desk, query: str) -> None:
    result = await library.schema.execute(query)
    for error in result.errors or []:
        assert isinstance(error, pushdown.Refused), error
