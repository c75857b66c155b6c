"""A database with leads to be written to, and settings that let everything through."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import orjson

from cam_graphql.database import connect, database
from cam_graphql.embedded_postgres import embedded_postgres
from cam_graphql.migrations import upgrade
from models import Channel
from services.safety.documents import to_document
from services.safety.settings import ChannelSettings, Settings

LEADS = 3_000
_CAMPAIGN = """
INSERT INTO campaigns (name, status, created_at, updated_at) VALUES ('Bench', 'ACTIVE', now(), now()) RETURNING id
"""
_PEOPLE = """
INSERT INTO leads (campaign_id, name, email, source, provenance, tags, created_at, updated_at, stage, do_not_contact)
SELECT $1, 'Person ' || n, 'person' || n || '@company' || n % 1000 || '.example', 'MANUAL', '[]', '{}', now(), now(),
    'NEW', false
FROM generate_series(1, $2) n
"""
_SETTINGS = """
INSERT INTO safety_settings_versions (version, settings, changed, actor, at)
SELECT max(version) + 1, $1::jsonb, '[]', 'bench', now() FROM safety_settings_versions
"""
OPEN = Settings(channels={Channel.EMAIL: ChannelSettings(2_000_000_000)}, send_window=None)


@asynccontextmanager
async def people(connections: int) -> AsyncIterator[str]:
    """The URL of such a database, with Tortoise connected to it by so many connections."""
    with tempfile.TemporaryDirectory(prefix="cam-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the server's account passes through
        async with embedded_postgres(folder, durable=False) as url:
            await upgrade(url)
            connection = await connect(url)
            try:
                campaign_id = await connection.fetchval(_CAMPAIGN)
                await connection.execute(_PEOPLE, campaign_id, LEADS)
                document = orjson.dumps(to_document(OPEN), option=orjson.OPT_NON_STR_KEYS).decode()
                await connection.execute(_SETTINGS, document)
                await connection.execute("ANALYZE")
            finally:
                await connection.close()
            async with database(url, max_connections=connections):
                yield url
