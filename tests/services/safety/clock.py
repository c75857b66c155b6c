"""A database whose clock tests can put: `clock_timestamp()` is found in a schema of ours before PostgreSQL's own."""

from datetime import datetime

import asyncpg

from cam_graphql.database import connection_arguments

_CLOCK = """
CREATE SCHEMA fake;
CREATE TABLE fake.clock (origin timestamptz NOT NULL, started timestamptz NOT NULL, speed double precision NOT NULL);
CREATE FUNCTION fake.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql AS
    'SELECT origin + (pg_catalog.clock_timestamp() - started) * speed FROM fake.clock';
"""


async def put_clock(url: str, at: datetime, *, speed: float = 0) -> None:
    """Let the database's clock show this time, and stand still or run on so many times as fast as others.

    Connections that were opened before this is called for the first time do not notice.
    """
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        if await connection.fetchval("SELECT to_regclass('fake.clock')") is None:
            await connection.execute(_CLOCK)
            database = await connection.fetchval("SELECT current_database()")
            await connection.execute(f"ALTER DATABASE {database} SET search_path = fake, pg_catalog, public")
        await connection.execute("DELETE FROM fake.clock")
        await connection.execute("INSERT INTO fake.clock SELECT $1, pg_catalog.clock_timestamp(), $2", at, speed)
    finally:
        await connection.close()
