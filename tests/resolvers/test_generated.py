"""Operations as they come: the answer is the one that plain resolvers give, one object at a time."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextvars import Context

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cam_graphql.database import connection_arguments
from cam_graphql.migrations import upgrade
from tests.databases import url_of
from tests.examples import examples, fuzzing
from tests.resolvers.plainly.world import World, world


@pytest.fixture(scope="module")
async def code_point_order(postgres_url: str) -> AsyncIterator[str]:
    """The URL of a migrated database in which texts have the order they have in Python."""
    name = "plainly"
    server = await asyncpg.connect(**connection_arguments(url_of(postgres_url, "postgres")))
    await server.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    # Tortoise keeps its state in context variables, and earlier tests' closed connections would still be in ours.
    await asyncio.create_task(upgrade(url_of(postgres_url, name)), context=Context())
    yield url_of(postgres_url, name)
    await server.execute(f"DROP DATABASE {name} WITH (FORCE)")
    await server.close()


@pytest.fixture(scope="module")
async def answers(code_point_order: str) -> AsyncIterator[World]:
    faults = logging.getLogger("resolvers.faults")
    faults.setLevel(logging.CRITICAL)  # thousands of examples are one test, whose log is kept
    async with world(code_point_order, sketched=3_000 if fuzzing() else 150) as filled:
        yield filled
    faults.setLevel(logging.NOTSET)


@pytest.mark.slow
@examples(300, shrink=False)  # the smallest operation is found without hypothesis
@given(data=st.data())
async def test_answers_are_the_plain_ones(answers: World, data: st.DataObject) -> None:
    operation = data.draw(answers.operations.filter(answers.is_valid))
    assert not await answers.differences(operation), await answers.smallest(operation)
