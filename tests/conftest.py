"""What all tests share: one PostgreSQL for the session, and a fresh migrated database for whoever asks."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextvars import Context
from pathlib import Path

import hypothesis
import pytest

from cam_graphql.embedded_postgres import EmbeddedPostgres
from cam_graphql.migrations import upgrade
from tests.databases import Databases, clone, drop
from tests.dovecot import Dovecot, dovecot

# How long an example takes says nothing on a busy machine.
hypothesis.settings.register_profile("steady", deadline=None)
hypothesis.settings.register_profile("fuzz", deadline=None, max_examples=int(os.environ.get("FUZZ_EXAMPLES") or 5_000))
if "CI" not in os.environ:  # there hypothesis loads a profile of its own, which repeats the same examples
    hypothesis.settings.load_profile("steady")


@pytest.fixture(scope="session")
def shared_folder() -> Iterator[Path]:
    """A folder for the whole session which other accounts may enter but not read, as a server started by root needs."""
    folder = Path(tempfile.mkdtemp(prefix="cam-tests-"))
    folder.chmod(0o711)
    yield folder
    for cluster in folder.rglob("postgresql"):
        shutil.rmtree(cluster.resolve())  # elsewhere, where the temporary directory is closed to other accounts
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def postgres_url(shared_folder: Path) -> Iterator[str]:
    """A server, as fast and unsafe as PostgreSQL can be; its role may create databases."""
    server = EmbeddedPostgres(shared_folder / "session", durable=False)
    yield server.start()
    server.release()


@pytest.fixture(scope="session")
def imap_server(shared_folder: Path) -> Iterator[Dovecot]:
    """An IMAP server, where a user's name is all it takes to have a mailbox."""
    with dovecot(shared_folder / "dovecot") as server:
        yield server


@pytest.fixture(scope="session")
async def migrated_template(postgres_url: str) -> str:
    """The name of a migrated database, which is cloned and never used itself."""
    # Tortoise keeps its state in context variables, and earlier tests' closed connections would still be in ours.
    await asyncio.create_task(upgrade(postgres_url), context=Context())
    return "cam"


@pytest.fixture(scope="session")
def databases(postgres_url: str, migrated_template: str) -> Databases:
    """Lends migrated, empty databases."""
    return Databases(postgres_url, migrated_template)


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    """A migrated, empty database of one test's own."""
    async with databases.lend() as url:
        yield url


@pytest.fixture(scope="module")
async def module_database_url(postgres_url: str, migrated_template: str) -> AsyncIterator[str]:
    """A migrated database which the tests of one module share."""
    url = await clone(postgres_url, migrated_template)
    yield url
    await drop(url)


@pytest.fixture
async def empty_database_url(postgres_url: str) -> AsyncIterator[str]:
    """A database without any table."""
    url = await clone(postgres_url, "template0")
    yield url
    await drop(url)
