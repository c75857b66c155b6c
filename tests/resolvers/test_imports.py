"""Imports, as clients see them."""

import pytest

from pushdown import encode_global_id
from services.imports import ImportLimits
from tests.end_to_end.operations import new_campaign
from tests.resolvers.importing import CANCEL, IMPORT, LEADS, READ, WATCH, ask, ended, outcomes, send, working
from tests.resolvers.serving import Api

PEOPLE = "Name;E-mail;Phone;Tags\r\nAda Lovelace;ada@engines.example;+351 210 000 000;first\r\nGrace;nobody;;\r\n"
PREVIEW = """
query ($input: PreviewImportInput!) {
  previewImport(input: $input) { format encoding delimiter columns { column field samples } }
}
"""
STATE = "{ leads { totalCount } activity { totalCount } leadImports { totalCount nodes { status } } }"


async def test_a_file_becomes_leads_and_every_row_is_told_of(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    async with working(database_url):
        done = await ended(api, await ask(api, campaign, PEOPLE))

    assert (done["status"], done["rowsTotal"], done["rowsRead"]) == ("DONE", 2, 2)
    assert (done["createdCount"], done["rejectedCount"]) == (1, 1)
    created, rejected = done["rows"]["nodes"]
    assert created == {
        "number": 1,
        "outcome": "CREATED",
        "lead": {"name": "Ada Lovelace", "email": "ada@engines.example"},
        "problems": [],
    }
    assert (rejected["outcome"], rejected["lead"]) == ("REJECTED", None)
    (problem,) = rejected["problems"]
    assert (problem["column"], problem["code"]) == ("E-mail", "MALFORMED")
    assert problem["message"] == "This must be an e-mail address, such as ana@team.example."
    (lead,) = (await api.execute(LEADS, campaign=campaign))["campaign"]["leads"]["nodes"]
    assert (lead["phone"], lead["tags"], lead["source"], lead["stage"]) == ("+351210000000", ["first"], "IMPORT", "NEW")


async def test_rows_can_be_narrowed_to_the_rejected_ones(api: Api, database_url: str) -> None:
    async with working(database_url):
        import_id = await ask(api, await new_campaign(api), PEOPLE)
        await ended(api, import_id)
    rejected = await api.execute(READ, id=import_id, filter={"outcome": {"eq": "REJECTED"}})
    assert [row["number"] for row in rejected["leadImport"]["rows"]["nodes"]] == [2]


async def test_progress_is_told_batch_by_batch_until_the_end(api: Api, database_url: str) -> None:
    rows = "name,email\n" + "".join(f"Ada {n},ada{n}@x.example\n" for n in range(10))
    import_id = await ask(api, await new_campaign(api), rows)
    updates = []
    async with working(database_url, ImportLimits(batch=4)):
        async for update in api.subscribe(WATCH, id=import_id):
            updates.append(update["leadImport"])  # noqa: PERF401 - asynchronous

    assert updates[0]["change"] is None
    kinds = [update["change"]["kind"] for update in updates[1:]]
    assert kinds == [
        "LEAD_IMPORT_STARTED",
        *["LEAD_IMPORT_PROGRESSED"] * 4,
        "LEAD_IMPORT_COMPLETED",
    ]
    read = [update["leadImport"]["rowsRead"] for update in updates]
    assert read == sorted(read)
    assert updates[-1]["leadImport"] == {"status": "DONE", "rowsTotal": 10, "rowsRead": 10, "createdCount": 10}
    again = [update async for update in api.subscribe(WATCH, id=import_id)]
    assert len(again) == 1


async def test_a_dry_run_tells_the_same_and_changes_nothing(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    async with working(database_url, ImportLimits(batch=2)):
        await ended(api, await ask(api, campaign, "name,email,company\nGrace,grace@x.example,Navy\n"))
        before = await api.execute(LEADS, campaign=campaign)
        rows = (
            "name,email,company\n"
            "Ada,ada@x.example,\n"
            "Grace,grace@x.example,Harvard\n"
            "Ada,ada@x.example,Engines\n"
            "Grace,grace@x.example,Harvard\n"
            ",none,\n"
            "Ada,ada@x.example,Engines\n"
        )
        rehearsed = await ended(api, await ask(api, campaign, rows, dryRun=True))
        after = await api.execute(LEADS, campaign=campaign)
        carried_out = await ended(api, await ask(api, campaign, rows))

    expected = ["CREATED", "UPDATED", "UPDATED", "UNCHANGED", "REJECTED", "UNCHANGED"]
    assert outcomes(rehearsed) == outcomes(carried_out) == expected
    assert rehearsed["dryRun"] is True
    assert after == before
    leads = [row["lead"] for row in rehearsed["rows"]["nodes"]]
    assert leads == [None, {"name": "Grace", "email": "grace@x.example"}, None, leads[1], None, None]


async def test_a_dry_run_is_not_in_the_timeline_of_leads(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    rows = "name,email\nAda,ada@x.example\n"
    async with working(database_url):
        await ended(api, await ask(api, campaign, rows))
        await ended(api, await ask(api, campaign, rows.replace("Ada,", "Ada L,"), dryRun=True))
        await ended(api, await ask(api, campaign, rows))
    timeline = "query ($c: ID!) { campaign(id: $c) { leads { nodes { timeline { totalCount } } } } }"
    (lead,) = (await api.execute(timeline, c=campaign))["campaign"]["leads"]["nodes"]
    assert lead["timeline"]["totalCount"] == 2  # NEW, and imported


async def test_a_file_is_looked_into_before_it_is_imported(api: Api) -> None:
    token = await send(api, "Vorname;Name;Ort;?\nJürgen;Müller;Köln;\n;Weiß;;x\n".encode("cp1252"), "Kontakte ü.csv")
    preview = (await api.execute(PREVIEW, input={"uploadToken": token}))["previewImport"]
    assert preview == {
        "format": "CSV",
        "encoding": "cp1252",
        "delimiter": ";",
        "columns": [
            {"column": "Vorname", "field": "FIRST_NAME", "samples": ["Jürgen", ""]},
            {"column": "Name", "field": "LAST_NAME", "samples": ["Müller", "Weiß"]},
            {"column": "Ort", "field": "LOCATION", "samples": ["Köln", ""]},
            {"column": "?", "field": None, "samples": ["", "x"]},
        ],
    }
    mapping = [{"column": "?", "field": "NOTES"}, {"column": "Ort"}]
    wished = (await api.execute(PREVIEW, input={"uploadToken": token, "mapping": mapping}))["previewImport"]
    assert [column["field"] for column in wished["columns"]] == ["FIRST_NAME", "LAST_NAME", None, "NOTES"]
    refused = await api.post(PREVIEW, input={"uploadToken": token, "delimiter": ";;"})
    assert refused["errors"][0]["extensions"]["code"] == "MALFORMED"


async def test_an_import_is_cancelled_once(api: Api) -> None:
    import_id = await ask(api, await new_campaign(api), PEOPLE)
    cancelled = await api.done(CANCEL, id=import_id)
    assert cancelled["leadImport"]["status"] == "CANCELLED"
    assert await api.refused(CANCEL, id=import_id) == [("id", "NOT_CANCELLABLE")]
    assert await api.refused(CANCEL, id=encode_global_id("Lead", 1)) == [("id", "NOT_FOUND")]


async def test_a_cancelled_import_is_not_performed(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    cancelled = await ask(api, campaign, PEOPLE)
    await api.done(CANCEL, id=cancelled)
    async with working(database_url):
        await ended(api, await ask(api, campaign, "name\nBo\n"))
    assert (await api.execute(READ, id=cancelled))["leadImport"]["rowsRead"] == 0


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        ({"campaignId": "nobody"}, [("campaignId", "NOT_FOUND")]),
        ({"uploadToken": "nothing"}, [("uploadToken", "NOT_FOUND")]),
        ({"uploadToken": "8a9e5a9e-0000-4000-8000-000000000000"}, [("uploadToken", "NOT_FOUND")]),
        ({"delimiter": '"'}, [("delimiter", "MALFORMED")]),
        ({"encoding": "klingon"}, [("encoding", "MALFORMED")]),
        ({"format": "JSON_LINES"}, [("uploadToken", "MALFORMED")]),
        ({"mapping": [{"column": "Nome", "field": "NAME"}]}, [("mapping.0.column", "NOT_FOUND")]),
        (
            {"mapping": [{"column": c, "field": "NOTES"} for c in ("Phone", "Tags")]},
            [("mapping.1.field", "REPEATED")],
        ),
        (
            {"defaults": {"tags": ["x" * 65], "country": "Portugal"}},
            [("defaults.tags.0", "TOO_LONG"), ("defaults.country", "MALFORMED")],
        ),
    ],
)
async def test_what_cannot_be_imported_is_refused_and_changes_nothing(
    api: Api, wishes: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    wanted = {"campaignId": await new_campaign(api), "uploadToken": await send(api, PEOPLE)}
    before = await api.execute(STATE)
    assert await api.refused(IMPORT, input=wanted | wishes) == expected
    assert await api.execute(STATE) == before


async def test_a_file_nobody_can_read_fails_with_the_reason(api: Api, database_url: str) -> None:
    broken = b"name,email\n" + 5_000 * b"Ada,ada@x.example\n" + b"\xff\xfe broken \x81,x\n"
    async with working(database_url):
        done = await ended(api, await ask(api, await new_campaign(api), broken, encoding="utf-8"))
    assert (done["status"], done["rowsRead"]) == ("FAILED", 0)
    assert "cannot be read as utf-8" in done["errorMessage"]
