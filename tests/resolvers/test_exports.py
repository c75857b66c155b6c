"""Exports, as clients see them."""

import asyncio
import csv
import io
import json
from datetime import timedelta
from typing import Any

import httpx

import models
from tests.end_to_end.operations import new_campaign
from tests.resolvers.conftest import NOON
from tests.resolvers.importing import LEADS, ask, ended, outcomes, working
from tests.resolvers.serving import Api

EXPORT = """
mutation ($input: ExportLeadsInput!) {
  exportLeads(input: $input) { url leadCount userErrors { field code } }
}
"""
ODD: list[dict[str, Any]] = [
    {
        "name": '=HYPERLINK("http://x")',
        "email": "ada@x.example",
        "phone": "+351210000000",
        "company": "'=quoted already",
        "role": "@sum",
        "notes": '-1, "two"\nthree; ünïcødé 名',
        "tags": ["a, b", "plain", 'with "quotes"', "+plus"],
        "doNotContact": True,
        "score": 0.25,
        "externalId": "7",
    },
    {"name": "'plain", "company": "'", "website": "https://bo.example/?a=1"},
    {"name": "Wonderful", "email": "won@x.example", "stage": "WON"},
]


async def _campaign_of_odd_leads(api: Api, database_url: str) -> str:
    campaign = await new_campaign(api)
    async with working(database_url):
        lines = "".join(json.dumps(lead) + "\n" for lead in ODD)
        assert outcomes(await ended(api, await ask(api, campaign, lines, "odd.jsonl"))) == ["CREATED"] * 3
    return campaign


async def _fetch(api: Api, campaign: str, **wishes: Any) -> httpx.Response:
    payload = await api.done(EXPORT, input={"campaignId": campaign, **wishes})
    return await api.http.get(f"{api.url}{payload['url']}")


def _rows(answer: httpx.Response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


async def test_no_cell_of_a_table_begins_as_formulas_do(api: Api, database_url: str) -> None:
    answer = await _fetch(api, await _campaign_of_odd_leads(api, database_url))

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="leads.csv"'
    rows = _rows(answer)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
    assert rows[0]["name"] == '\'=HYPERLINK("http://x")'
    assert rows[0]["company"] == "''=quoted already"
    assert rows[1]["name"] == "'plain"


async def test_what_was_exported_and_imported_again_is_unchanged(api: Api, database_url: str) -> None:
    campaign = await _campaign_of_odd_leads(api, database_url)
    before = await api.execute(LEADS, campaign=campaign)
    for format_, name in (("CSV", "leads.csv"), ("JSON_LINES", "leads.jsonl")):
        answer = await _fetch(api, campaign, format=format_)
        async with working(database_url):
            done = await ended(api, await ask(api, campaign, answer.content, name))
        assert outcomes(done) == ["UNCHANGED"] * 3
    assert await api.execute(LEADS, campaign=campaign) == before


async def test_json_lines_have_every_value_as_it_is(api: Api, database_url: str) -> None:
    answer = await _fetch(api, await _campaign_of_odd_leads(api, database_url), format="JSON_LINES")
    leads = [json.loads(line) for line in answer.text.splitlines()]
    assert [{name: lead[name] for name in given} for lead, given in zip(leads, ODD, strict=True)] == ODD


async def test_an_export_has_the_leads_which_the_filter_names(api: Api, database_url: str) -> None:
    campaign = await _campaign_of_odd_leads(api, database_url)
    other = await new_campaign(api, "Others")
    for filter_, names in (
        ({"stage": {"eq": "WON"}}, ["Wonderful"]),
        ({"tags": {"hasAny": ["plain"]}}, ['=HYPERLINK("http://x")']),
        ({"or": [{"search": "wond"}, {"score": {"gte": 0.2}}]}, ['=HYPERLINK("http://x")', "Wonderful"]),
        ({"not": {"createdAt": {"gte": "2000-01-01T00:00:00Z"}}}, []),
    ):
        answer = await _fetch(api, campaign, format="JSON_LINES", filter=filter_)
        assert [json.loads(line)["name"] for line in answer.text.splitlines()] == names
    assert (await api.done(EXPORT, input={"campaignId": other}))["leadCount"] == 0
    refused = await api.post(EXPORT, input={"campaignId": campaign, "filter": {"search": "x" * 1_001}})
    assert refused["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_an_address_works_once_even_for_20_at_once(api: Api, database_url: str) -> None:
    campaign = await _campaign_of_odd_leads(api, database_url)
    payload = await api.done(EXPORT, input={"campaignId": campaign})
    url = f"{api.url}{payload['url']}"
    assert payload["leadCount"] == 3
    assert (await api.http.head(url)).status_code == 405
    answers = await asyncio.gather(*(api.http.get(url) for _ in range(20)))
    assert sorted(answer.status_code for answer in answers) == [200] + [404] * 19
    told = await models.Activity.filter(kind="LEADS_EXPORTED")
    assert [(one.subject_type, one.detail) for one in told] == [("Campaign", {"format": "CSV", "leads": 3})]
    assert await models.LeadExport.all().count() == 0


async def test_an_address_that_is_too_old_or_made_up_leads_nowhere(api: Api) -> None:
    campaign = await new_campaign(api)
    payload = await api.done(EXPORT, input={"campaignId": campaign})
    await models.LeadExport.all().update(expires_at=NOON - timedelta(seconds=1))
    assert (await api.http.get(f"{api.url}{payload['url']}")).status_code == 404
    assert (await api.http.get(f"{api.url}/exports/made-up/leads.csv")).status_code == 404
    assert await models.Activity.filter(kind="LEADS_EXPORTED").count() == 0


async def test_only_the_digest_of_the_secret_is_kept(api: Api) -> None:
    payload = await api.done(EXPORT, input={"campaignId": await new_campaign(api)})
    (kept,) = await models.LeadExport.all().values()
    assert payload["url"].split("/")[2] not in str(kept)


async def test_a_campaign_that_is_not_there_is_not_exported(api: Api) -> None:
    assert await api.refused(EXPORT, input={"campaignId": "nobody"}) == [("campaignId", "NOT_FOUND")]
