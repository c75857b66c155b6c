"""The safety settings in force, and their versions: a change makes a new one, and none is ever changed or lost."""

from functools import lru_cache

import asyncpg
import orjson

from services.safety.deciding import InForce
from services.safety.documents import from_document
from services.safety.settings import Settings

_IN_FORCE = "SELECT version, settings FROM safety_settings_versions ORDER BY version DESC LIMIT 1"


async def in_force(connection: asyncpg.Connection) -> InForce:
    """The settings by which decisions are made now. Raises LookupError where there are none: nothing is sent then."""
    row = await connection.fetchrow(_IN_FORCE)
    if row is None:
        raise LookupError("there are no safety settings: the migrations make the first")
    return InForce(_settings(row["settings"]), row["version"])


@lru_cache(maxsize=16)
def _settings(document: str) -> Settings:
    return from_document(orjson.loads(document))
