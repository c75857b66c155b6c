"""The database as the program uses it: how to connect, and how Tortoise is told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import asyncpg
from tortoise import Tortoise

from cam_graphql.read_pool import ReadPool, Reads
from services.unreachable import NO_ANSWER

_PREPARED_BYTES = 65_536
"""Statements up to this length stay prepared on their connection; planning one anew costs about a millisecond."""


class DatabaseUnreachable(Exception):
    """The database does not let us in. The message says where it was looked for, and why it failed."""


class PooledConnection(asyncpg.Connection):
    """A connection which goes back to the pool as it is.

    asyncpg's reset costs a round trip on every release (0.17 ms held, 0.49 ms pooled for a point read). It is not
    needed, since nothing here sets session state on a pooled connection.
    """

    def get_reset_query(self) -> str:
        """Nothing to undo."""
        return ""


def connection_arguments(url: str) -> dict[str, Any]:
    """What `asyncpg.connect` takes for a `postgres://` URL; a socket directory is given as `?host=/directory`."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ValueError("CAM_DATABASE_URL must begin with postgres:// or postgresql://")
    query = dict(parse_qsl(parts.query))
    arguments: dict[str, Any] = {
        "host": query.pop("host", parts.hostname or "localhost"),
        "port": int(query.pop("port", parts.port or 5432)),
        "user": unquote(parts.username) if parts.username else None,
        "password": unquote(parts.password) if parts.password else None,
        "database": unquote(parts.path.lstrip("/")) or None,
    }
    if "sslmode" in query:
        arguments["ssl"] = query.pop("sslmode")
    if query:
        raise ValueError(f"CAM_DATABASE_URL has parameters that are not known: {', '.join(sorted(query))}")
    return arguments


def _session(statement_timeout: float) -> dict[str, str]:
    """What holds for a connection's statements.

    Times leave PostgreSQL in UTC. Its just-in-time compiler is off, as are parallel scans: starting either takes longer
    than our statements run, and with many requests at once there is no idle core to help. Any page costs about as much
    as the next one, since most are in memory: by PostgreSQL's default of 4, made for disks that turn, walking a table
    and throwing nearly all of it away looks cheaper than an index that has just the rows.
    A statement ends within a second of its connection's end, be that a process which was killed.
    """
    return {
        "TimeZone": "UTC",
        "jit": "off",
        "max_parallel_workers_per_gather": "0",
        "random_page_cost": "1.1",
        "client_connection_check_interval": "1000",
        "statement_timeout": str(round(statement_timeout * 1000)),
    }


def reads(url: str, *, connections: int = 10, statement_timeout: float = 30) -> Reads:
    """Connections of their own for reads, so many of either kind at most; none is open yet."""
    arguments = connection_arguments(url)

    def pool(plan_cache_mode: str, size: int) -> ReadPool:
        session = _session(statement_timeout) | {
            "application_name": "cam-graphql reads",
            "plan_cache_mode": plan_cache_mode,
        }

        async def connect() -> asyncpg.Connection:
            connection: asyncpg.Connection = await asyncpg.connect(
                **arguments, server_settings=session, max_cacheable_statement_size=_PREPARED_BYTES
            )
            return connection

        return ReadPool(connect, size)

    return Reads(pool("force_generic_plan", connections), pool("force_custom_plan", connections))


def tortoise_config(
    url: str, *, min_connections: int = 1, max_connections: int = 10, statement_timeout: float = 0
) -> dict[str, Any]:
    """Tortoise's configuration for this database. `statement_timeout` is in seconds, 0 for none.

    A transaction left idle ends after a minute, since it would hold up every reader of the activity log.
    """
    credentials = connection_arguments(url) | {
        "minsize": min_connections,
        "maxsize": max_connections,
        "connection_class": PooledConnection,
        "application_name": "cam-graphql",
        "server_settings": _session(statement_timeout) | {"idle_in_transaction_session_timeout": "60000"},
    }
    return {
        "connections": {"default": {"engine": "tortoise.backends.asyncpg", "credentials": credentials}},
        "apps": {"models": {"models": ["models", "aerich.models"], "default_connection": "default"}},
        "use_tz": True,
        "timezone": "UTC",
    }


async def connect(url: str) -> asyncpg.Connection:
    """A connection of its own, outside any pool. Raises DatabaseUnreachable."""
    arguments = connection_arguments(url)
    try:
        connection: asyncpg.Connection = await asyncpg.connect(**arguments)
    except NO_ANSWER as error:
        place = f"{arguments['host']}:{arguments['port']}"
        raise DatabaseUnreachable(
            f"The database at {place} cannot be used: {error}. Check CAM_DATABASE_URL."
        ) from error
    return connection


@asynccontextmanager
async def database(
    url: str, *, min_connections: int = 1, max_connections: int = 10, statement_timeout: float = 30
) -> AsyncIterator[None]:
    """Connect Tortoise for the whole process; closes the pool on leaving.

    The fallback is global because tasks started elsewhere (a server's lifespan) would not see a context variable.
    """
    config = tortoise_config(
        url,
        min_connections=min_connections,
        max_connections=max_connections,
        statement_timeout=statement_timeout,
    )
    await Tortoise.init(config=config, _enable_global_fallback=True)
    try:
        yield
    finally:
        await Tortoise.close_connections()
