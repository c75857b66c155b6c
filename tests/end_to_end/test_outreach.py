"""Outreach through real processes: a server, a worker beside it, and a mail server."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from cam_graphql.database import database
from tests.end_to_end.client import AUTHORIZATION, ApiClient
from tests.end_to_end.processes import server, worker
from tests.gateways.mailbox import MailServer, mail_server
from tests.services.outreach.delivered import let_everything_go

CREATE_CAMPAIGN = """
mutation ($name: String!) { createCampaign(input: {name: $name}) { campaign { id } userErrors { message } } }
"""
GO_LIVE = """
mutation ($id: ID!) { updateCampaign(input: {id: $id, outreachLive: true}) { userErrors { message } } }
"""
CREATE_LEAD = """
mutation ($input: CreateLeadInput!) { createLead(input: $input) { lead { id } userErrors { message } } }
"""
CREATE_TEMPLATE = """
mutation ($input: CreateMessageTemplateInput!) {
  createMessageTemplate(input: $input) { messageTemplate { id } userErrors { field message } }
}
"""
SCHEDULE = """
mutation ($input: ScheduleOutreachInput!) {
  scheduleOutreach(input: $input) { enrolled userErrors { field message } }
}
"""
MESSAGES = """
{ outreachMessages { nodes { step status providerMessageId error lead { email stage } enrolment { status preview } } } }
"""
PAUSE = 'mutation { pauseOutreach(input: {reason: "Enough"}) { userErrors { message } } }'
RESUME = "mutation { resumeOutreach(input: {}) { userErrors { message } } }"
SUPPRESSIONS = "{ suppressions { nodes { kind value source } } }"


async def prepared(api: ApiClient, *emails: str, live: bool) -> tuple[str, list[str]]:
    """A campaign and its leads."""
    created = await api.execute(CREATE_CAMPAIGN, name=f"Builders {'live' if live else 'quiet'}")
    campaign = created["createCampaign"]["campaign"]["id"]
    if live:
        await api.execute(GO_LIVE, id=campaign)
    leads = []
    for email in emails:
        made = await api.execute(CREATE_LEAD, input={"campaignId": campaign, "name": "Ana <b>", "email": email})
        leads.append(made["createLead"]["lead"]["id"])
    return campaign, leads


async def schedule(api: ApiClient, campaign: str, leads: list[str], *subjects: str | None) -> None:
    """Enrol the leads in as many steps as there are subjects, without delays."""
    steps = []
    for number, subject in enumerate(subjects):
        body = "Dear {{ lead.name }},\n\nshall we talk?"
        values = {"name": f"{campaign} {number}", "channel": "EMAIL", "subject": subject, "body": body}
        made = await api.execute(CREATE_TEMPLATE, input=values)
        assert made["createMessageTemplate"]["messageTemplate"], made
        steps.append({"templateId": made["createMessageTemplate"]["messageTemplate"]["id"], "delayMinutes": 0})
    wanted = {"campaignId": campaign, "leadIds": leads, "channel": "EMAIL", "steps": steps}
    done = await api.execute(SCHEDULE, input=wanted)
    assert done["scheduleOutreach"]["enrolled"] == len(leads), done


async def messages(api: ApiClient) -> list[dict[str, Any]]:
    """All messages, the newest first."""
    nodes: list[dict[str, Any]] = (await api.execute(MESSAGES))["outreachMessages"]["nodes"]
    return nodes


@asynccontextmanager
async def outreach(database_url: str, mail: MailServer) -> AsyncIterator[ApiClient]:
    """A client of a server that sends, with a worker beside it that sends, too."""
    async with database(database_url):
        await let_everything_go()
    live = {
        "CAM_OUTREACH_LIVE": "1",
        "CAM_SMTP_URL": mail.url,
        "CAM_OUTREACH_FROM_ADDRESS": "jo@studio.example",
        "CAM_OUTREACH_FROM_NAME": "Jo Brandt",
        "CAM_POSTAL_ADDRESS": "Hauptstr. 1, 10115 Berlin",
        "CAM_PUBLIC_URL": "https://studio.example",
        "CAM_OUTREACH_POLL_INTERVAL": "0.2",
    }
    async with (
        server(database_url, **live) as (_, url),
        worker(database_url, **live) as beside,
        httpx.AsyncClient(timeout=30, headers=AUTHORIZATION) as http,
    ):
        await beside.logged("working")
        yield ApiClient(url, http)


async def until(condition: Any, seconds: float = 20) -> None:
    """Wait until it holds."""
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.05)


@pytest.mark.slow
async def test_a_sequence_goes_out_once_and_its_link_unsubscribes(database_url: str, tmp_path: Path) -> None:
    async with mail_server(tmp_path) as mail, outreach(database_url, mail) as api:
        quiet, nobody = await prepared(api, "quiet@mail.example", live=False)
        await schedule(api, quiet, nobody, "Hello")
        campaign, leads = await prepared(api, "ana@mail.example", "bo@mail.example", live=True)
        await schedule(api, campaign, leads, "Hello {{ lead.name }}", None)

        async def all_done() -> bool:
            return all(one["enrolment"]["status"] == "COMPLETED" for one in await messages(api))

        await until(all_done)
        stored = await messages(api)
        previewed = [one for one in stored if one["lead"]["email"] == "quiet@mail.example"]
        assert [(one["status"], one["enrolment"]["preview"]) for one in previewed] == [("PREVIEWED", True)]
        assert previewed[0]["lead"]["stage"] == "NEW"
        sent = [one for one in stored if one not in previewed]
        assert {one["status"] for one in sent} == {"SENT"}
        assert {one["lead"]["stage"] for one in sent} == {"CONTACTED"}
        mails = mail.mails
        assert sorted(one.headers["Message-ID"][0] for one in mails) == sorted(one["providerMessageId"] for one in sent)
        for to in ("ana@mail.example", "bo@mail.example"):
            first, second = [one for one in mails if one.headers["To"] == [to]]
            assert (first.subject, second.subject) == ("Hello Ana <b>", "Re: Hello Ana <b>")
            assert second.headers["In-Reply-To"] == first.headers["Message-ID"]
            assert "Dear Ana &lt;b&gt;," in first.text_html[0]

        path = mails[0].headers["List-Unsubscribe"][0].strip("<>").removeprefix("https://studio.example")
        link, host = f"{api.url}{path}", {"host": "studio.example"}
        assert (await api.http.get(link, headers=host)).status_code == 200
        assert not (await api.execute(SUPPRESSIONS))["suppressions"]["nodes"]
        assert (await api.http.post(link, headers=host, data={"List-Unsubscribe": "One-Click"})).status_code == 200
        assert (await api.execute(SUPPRESSIONS))["suppressions"]["nodes"] == [
            {"kind": "EMAIL", "value": mails[0].headers["To"][0], "source": "UNSUBSCRIBE"}
        ]
        assert (
            await api.http.post(f"{api.url}/graphql", headers=host, json={"query": "{__typename}"})
        ).status_code == 400


@pytest.mark.slow
async def test_a_stop_ends_all_sending_within_two_seconds_in_every_process(database_url: str, tmp_path: Path) -> None:
    async with mail_server(tmp_path) as mail, outreach(database_url, mail) as api:
        campaign, leads = await prepared(api, *(f"a{number}@m{number}.example" for number in range(60)), live=True)
        await schedule(api, campaign, leads, "Hello")

        async def some_went() -> bool:
            return len(mail.raw) >= 3

        await until(some_went)
        began = time.monotonic()
        await api.execute(PAUSE)
        await asyncio.sleep(max(0.0, began + 2 - time.monotonic()))
        by_then = len(mail.raw)
        assert by_then < len(leads)
        await asyncio.sleep(1.5)
        assert len(mail.raw) == by_then
        assert sum(one["status"] == "SENT" for one in await messages(api)) <= by_then

        await api.execute(RESUME)

        async def all_went() -> bool:
            return len(mail.raw) >= len(leads)

        await until(all_went, 60)
        await asyncio.sleep(1)
        assert len({one.headers["To"][0] for one in mail.mails}) == len(mail.raw) == len(leads)
