"""The safety settings in force, and their versions: a change makes a new one, and none is ever changed or lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import asyncpg
import orjson

from models import ActivityKind
from services.activity import Subject
from services.errors import Conflict, ErrorCode
from services.safety.checking import changed_settings
from services.safety.deciding import InForce
from services.safety.differences import differences
from services.safety.documents import from_document, to_document
from services.safety.patches import CampaignPatch, SettingsPatch
from services.safety.recounting import exclude_reservations, recount_days
from services.safety.settings import Settings
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings

_NEWEST = "SELECT version, settings, actor, at FROM safety_settings_versions ORDER BY version DESC LIMIT 1"

_VERSION = "SELECT settings FROM safety_settings_versions WHERE version = $1"

_CAMPAIGNS = "SELECT id FROM campaigns WHERE id = ANY($1::bigint[])"

# The first change of all has nothing to lock, and one that waited for a row's lock would not see the row that came
# meanwhile: so they wait for each other here.
_LOCK = "SELECT pg_advisory_xact_lock($1, 0)"
_SETTINGS = 0x736166
"""Keeps this lock apart from other advisory locks in the database."""

# `greatest`, because who waited for the lock may have begun before who had it.
_KEEP = """
INSERT INTO safety_settings_versions (version, settings, changed, restored_from, actor, at)
SELECT $1, $2::jsonb, $3::jsonb, $4, $5, greatest($6, max(at)) FROM safety_settings_versions
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The settings of a version, and who made them so."""

    in_force: InForce
    actor: str
    at: datetime


async def newest(connection: asyncpg.Connection) -> Kept:
    """The version in force. Raises LookupError where there is none: nothing is sent then."""
    row = await connection.fetchrow(_NEWEST)
    if row is None:
        raise LookupError("there are no safety settings: the migrations make the first")
    return Kept(InForce(_settings(row["settings"]), row["version"]), row["actor"], row["at"])


async def in_force(connection: asyncpg.Connection) -> InForce:
    """The settings by which decisions are made now. Raises LookupError where there are none."""
    return (await newest(connection)).in_force


async def update_settings(patch: SettingsPatch, act: Act, expected_version: int | None = None) -> int:
    """Change what the patch names, and return the version in force. A patch that changes nothing makes no new one.

    Raises InvalidInput with everything wrong at once, or Conflict where another version is in force than expected.
    """
    async with transaction(act) as tx:
        present = await _locked(tx, expected_version)
        findings = Findings()
        settings = changed_settings(findings, present.settings, patch)
        await _check_campaigns(tx, findings, patch.campaigns)
        findings.raise_if_any()
        return await _keep(tx, present, settings)


async def restore_settings(version: int, act: Act, expected_version: int | None = None) -> int:
    """Take up the settings of an earlier version again, as a new version, and return which is in force then.

    Raises InvalidInput where there is no such version, or Conflict as `update_settings` does.
    """
    async with transaction(act) as tx:
        present = await _locked(tx, expected_version)
        document = await tx.connection.fetchval(_VERSION, version)
        if document is None:
            findings = Findings()
            findings.add(("version",), ErrorCode.NOT_FOUND, "The settings have no version of this number.")
            findings.raise_if_any()
        return await _keep(tx, present, _settings(document), restored_from=version)


async def _locked(tx: Transaction, expected_version: int | None) -> InForce:
    """What is in force, and stays so until the transaction ends."""
    await tx.connection.execute(_LOCK, _SETTINGS)
    present = await in_force(tx.connection)
    if expected_version not in (None, present.version):
        message = f"The settings are in version {present.version} by now: somebody changed them meanwhile."
        current = {"settings_version": present.version}
        raise Conflict(("expected_version",), ErrorCode.CONFLICT, message, current)
    return present


async def _check_campaigns(tx: Transaction, findings: Findings, patches: Sequence[CampaignPatch]) -> None:
    keys = [patch.campaign_id for patch in patches if 0 < patch.campaign_id <= LARGEST_ID]
    known = {row["id"] for row in await tx.connection.fetch(_CAMPAIGNS, keys)} if keys else set()
    for number, patch in enumerate(patches):
        if patch.campaign_id not in known:
            path = ("campaigns", str(number), "campaign_id")
            findings.add(path, ErrorCode.NOT_FOUND, "There is no campaign with this id.")


async def _keep(tx: Transaction, present: InForce, settings: Settings, restored_from: int | None = None) -> int:
    changed = differences(present.settings, settings)
    if not changed:
        return present.version
    await exclude_reservations(tx.connection)
    if settings.time_zone != present.settings.time_zone:
        await recount_days(tx.connection, ZoneInfo(settings.time_zone))
    version = present.version + 1
    document, difference = orjson.dumps(to_document(settings)).decode(), orjson.dumps(changed).decode()
    key = await tx.connection.fetchval(_KEEP, version, document, difference, restored_from, tx.act.actor, tx.act.at)
    tx.log(
        ActivityKind.SAFETY_SETTINGS_UPDATED,
        Subject.SAFETY_SETTINGS,
        key,
        version=version,
        changed=changed,
        restored_from=restored_from,
    )
    return version


@lru_cache(maxsize=16)
def _settings(document: str) -> Settings:
    return from_document(orjson.loads(document))
