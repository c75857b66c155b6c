"""The whole of it: weeks of work, made in the order in which they would have been, the first day first."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from cam_graphql.example_site import example_site
from tests.console.seeded import appointments, discovery, funnel, outreach
from tests.console.seeded.ageing import age, move_to_noon
from tests.console.seeded.made_up import people
from tests.console.seeded.many import many, one
from tests.end_to_end.client import ApiClient, client
from tests.end_to_end.processes import server
from tests.gateways.mailbox import mail_server

_CAMPAIGNS = (
    ("Harbour software teams", "Engineering leads of small software firms", "People met at the spring fair."),
    ("Tidal energy founders", "Founders in tidal energy", "Found through the guild's pages."),
)
_TOKENS = (
    ("Rosa", "OPERATOR", 365),
    ("Jonas", "OPERATOR", 365),
    ("Noor", "OPERATOR", 90),
    ("Wall screen", "VIEWER", 365),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A server with made-up weeks behind it."""

    url: str
    api: ApiClient
    campaign: str
    lead: str
    """Of that campaign, with whom much has happened."""
    job: str
    """Of that campaign, which found people."""
    profile: str
    """Of the one who fits best among them."""


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
        async with server(database_url, **settings) as (_, url), client(url) as api, AsyncExitStack() as opened:
            team = [await opened.enter_async_context(client(url, signed_in)) for signed_in in await _team(api)]
            firm = await _firm(api, team, site_url)
            await firm.make_weeks(database_url, days, leads)
            campaign = firm.campaign
            lead = await funnel.best_known(api, campaign)
            yield Place(url, api, campaign, lead, *await discovery.newest(api, campaign))


@dataclass(frozen=True, slots=True)
class _Firm:
    """Whose weeks these are."""

    admin: ApiClient
    team: list[ApiClient]
    site_url: str
    campaign: str
    other: str
    templates: dict[str, str]
    random: Random = field(default_factory=lambda: Random(7))

    @property
    def _somebody(self) -> ApiClient:
        return self.random.choice(self.team)

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
                await funnel.bring_in(self._somebody, *files[day])
            if day == 1:
                await discovery.engineers(self._somebody, self.campaign, self.site_url)
                await outreach.suppress(self.admin)
            if (datetime.now(UTC) - timedelta(days=days - day)).weekday() < 5:
                await self._work()
            await outreach.all_sent(self.admin)
            await age(database_url, 1)
        await move_to_noon(database_url, appointments.ZONE)
        await self._work_today()

    async def _work(self) -> None:
        await appointments.settle(self._somebody, self.random)
        stages = await funnel.by_stage(self.admin, self.campaign)
        await outreach.hear_back(self._somebody, self.random)
        await funnel.work_a_day(self._somebody, self.random, stages)
        await funnel.work_a_day(self._somebody, self.random, await funnel.by_stage(self.admin, self.other))
        await self._enrol(stages["NEW"], 9)
        talking = [*stages["REPLIED"], *stages["QUALIFIED"]]
        await appointments.book(self._somebody, self.random, talking, range(2, 3), 2)

    async def _work_today(self) -> None:
        await appointments.settle(self._somebody, self.random)
        stages = await funnel.by_stage(self.admin, self.campaign)
        await funnel.work_a_day(self._somebody, self.random, stages)
        talking = [*stages["QUALIFIED"], *stages["REPLIED"], *stages["CONTACTED"]]
        await appointments.book(self._somebody, self.random, talking, range(2, 12), 3)
        await appointments.house_rules(self.admin)
        await self._enrol(stages["NEW"], 24)
        await outreach.all_sent(self.admin)
        await outreach.house_limits(self.admin, self.campaign)
        await self._enrol((await funnel.by_stage(self.admin, self.campaign))["NEW"], 12)

    async def _enrol(self, leads: list[str], number: int) -> None:
        chosen = self.random.sample(leads, min(len(leads), number))
        by_mail = number * 2 // 3
        await outreach.enrol(self._somebody, self.campaign, self.templates, chosen[:by_mail], chosen[by_mail:])


async def _team(api: ApiClient) -> list[dict[str, str]]:
    """Headers by which those are signed in who work, so that the log has their names."""
    tokens = [{"name": name, "role": role, "days": days} for name, role, days in _TOKENS]
    made = await many(api, "createApiToken", tokens, "secret apiToken { role }")
    secrets = [payload["secret"] for payload in made if payload["apiToken"]["role"] == "OPERATOR"]
    return [{"authorization": f"Bearer {secret}"} for secret in secrets]


async def _firm(api: ApiClient, team: list[ApiClient], site_url: str) -> _Firm:
    campaigns = [
        {"name": name, "targetNiche": niche, "description": description} for name, niche, description in _CAMPAIGNS
    ]
    made = await many(api, "createCampaign", campaigns, "campaign { id }")
    campaign, other = [str(payload["campaign"]["id"]) for payload in made]
    await one(api, "updateCampaign", id=campaign, outreachLive=True)
    await outreach.open_gates(api)
    return _Firm(api, team, site_url, campaign, other, await outreach.templates(api))
