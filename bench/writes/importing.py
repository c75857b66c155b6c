"""An import of 100,000 rows by a worker, compared with a bare COPY of the same leads into the same table and indexes.

`python -m bench.writes.importing` takes about three minutes; `--rows=10000` gives rough figures. The import is what a
worker process does from the moment it is asked for: it fetches the file, finds its way in it, checks and recognises
every row, and keeps the leads, their keys, their history, and a word on each row, in batches which it commits. COPY is
one statement with values that are ready.
"""

import argparse
import asyncio
import csv
import io
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from contextvars import Context
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import asyncpg
import psutil

import models
from bench.discovery.memory import Peak
from bench.rounds import OURS, Comparison, Figures, Measure
from cam_graphql.database import connect, database
from cam_graphql.embedded_postgres import embedded_postgres
from cam_graphql.migrations import upgrade
from services.campaigns import CampaignDraft, create_campaign
from services.imports import LeadImportDraft, import_leads, store_upload
from services.transaction import Act

ROWS = 100_000
WORKLOAD = "import of 100,000 leads from a CSV file"
RIVAL = "COPY"
LEAST_RATIO = 0.3
MOST_RSS_MB = 300.0
_MIB = 2**20
_COLUMNS = (
    "campaign_id", "name", "email", "phone", "company", "role", "location", "website", "source", "stage", "tags",
    "notes", "do_not_contact", "provenance", "created_at", "updated_at", "stage_entered_at",
)  # fmt: skip


def people(rows: int) -> Iterator[list[str]]:
    """Made-up people, no two with the same address or number, some of whom little is known."""
    dice = random.Random(4)
    first = ("Ada", "Grace", "Edith", "Mary", "Sophie", "Alan", "João", "Zoë", "Bjørn", "Łucja")
    last = ("Lovelace", "Hopper", "Clarke", "Somerville", "Germain", "Turing", "Silva", "Müller", "Ærø", "Żółć")
    roles = ("Engineer", "Head of Sales", "Founder", "Buyer", "Architect", "")
    places = ("Lisboa, Portugal", "Köln, Deutschland", "Kraków, Polska", "London", "")
    for n in range(rows):
        company = dice.randrange(5_000)
        yield [
            f"{dice.choice(first)} {dice.choice(last)}",
            f"person{n}@company{company}.example",
            f"+35121{n:07d}" if n % 3 else "",
            f"Company {company} Ltd",
            dice.choice(roles),
            dice.choice(places),
            f"https://company{company}.example/people/{n}" if n % 2 else "",
            f"fair, list {n % 50}",
            "Met at the fair; wants to hear more about harbours." if n % 4 == 0 else "",
        ]


def table(rows: int) -> bytes:
    """The file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["Name", "E-mail", "Phone", "Company", "Role", "Location", "Website", "Tags", "Notes"])
    writer.writerows(people(rows))
    return text.getvalue().encode()


def stored(rows: int) -> Iterator[tuple[Any, ...]]:
    """The leads as the import stores them, ready for COPY."""
    at = datetime.now(UTC)
    for name, email, phone, company, role, location, website, tags, notes in people(rows):
        known = (phone or None, company, role or None, location or None, website or None)
        yield (1, name, email, *known, "IMPORT", "NEW", tags.split(", "), notes or None, False, "[]", at, at, at)


@asynccontextmanager
async def _fresh_database(server: str) -> AsyncIterator[str]:
    """A migrated database of one measurement's own, with a campaign."""
    name = f"import_{time.monotonic_ns()}"
    admin = await connect(server)
    url = server.replace("/cam?", f"/{name}?")
    try:
        await admin.execute(f"CREATE DATABASE {name}")
        await asyncio.create_task(upgrade(url), context=Context())
        yield url
    finally:
        await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        await admin.close()


async def copy(server: str, rows: int) -> Figures:
    """COPY into the same table."""
    async with _fresh_database(server) as url:
        connection: asyncpg.Connection = await connect(url)
        try:
            await connection.execute(
                "INSERT INTO campaigns (name, status, created_at, updated_at) VALUES ('x', 'ACTIVE', now(), now())"
            )
            leads = list(stored(rows))
            began = time.perf_counter()
            await connection.copy_records_to_table("leads", records=leads, columns=_COLUMNS)
            taken = time.perf_counter() - began
        finally:
            await connection.close()
    return {"rps": rows / taken, "seconds": taken}


async def imported(server: str, rows: int, content: bytes, *, dry_run: bool = False) -> Figures:
    """The import, by a worker process, whose memory is watched."""
    # In a context of its own, since Tortoise keeps its configuration there.
    return await asyncio.create_task(_imported(server, rows, content, dry_run=dry_run), context=Context())


async def _imported(server: str, rows: int, content: bytes, *, dry_run: bool) -> Figures:
    async with _fresh_database(server) as url, database(url):
        act = Act("bench", datetime.now(UTC))

        async def pieces() -> AsyncIterator[bytes]:
            yield content

        campaign = await create_campaign(CampaignDraft("Bench"), act)
        token = str((await store_upload("leads.csv", "text/csv", pieces(), act)).token)
        worker = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "cam_graphql", "worker",
            env={**os.environ, "CAM_DATABASE_URL": url, "CAM_LOG_LEVEL": "warning"},
        )  # fmt: skip
        peak = Peak()
        try:
            while not await models.WorkerHeartbeat.all().count():
                await asyncio.sleep(0.05)
            began = time.perf_counter()
            import_id = await import_leads(LeadImportDraft(campaign, token, dry_run=dry_run), act)
            done = await _ended(import_id, psutil.Process(worker.pid), peak)
            taken = time.perf_counter() - began
        finally:
            worker.terminate()
            await worker.wait()
        if (done.status, done.created_count) != (models.LeadImportStatus.DONE, rows):
            raise RuntimeError(f"the import ended as {done.status} with {done.created_count} new leads")
    return {"rps": rows / taken, "seconds": taken, "rss_mb": peak.rss / _MIB}


async def _ended(import_id: int, worker: psutil.Process, peak: Peak) -> models.LeadImport:
    while True:
        peak.look_at(worker)
        row: models.LeadImport = await models.LeadImport.get(id=import_id)
        if row.completed_at is not None:
            return row
        await asyncio.sleep(0.1)


@asynccontextmanager
async def systems(rows: int = ROWS) -> AsyncIterator[dict[str, Measure]]:
    """What is compared, over a PostgreSQL of its own which keeps what it was told, as in real life."""
    with tempfile.TemporaryDirectory(prefix="cam-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # the server's account passes through
        async with embedded_postgres(folder) as server:
            content = table(rows)
            yield {
                OURS: partial(imported, server, rows, content),
                f"{OURS}, a dry run": partial(imported, server, rows, content, dry_run=True),
                RIVAL: partial(copy, server, rows),
            }


async def compare(comparison: Comparison, rows: int = ROWS) -> None:
    """Add the comparison to others."""
    async with systems(rows) as compared:
        await comparison.measure(WORKLOAD, compared)


def shortcomings(comparison: Comparison) -> list[str]:
    """Which promises are not kept."""
    told = []
    ratio = comparison.ratios[WORKLOAD][f"{OURS}/{RIVAL}"]["median"]
    if ratio < LEAST_RATIO:
        told.append(f"an import runs at {ratio:.2f} of COPY; at least {LEAST_RATIO} was promised")
    for system, figures in comparison.workloads[WORKLOAD].items():
        if figures.get("rss_mb", 0) > MOST_RSS_MB:
            told.append(f"{system} takes {figures['rss_mb']:.0f} MB; at most {MOST_RSS_MB:.0f} was promised")
    return told


def main() -> None:
    """Measure this alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=ROWS)
    given = parser.parse_args()
    comparison = Comparison("importing", given.rounds)
    asyncio.run(compare(comparison, given.rows))
    comparison.print()
    if told := shortcomings(comparison):
        sys.exit("\n".join(told))


if __name__ == "__main__":
    main()
