"""Where the library is asked."""

import base64
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, cast

from asyncpg.connection import LoggedQuery
from graphql import ExecutionResult, GraphQLError
from tortoise import Tortoise

import pushdown

_OF_THE_DRIVER = ("typeinfo_tree", "set_config('jit'")
"""asyncpg asks once a connection how an array's type is made."""


@dataclass
class Desk:
    """Executes operations over the library."""

    schema: pushdown.Schema

    async def ask(self, query: str, **variables: object) -> Any:
        """The answer's data. Fails where there are errors."""
        result = await self.schema.execute(query, variable_values=variables)
        assert not result.errors, result.errors
        return result.data

    async def refusal(self, query: str, **variables: object) -> GraphQLError:
        """The one error, which is meant for the client."""
        result = cast(ExecutionResult, await self.schema.execute(query, variable_values=variables))
        assert result.errors, result.data
        [error] = result.errors
        assert isinstance(error, pushdown.Refused), error
        return error

    async def refused_argument(self, query: str, **variables: object) -> str:
        """The argument which is blamed."""
        error = await self.refusal(query, **variables)
        extensions = error.extensions or {}
        assert extensions["code"] == "BAD_USER_INPUT"
        return str(extensions["argument"])

    @asynccontextmanager
    async def statements(self) -> AsyncIterator[list[str]]:
        """The text of every statement which is sent meanwhile, on whichever of the pool's connections."""
        sent: list[str] = []

        def note(query: LoggedQuery) -> None:
            if not any(mark in query.query for mark in _OF_THE_DRIVER):
                sent.append(query.query)

        pool = Tortoise.get_connection("default")._pool
        held = [await pool.acquire() for _ in range(pool.get_max_size())]
        for connection in held:
            connection.add_query_logger(note)
            await pool.release(connection)
        sent.clear()
        yield sent
        held = [await pool.acquire() for _ in range(pool.get_max_size())]
        for connection in held:
            connection.remove_query_logger(note)
            await pool.release(connection)


def id_of(type_name: str, key: int) -> str:
    """A global id, written out."""
    return base64.b64encode(f"{type_name}:{key}".encode()).decode()


def digest_of(cursor: str) -> str:
    """What ties a cursor to its ordering."""
    return str(json.loads(base64.b64decode(cursor))[0])


def forged(*parts: object) -> str:
    """A cursor with these parts."""
    return base64.b64encode(json.dumps(parts).encode()).decode()
