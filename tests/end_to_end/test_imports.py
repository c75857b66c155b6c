"""What imports survive, and the command line's import and export, as real processes."""

import asyncio
import csv
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.client import client
from tests.end_to_end.operations import new_campaign
from tests.end_to_end.processes import server, worker
from tests.resolvers.importing import READ, ask, ended

pytestmark = pytest.mark.slow

ROWS = 12_000
LEADS = "query ($c: ID!) { campaign(id: $c) { leads { totalCount } leadImports { totalCount } } }"


def table(rows: int) -> str:
    """Made-up people."""
    return "name,email,company\n" + "".join(f"Ada {n},ada{n}@x.example,Company {n % 100}\n" for n in range(rows))


async def _command(database_url: str, *arguments: str) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "cam_graphql", *arguments,
        env={**os.environ, "CAM_DATABASE_URL": database_url, "COLUMNS": "120"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, told = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode is not None
    return process.returncode, out.decode(), told.decode()


async def test_an_import_whose_worker_is_killed_is_gone_on_with_and_every_row_counts_once(database_url: str) -> None:
    async with (
        server(database_url, "--no-worker") as (_, url),
        client(url) as api,
        worker(database_url) as first,
    ):
        # given: a worker in the middle of an import
        campaign = await new_campaign(api)
        import_id = await ask(api, campaign, table(ROWS))
        async with asyncio.timeout(60):
            while not 0 < await _rows_read(api, import_id) < ROWS:
                await asyncio.sleep(0.02)

        # when: it is killed, and another is there
        await first.kill()
        before = await _rows_read(api, import_id)
        async with worker(database_url):
            done = await ended(api, import_id)

        # then: the other went on where the first stood
        assert 0 < before < ROWS
        assert (done["status"], done["createdCount"], done["rowsRead"]) == ("DONE", ROWS, ROWS)
        leads = await api.execute(LEADS, c=campaign)
        assert leads["campaign"]["leads"]["totalCount"] == ROWS
        last = await api.execute(READ, id=import_id, filter={"number": {"gte": ROWS - 1}})
        assert [row["number"] for row in last["leadImport"]["rows"]["nodes"]] == [ROWS - 1, ROWS]


async def test_a_stopped_worker_hands_its_import_back_at_once(database_url: str) -> None:
    async with (
        server(database_url, "--no-worker") as (_, url),
        client(url) as api,
        worker(database_url) as first,
    ):
        campaign = await new_campaign(api)
        import_id = await ask(api, campaign, table(ROWS))
        async with asyncio.timeout(60):
            while not 0 < await _rows_read(api, import_id) < ROWS:
                await asyncio.sleep(0.02)
        assert await first.terminate() == 0
        before = await _rows_read(api, import_id)
        async with worker(database_url, CAM_WORKER_HEARTBEAT_TIMEOUT="300"):
            done = await ended(api, import_id)

    assert 0 < before < ROWS
    assert (done["status"], done["createdCount"]) == ("DONE", ROWS)


async def test_the_command_line_imports_a_file_and_exports_it_again(database_url: str, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes('Name;E-mail;Notes\nJoão;joao@x.example;"=1+1\n2"\nAda;broken;\n'.encode("cp1252"))

    rehearsed = await _command(database_url, "import", str(file), "--campaign", "Fair", "--dry-run")
    imported = await _command(database_url, "import", str(file), "--campaign", "Fair", "--tag", "fair")
    again = await _command(database_url, "import", str(file), "--campaign", "fair", "--tag", "fair")

    assert [status for status, _, _ in (rehearsed, imported, again)] == [0, 0, 0]
    assert "1 would be created" in rehearsed[1]
    assert "1 created, 0 updated, 0 unchanged, 1 rejected" in imported[1]
    assert "This must be an e-mail address" in imported[1]
    assert "0 created, 0 updated, 1 unchanged, 1 rejected" in again[1]

    status, written, _ = await _command(database_url, "export", "--campaign", "Fair")
    assert status == 0
    (row,) = csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""))
    assert (row["name"], row["notes"], row["tags"]) == ("João", "'=1+1\n2", "fair")
    exported = tmp_path / "out.jsonl"
    status, _, _ = await _command(database_url, "export", "--campaign", "Fair", str(exported))
    (lead,) = [json.loads(line) for line in exported.read_text().splitlines()]
    assert (lead["name"], lead["notes"], lead["tags"]) == ("João", "=1+1\n2", ["fair"])


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("import", "{file}", "--campaign", "Fair", "--mapping", "Nome=NAME"), 1, "no such column"),
        (("import", "{file}", "--campaign", "Fair", "--mapping", "Name=NOM"), 2, "COLUMN=FIELD"),
        (("import", "{file}x", "--campaign", "Fair"), 2, "Invalid value"),
        (("export", "--campaign", "Nobody's"), 1, "no campaign"),
    ],
)
async def test_what_the_command_line_cannot_do_it_says_in_a_line(
    database_url: str, tmp_path: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name\nAda\n")
    result = await _command(database_url, *(argument.format(file=file) for argument in arguments))
    assert result[0] == status
    assert told in " ".join(result[2].split())
    assert "Traceback" not in result[2]


async def _rows_read(api: Any, import_id: str) -> int:
    return int((await api.execute(READ, id=import_id))["leadImport"]["rowsRead"])
