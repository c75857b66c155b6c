"""What is raised where the database does not answer: asyncpg has more ways than one expects."""

import asyncpg

UNREACHABLE = (
    OSError,  # time-outs among them
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection that PostgreSQL is just closing
)
"""The connection is gone, or the server is, or it gave the statement up."""
NO_ANSWER = (*UNREACHABLE, asyncpg.PostgresError)
"""Whatever the reason: for those who have something else to do instead."""
