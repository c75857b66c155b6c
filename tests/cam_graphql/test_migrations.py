"""Migrations: they make what the models say, run once whoever asks, and heal what a restored dump brings along."""

import asyncio
import contextvars
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import asyncpg
from tortoise import Tortoise

from cam_graphql.database import connection_arguments, tortoise_config
from cam_graphql.migrations import missing, upgrade
from services.activity import Position, page_since

# `lead_timeline` is a view, which Tortoise takes for a table.
_COLUMNS = """
SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default
FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> ALL (ARRAY['aerich', 'lead_timeline'])
"""
_CONSTRAINTS = """
SELECT conrelid::regclass::text AS table_name, contype::text, pg_get_constraintdef(oid) AS definition
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f')
"""
_INDEXES = """
SELECT tablename AS table_name, regexp_replace(indexdef, 'INDEX \\S+ ON', 'INDEX ON') AS definition FROM pg_indexes
WHERE schemaname = 'public' AND tablename <> 'lead_timeline'
"""


async def _apart(work: Coroutine[Any, Any, Any]) -> Any:
    """Run where the test's own Tortoise is not seen, and which does not see theirs."""
    return await asyncio.get_running_loop().create_task(work, context=contextvars.Context())


async def _catalogue(url: str, query: str) -> set[tuple[Any, ...]]:
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        return {tuple(row) for row in await connection.fetch(query)}
    finally:
        await connection.close()


async def _tables_of_the_models(url: str) -> None:
    await Tortoise.init(config=tortoise_config(url))
    await Tortoise.generate_schemas(safe=False)
    await Tortoise.close_connections()


async def test_the_migrated_catalogue_is_what_the_models_say(database_url: str, empty_database_url: str) -> None:
    await _apart(_tables_of_the_models(empty_database_url))
    tables = {table for table, *_ in await _catalogue(empty_database_url, _COLUMNS)}
    for query in (_COLUMNS, _CONSTRAINTS):
        migrated = {row for row in await _catalogue(database_url, query) if row[0] in tables}
        declared = {row for row in await _catalogue(empty_database_url, query) if row[0] in tables}
        assert migrated == declared
    # The migration has more indexes than the models: those over expressions, which Tortoise cannot say.
    assert await _catalogue(empty_database_url, _INDEXES) <= await _catalogue(database_url, _INDEXES)


async def test_of_two_upgrades_at_once_one_finds_nothing_to_do(empty_database_url: str) -> None:
    connection = await asyncpg.connect(**connection_arguments(empty_database_url))
    try:
        shipped = await missing(connection)
        applied = await asyncio.gather(*(_apart(upgrade(empty_database_url)) for _ in range(2)))
        assert sorted(applied, key=len) == [[], shipped]
        assert await missing(connection) == []
    finally:
        await connection.close()


async def test_activity_restored_from_another_cluster_counts_as_settled(database_url: str) -> None:
    # given: a row whose transaction this cluster has not come to yet
    connection = await asyncpg.connect(**connection_arguments(database_url))
    try:
        await connection.execute(
            "INSERT INTO activity (transaction_id, kind, subject_type, subject_id, actor, detail, occurred_at)"
            " VALUES ('9000000000', 'CAMPAIGN_CREATED', 'Campaign', 1, 'before', '{}', $1)",
            datetime.now(UTC),
        )
        before = await page_since(connection, Position(0, 0), 10)

        # when
        await _apart(upgrade(database_url))

        # then
        after = await page_since(connection, Position(0, 0), 10)
    finally:
        await connection.close()
    assert [change.subject_id for change in before.changes] == []
    assert [(change.position.transaction_id, change.subject_id) for change in after.changes] == [(0, 1)]
