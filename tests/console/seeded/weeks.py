"""The whole of it: weeks of work, made in the order in which they would have been, the first day first."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from cam_graphql.example_site import example_site
from tests.console.seeded import appointments, discovery, funnel, outreach
from tests.console.seeded.ageing import age, move_to_noon
from tests.console.seeded.made_up import people
from tests.console.seeded.many import one
from tests.end_to_end.client import ApiClient, client
from tests.end_to_end.processes import server
from tests.gateways.mailbox import mail_server

_CAMPAIGNS = (
    ("Harbour software teams", "Engineering leads of small software firms", "People met at the spring fair."),
    ("Tidal energy founders", "Founders in tidal energy", "Found through the guild's pages."),
)
_TOKENS = (("Rosa", "OPERATOR", 365), ("Wall screen", "VIEWER", None), ("Import script", "OPERATOR", 30))


@dataclass(frozen=True, slots=True)
class Place:
    """A server with made-up weeks behind it."""

    url: str
    api: ApiClient
    campaign: str
    lead: str
    """Of that campaign, with whom much has happened."""


@asynccontextmanager
async def weeks(database_url: str, folder: Path, *, days: int, leads: int) -> AsyncIterator[Place]:
    """A server over this database, which is filled; `folder` is for the mails that were sent."""
    async with mail_server(folder) as mail, example_site(0) as site_url:
        settings = {
            "CAM_FETCH_ALLOW_HOSTS": site_url.removeprefix("http://"),
            "CAM_FETCH_DELAY": "0",
            "CAM_OUTREACH_LIVE": "1",
            "CAM_SMTP_URL": mail.url,
            "CAM_OUTREACH_FROM_ADDRESS": "rosa@studio.example",
            "CAM_OUTREACH_FROM_NAME": "Rosa of the studio",
            "CAM_POSTAL_ADDRESS": "North Pier 1, 1000-001 Lisbon",
            "CAM_PUBLIC_URL": "https://studio.example",
            "CAM_OUTREACH_POLL_INTERVAL": "0.1",
        }
        async with server(database_url, **settings) as (_, url), client(url) as api:
            campaign, lead = await _fill(api, database_url, site_url, days, leads)
            yield Place(url, api, campaign, lead)


@dataclass(frozen=True, slots=True)
class _Firm:
    """Whose weeks these are."""

    api: ApiClient
    site_url: str
    campaign: str
    other: str
    templates: dict[str, str]
    random: Random = field(default_factory=lambda: Random(7))

    async def make_weeks(self, database_url: str, days: int, leads: int) -> None:
        """So many days, the last of which was yesterday, and what there is of today."""
        crowd = people(self.random, leads)
        half, most = leads // 2, leads * 9 // 10
        files = {
            0: (self.campaign, crowd[:half], "spring-fair.csv"),
            days // 3: (self.other, crowd[half:most], "guild.csv"),
            days - 1: (self.campaign, crowd[most:], "workshop.csv"),
        }
        for day in range(days):
            if day in files:
                await funnel.bring_in(self.api, *files[day])
            if day == 1:
                await discovery.engineers(self.api, self.campaign, self.site_url)
                await outreach.suppress(self.api)
            if (datetime.now(UTC) - timedelta(days=days - day)).weekday() < 5:
                await self._work()
            await outreach.all_sent(self.api)
            await age(database_url, 1)
        await move_to_noon(database_url, appointments.ZONE)
        await self._work_today()

    async def _work(self) -> None:
        await appointments.settle(self.api, self.random)
        stages = await funnel.by_stage(self.api, self.campaign)
        await outreach.hear_back(self.api, self.random)
        await funnel.work_a_day(self.api, self.random, stages)
        await funnel.work_a_day(self.api, self.random, await funnel.by_stage(self.api, self.other))
        await self._enrol(stages["NEW"], 9)
        talking = [*stages["REPLIED"], *stages["QUALIFIED"]]
        await appointments.book(self.api, self.random, talking, range(2, 3), 2)

    async def _work_today(self) -> None:
        await appointments.settle(self.api, self.random)
        stages = await funnel.by_stage(self.api, self.campaign)
        await funnel.work_a_day(self.api, self.random, stages)
        talking = [*stages["QUALIFIED"], *stages["REPLIED"], *stages["CONTACTED"]]
        await appointments.book(self.api, self.random, talking, range(2, 12), 3)
        await appointments.house_rules(self.api)
        await self._enrol(stages["NEW"], 24)
        await outreach.all_sent(self.api)
        await outreach.house_limits(self.api, self.campaign)
        await self._enrol((await funnel.by_stage(self.api, self.campaign))["NEW"], 12)
        for name, role, days in _TOKENS:
            await one(self.api, "createApiToken", name=name, role=role, days=days)

    async def _enrol(self, leads: list[str], number: int) -> None:
        chosen = self.random.sample(leads, min(len(leads), number))
        by_mail = number * 2 // 3
        await outreach.enrol(self.api, self.campaign, self.templates, chosen[:by_mail], chosen[by_mail:])


async def _fill(api: ApiClient, database_url: str, site_url: str, days: int, leads: int) -> tuple[str, str]:
    campaign, other = [
        (await one(api, "createCampaign", "campaign { id }", name=name, targetNiche=niche, description=text))[
            "campaign"
        ]["id"]
        for name, niche, text in _CAMPAIGNS
    ]
    await one(api, "updateCampaign", id=campaign, outreachLive=True)
    await outreach.open_gates(api)
    firm = _Firm(api, site_url, campaign, other, await outreach.templates(api))
    await firm.make_weeks(database_url, days, leads)
    return campaign, await funnel.best_known(api, campaign)
