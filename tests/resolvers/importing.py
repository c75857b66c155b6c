"""What tests of imports over HTTP send, and a worker for them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

from cam_graphql.worker import WorkerSettings, run_worker
from services.discovery import RunLimits
from services.imports import DEFAULT_IMPORT_LIMITS, ImportLimits
from tests.end_to_end.client import ApiClient

IMPORT = """
mutation ($input: ImportLeadsInput!) {
  importLeads(input: $input) {
    leadImport { id status format dryRun mapping { column field } }
    userErrors { field code message }
  }
}
"""
CANCEL = """
mutation ($id: ID!) {
  cancelLeadImport(input: {id: $id}) { leadImport { id status } userErrors { field code message } }
}
"""
READ = """
query ($id: ID!, $after: String, $filter: LeadImportRowFilter) {
  leadImport(id: $id) {
    status errorMessage dryRun rowsTotal rowsRead createdCount updatedCount unchangedCount rejectedCount
    rows(first: 100, after: $after, filter: $filter) {
      nodes { number outcome lead { name email } problems { column code message } }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""
WATCH = """
subscription ($id: ID!) {
  leadImport(id: $id) { sequence change { kind } leadImport { status rowsTotal rowsRead createdCount } }
}
"""
LEADS = """
query ($campaign: ID!) {
  campaign(id: $campaign) {
    leads(first: 100, orderBy: {field: CREATED_AT}) {
      totalCount
      nodes { id name email phone company notes tags doNotContact source stage version }
    }
  }
}
"""


async def send(api: ApiClient, content: str | bytes, filename: str = "leads.csv") -> str:
    """Send a file; its token."""
    answer = await api.http.post(f"{api.url}/uploads", content=content, headers={"X-CAM-Upload": quote(filename)})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["token"])


async def ask(api: ApiClient, campaign: str, content: str | bytes, filename: str = "leads.csv", **wishes: Any) -> str:
    """Send a file and have it imported; the import's id."""
    wanted = {"campaignId": campaign, "uploadToken": await send(api, content, filename), **wishes}
    payload = (await api.execute(IMPORT, input=wanted))["importLeads"]
    assert payload["userErrors"] == []
    return str(payload["leadImport"]["id"])


async def ended(api: ApiClient, import_id: str) -> dict[str, Any]:
    """The import once it has ended, watched until then."""
    async with asyncio.timeout(60):
        async for _ in api.subscribe(WATCH, id=import_id):
            pass
    result: dict[str, Any] = (await api.execute(READ, id=import_id))["leadImport"]
    return result


def outcomes(done: dict[str, Any]) -> list[str]:
    """What became of each row."""
    return [row["outcome"] for row in done["rows"]["nodes"]]


@asynccontextmanager
async def working(
    database_url: str, limits: ImportLimits = DEFAULT_IMPORT_LIMITS, concurrency: int = 4
) -> AsyncIterator[asyncio.Event]:
    """A worker at work; stopped on leaving. Gives its stop."""
    stop = asyncio.Event()
    settings = WorkerSettings(
        concurrency=concurrency, heartbeat_timeout=timedelta(seconds=1), poll_interval=timedelta(milliseconds=200)
    )
    worker = asyncio.create_task(
        run_worker(
            database_url,
            {},
            lambda: datetime.now(UTC),
            limits=RunLimits(),
            import_limits=limits,
            settings=settings,
            stop=stop,
        )
    )
    try:
        yield stop
    finally:
        stop.set()
        await asyncio.wait_for(worker, 15)
