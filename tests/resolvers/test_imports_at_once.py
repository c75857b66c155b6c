"""Imports which run at the same time, and beside people who change the same leads."""

import asyncio

import pytest

import models
from services.imports import ImportLimits
from tests.end_to_end.operations import new_campaign
from tests.resolvers.importing import IMPORT, LEADS, ask, ended, send, working
from tests.resolvers.serving import Api

CREATE = """
mutation ($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id } userErrors { field code } }
}
"""
FILE = (
    "name,email,phone,company\n"
    + "".join(f"Ada {n},ada{n}@x.example,+35121{n:07d},{'Engines' if n % 2 else ''}\n" for n in range(60))
    + "Only A Name,,,\n"
)


@pytest.mark.slow
async def test_a_file_imported_by_20_callers_at_once_makes_each_person_once(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    token = await send(api, FILE)
    wanted = {"campaignId": campaign, "uploadToken": token}
    answers = await asyncio.gather(*(api.done(IMPORT, input=wanted) for _ in range(20)))
    limits = ImportLimits(batch=7)
    async with working(database_url, limits, 20), working(database_url, limits, 20):
        done = await asyncio.gather(*(ended(api, answer["leadImport"]["id"]) for answer in answers))

    assert {each["status"] for each in done} == {"DONE"}
    assert sum(each["createdCount"] for each in done) == 61
    assert sum(each["unchangedCount"] for each in done) == 19 * 61
    assert sum(each["updatedCount"] + each["rejectedCount"] for each in done) == 0
    leads = await models.Lead.all()
    assert len(leads) == 61
    assert {lead.version for lead in leads} == {1}
    assert await models.StageChange.all().count() == 61


@pytest.mark.slow
async def test_people_who_are_entered_by_hand_during_an_import_are_there_once(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    drafts = [{"campaignId": campaign, "name": f"Ada {n}", "email": f"ada{n}@x.example"} for n in range(60)]
    import_id = await ask(api, campaign, FILE)
    async with working(database_url, ImportLimits(batch=5)):
        watching = asyncio.create_task(ended(api, import_id))
        by_hand = await asyncio.gather(*(api.execute(CREATE, input=draft) for draft in reversed(drafts)))
        done = await watching

    assert done["status"] == "DONE"
    codes = [[error["code"] for error in answer["createLead"]["userErrors"]] for answer in by_hand]
    assert all(code in ([], ["TAKEN"]) for code in codes)
    assert done["createdCount"] + codes.count([]) == 61
    assert await models.Lead.all().count() == 61
    emails = [lead.email for lead in await models.Lead.exclude(email=None)]
    assert len(emails) == len(set(emails)) == 60


async def test_an_import_that_is_cancelled_under_way_stops_between_batches(api: Api, database_url: str) -> None:
    campaign = await new_campaign(api)
    import_id = await ask(api, campaign, FILE)
    cancel = "mutation ($id: ID!) { cancelLeadImport(input: {id: $id}) { userErrors { code } } }"
    watch = "subscription ($id: ID!) { leadImport(id: $id) { leadImport { rowsRead } } }"
    async with working(database_url, ImportLimits(batch=1)):
        async for update in api.subscribe(watch, id=import_id):
            if update["leadImport"]["leadImport"]["rowsRead"] > 2:
                await api.execute(cancel, id=import_id)
        done = await ended(api, import_id)
        other = await ended(api, await ask(api, campaign, "name\nBo\n"))

    assert (done["status"], other["status"]) == ("CANCELLED", "DONE")
    assert 2 < done["rowsRead"] <= 61
    leads = (await api.execute(LEADS, campaign=campaign))["campaign"]["leads"]
    assert leads["totalCount"] == done["createdCount"] + 1
    assert len(done["rows"]["nodes"]) == done["rowsRead"]
