"""A server as it is shipped."""

from collections import Counter
from collections.abc import AsyncIterator

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from tests.conformance.node_scripts import install
from tests.databases import url_of
from tests.end_to_end.processes import server

REQUESTS_OF = "requests made up by "
"""What tests record, before a maker's name, that send so many."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell how many generated requests were sent, in whatever process."""
    sent: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "call":
                sent.update({name: number for name, number in report.user_properties if name.startswith(REQUESTS_OF)})
    for name, number in sorted(sent.items()):
        terminalreporter.write_line(f"{name}: {number:,}")


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
