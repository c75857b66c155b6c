"""Connections for reads, against a real server: never too many, none lost, whatever happens to a read."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime

import asyncpg
import pytest
from tortoise.connection import get_connections

from cam_graphql.database import connection_arguments, database, reads
from cam_graphql.read_pool import ReadPool
from services.transaction import Act, reading, transaction
from tests.cam_graphql.backends import Server

_numbers = itertools.count(1)

BACKEND = "SELECT pg_backend_pid()"


@pytest.fixture
async def server(postgres_url: str) -> AsyncIterator[Server]:
    """The session's server."""
    arguments = connection_arguments(postgres_url) | {"database": "postgres"}
    number = next(_numbers)
    beside: asyncpg.Connection = await asyncpg.connect(**arguments)
    server = Server(beside, arguments, f"read pool {number}", 7_000_000 + number)
    yield server
    for connection in server.opened:
        connection.terminate()
    await beside.close()


async def turn() -> None:
    """Let every task go on as far as it can without the server."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_two_hundred_reads_at_once_are_all_answered_over_three_connections(server: Server) -> None:
    pool = server.pool(3)
    begun = [asyncio.create_task(pool.fetch("SELECT $1::bigint", [number])) for number in range(200)]
    assert await asyncio.gather(*begun) == [str(number) for number in range(200)]
    assert len(server.opened) == 3
    await server.assert_whole(pool, 3)


async def test_connections_are_opened_when_they_are_needed(server: Server) -> None:
    pool = server.pool(3)
    assert await server.backends() == 0
    assert len({await pool.fetch(BACKEND, []) for _ in range(5)}) == 1
    assert await server.backends() == 1


async def test_a_read_is_one_statement_and_nothing_else(server: Server) -> None:
    pool = server.pool(1)
    await pool.fetch("SELECT $1::bigint", [0])
    sent: list[str] = []
    server.opened[0].add_query_logger(lambda query: sent.append(query.query))
    await pool.fetch("SELECT $1::bigint", [1])
    await turn()
    assert sent == ["SELECT $1::bigint"]


async def test_reads_wait_in_turn(server: Server) -> None:
    pool = server.pool(1)
    order: list[str] = []

    async def read(name: str) -> None:
        await pool.fetch("SELECT 1", [])
        order.append(name)

    async with server.held():
        first = server.start(pool)
        await server.waiting(1)
        waiting = [asyncio.create_task(read(name)) for name in "abcde"]
        await turn()
    await first
    await asyncio.gather(*waiting, read("late"))
    assert order == ["a", "b", "c", "d", "e", "late"]


async def test_a_read_that_is_cancelled_while_it_waits_in_turn_loses_no_place(server: Server) -> None:
    pool = server.pool(2)
    async with server.held():
        busy = [server.start(pool) for _ in range(2)]
        await server.waiting(2)
        waiting = [server.start(pool) for _ in range(3)]
        await turn()
        waiting[0].cancel()
        waiting[1].cancel()
    assert await asyncio.gather(*busy, waiting[2]) == ["free"] * 3
    await server.assert_whole(pool, 2)


@pytest.mark.parametrize("fails", [False, True])
async def test_a_read_that_is_cancelled_at_the_very_moment_its_turn_comes_loses_no_place(
    server: Server, fails: bool
) -> None:
    pool = server.pool(1)

    async def first() -> None:
        with suppress(asyncpg.PostgresError):
            await pool.fetch("SELECT 1 / $1", [0 if fails else 1])
        second.cancel()  # which has been handed the connection, and has not come to run since

    begun = asyncio.create_task(first())
    await turn()
    second = asyncio.create_task(pool.fetch("SELECT 2", []))
    third = asyncio.create_task(pool.fetch("SELECT 3", []))
    await begun
    assert await third == "3"
    assert second.cancelled()
    await server.assert_whole(pool, 1)


async def test_a_read_that_is_cancelled_while_it_runs_loses_no_place(server: Server) -> None:
    pool = server.pool(2)
    async with server.held():
        running = [server.start(pool) for _ in range(2)]
        await server.waiting(2)
        next_ = server.start(pool)
        await turn()
        running[0].cancel()
        with pytest.raises(asyncio.CancelledError):
            await running[0]
    assert [await running[1], await next_] == ["free"] * 2
    await server.assert_whole(pool, 2)


async def test_a_read_that_is_cancelled_ends_in_postgresql_too(server: Server) -> None:
    pool = server.pool(2)
    sql = f"SELECT pg_sleep(60)::text /* {server.name} */"
    for _ in range(3):
        running = [asyncio.create_task(pool.fetch(sql, [])) for _ in range(2)]
        await server.until_running(sql, 2)
        for task in running:
            task.cancel()
        assert [type(one) for one in await asyncio.gather(*running, return_exceptions=True)] == [
            asyncio.CancelledError
        ] * 2
        await server.until_running(sql, 0)
    await server.assert_whole(pool, 2)
    await pool.close()


async def test_what_tortoise_does_when_it_is_cancelled_ends_in_postgresql_too(
    server: Server, database_url: str
) -> None:
    sql = f"SELECT pg_sleep(60)::text /* {server.name} */"

    async def alone() -> None:
        await get_connections().get("default").execute_query(sql)

    async def within_a_transaction() -> None:
        async with transaction(Act("test", datetime.now(UTC))) as open_:
            await open_.connection.fetchval(sql)

    async def within_a_reading() -> None:
        async with reading() as connection:
            await connection.fetchval(sql)

    async with database(database_url, max_connections=2):
        for work in (alone, within_a_transaction, within_a_reading) * 2:
            running = asyncio.create_task(work())
            await server.until_running(sql, 1)
            running.cancel()
            with pytest.raises(asyncio.CancelledError):
                await running
            await server.until_running(sql, 0)


async def test_only_so_many_reads_wait_for_a_connection(server: Server) -> None:
    pool = ReadPool(server.connect, 1, most_waiting=2)
    async with server.held():
        running = server.start(pool)
        await server.waiting(1)
        waiting = [server.start(pool) for _ in range(2)]
        await turn()
        with pytest.raises(asyncpg.TooManyConnectionsError):
            await server.start(pool)
        waiting[0].cancel()
        await turn()
        waiting.append(server.start(pool))
        await turn()
    assert await asyncio.gather(running, *waiting[1:]) == ["free"] * 3
    await pool.close()


async def test_a_server_that_takes_connections_and_says_nothing_is_given_up(server: Server) -> None:
    silent = True

    async def connect() -> asyncpg.Connection:
        if silent:
            await asyncio.Event().wait()
        return await server.connect()

    pool = ReadPool(connect, 1, connect_seconds=0.05)
    refused = await asyncio.gather(*(pool.fetch("SELECT 1", []) for _ in range(2)), return_exceptions=True)
    assert [type(error) for error in refused] == [TimeoutError] * 2
    silent = False
    assert await pool.fetch("SELECT 1", []) == "1"
    await pool.close()


async def test_a_read_that_is_cancelled_while_it_connects_loses_no_place(server: Server) -> None:
    connecting = asyncio.Event()

    async def connect() -> asyncpg.Connection:
        if not connecting.is_set():
            connecting.set()
            await asyncio.Event().wait()
        return await server.connect()

    pool = server.pool(1, connect)
    cancelled = asyncio.create_task(pool.fetch("SELECT 1", []))
    await connecting.wait()
    waiting = asyncio.create_task(pool.fetch("SELECT 2", []))
    await turn()
    cancelled.cancel()
    assert await waiting == "2"
    await server.assert_whole(pool, 1)


async def test_connections_that_were_ended_in_between_cost_no_error(server: Server) -> None:
    pool = server.pool(3)
    await server.assert_whole(pool, 3)
    await server.terminate()
    assert await asyncio.gather(*(pool.fetch("SELECT 1", []) for _ in range(9))) == ["1"] * 9
    await server.assert_whole(pool, 3)


async def test_a_connection_that_is_ended_meanwhile_costs_no_error(server: Server) -> None:
    pool = server.pool(2)
    async with server.held():
        running = [server.start(pool) for _ in range(4)]
        await server.waiting(2)
        await server.terminate()
        await server.waiting(2)
    assert await asyncio.gather(*running) == ["free"] * 4
    await server.assert_whole(pool, 2)


@pytest.mark.parametrize(
    ("sql", "arguments"),
    [
        ("SELECT 1 / $1", [0]),
        ("SELECT '~misfit'::integer", []),
        ("SELECT $1::bigint", ["no number"]),
        ("SELECT $1::bigint", [2**70]),
        ("SELECT nothing", []),
        ("SELECT pg_sleep(60)", []),
    ],
)
async def test_an_error_of_a_statement_keeps_the_connection(server: Server, sql: str, arguments: list[object]) -> None:
    pool = server.pool(1)
    before = await pool.fetch(BACKEND, [])
    await pool.fetch("SELECT set_config('statement_timeout', '50', false)", [])
    for _ in range(3):
        with pytest.raises(asyncpg.PostgresError):
            await pool.fetch(sql, arguments)
    assert await pool.fetch(BACKEND, []) == before


async def test_a_refused_connection_gives_its_place_back(server: Server) -> None:
    refusing = True

    async def connect() -> asyncpg.Connection:
        if refusing:
            await asyncpg.connect(**server.arguments | {"database": "no such database"})
        return await server.connect()

    pool = server.pool(2, connect)
    refused = await asyncio.gather(*(pool.fetch("SELECT 1", []) for _ in range(6)), return_exceptions=True)
    assert [type(error) for error in refused] == [asyncpg.InvalidCatalogNameError] * 6
    refusing = False
    await server.assert_whole(pool, 2)


async def test_a_server_that_is_gone_is_told_of_and_found_again(server: Server) -> None:
    gone = False

    async def connect() -> asyncpg.Connection:
        if gone:
            raise ConnectionRefusedError
        return await server.connect()

    pool = server.pool(2, connect)
    await server.assert_whole(pool, 2)
    await server.terminate()
    gone = True
    refused = await asyncio.gather(*(pool.fetch("SELECT 1", []) for _ in range(5)), return_exceptions=True)
    assert [type(error) for error in refused] == [ConnectionRefusedError] * 5
    gone = False
    await server.assert_whole(pool, 2)


async def test_closing_closes_what_nobody_uses(server: Server) -> None:
    pool = server.pool(2)
    await server.assert_whole(pool, 2)
    await pool.close()
    async with asyncio.timeout(20):
        while await server.backends():
            await asyncio.sleep(0.002)


async def test_statements_are_planned_anew_just_where_their_values_decide(postgres_url: str) -> None:
    reading = reads(postgres_url, connections=1, statement_timeout=0.02)
    mode = "SELECT current_setting('plan_cache_mode') || ' ' || current_setting('TimeZone')"
    assert await reading.fetch(mode, [], False) == "force_generic_plan UTC"
    assert await reading.fetch(mode, [], True) == "force_custom_plan UTC"
    for by_value in (False, True):
        with pytest.raises(asyncpg.QueryCanceledError):
            await reading.fetch("SELECT pg_sleep(60)", [], by_value)
    await reading.close()
