"""What tests of imports begin with and look at."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import models
from pushdown import key_of
from services.campaigns import CampaignDraft, create_campaign
from services.imports import ImportLimits, LeadImportDraft, import_leads, perform, store_upload
from services.imports.performing import DEFAULT_IMPORT_LIMITS
from services.queue import ImportRun
from services.transaction import Act


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def act() -> Act:
    """Something a client does now."""
    return Act("tester", now())


def own_id(global_id: str) -> int | None:
    """The lead which a global id names."""
    return key_of(global_id, "Lead")


async def a_campaign(name: str = "Builders") -> int:
    """A campaign's id."""
    return await create_campaign(CampaignDraft(name), act())


async def upload(content: str | bytes, filename: str = "leads.csv") -> str:
    """Send a file; its token."""

    async def pieces() -> AsyncIterator[bytes]:
        yield content.encode() if isinstance(content, str) else content

    return str((await store_upload(filename, "text/csv", pieces(), act())).token)


async def asked_for(campaign_id: int, content: str | bytes, filename: str = "leads.csv", **draft: Any) -> ImportRun:
    """An import which waits for a worker."""
    token = await upload(content, filename)
    return ImportRun(await import_leads(LeadImportDraft(campaign_id, token, **draft), act()), 1)


async def imported(
    campaign_id: int,
    content: str | bytes,
    filename: str = "leads.csv",
    limits: ImportLimits = DEFAULT_IMPORT_LIMITS,
    **draft: Any,
) -> models.LeadImport:
    """An import, performed."""
    run = await asked_for(campaign_id, content, filename, **draft)
    await perform(run, now, own_id, limits)
    return await models.LeadImport.get(id=run.import_id)


async def outcomes(done: models.LeadImport) -> list[str]:
    """What became of each row, in their order; a rejected one with its columns and codes."""
    return [
        row.outcome.value
        if row.problems is None
        else " ".join([row.outcome.value, *(f"{each['column']}:{each['code']}" for each in row.problems)])
        for row in await models.LeadImportRow.filter(lead_import_id=done.id).order_by("number")
    ]


async def leads_of(campaign_id: int) -> list[models.Lead]:
    """The campaign's leads, in the order in which they came."""
    return await models.Lead.filter(campaign_id=campaign_id).order_by("id")


async def everything() -> dict[str, list[Any]]:
    """All rows of all tables that imports may change for good, activity included, those about imports left out."""
    return {
        "leads": await models.Lead.all().order_by("id").values(),
        "identities": await models.LeadIdentity.all().order_by("id").values(),
        "stages": await models.StageChange.all().order_by("id").values(),
        "activity": await models.Activity.exclude(subject_type="LeadImport").order_by("id").values("id", "kind"),
    }
