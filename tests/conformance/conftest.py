"""A server as it is shipped."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from tests.conformance.node_scripts import install
from tests.databases import url_of
from tests.end_to_end.processes import server


@pytest.fixture(scope="session")
async def endpoint(postgres_url: str) -> AsyncIterator[str]:
    """The address of `/graphql` of a server with an empty database, for all tests here."""
    install()
    admin = await asyncpg.connect(**connection_arguments(url_of(postgres_url, "postgres")))
    await admin.execute("CREATE DATABASE conformance")
    database_url = url_of(postgres_url, "conformance")
    async with server(database_url, "--no-worker") as (_, url):
        yield f"{url}/graphql"
    await admin.execute("DROP DATABASE conformance WITH (FORCE)")
    await admin.close()
