"""`cam-graphql discover`."""

import sys
from dataclasses import dataclass
from typing import Annotated

import orjson
import typer
from rich.console import Console

import models
from cam_graphql import terminal
from cam_graphql.event_loop import run
from cam_graphql.installation import installation
from cam_graphql.serving import stop_on_signals
from cam_graphql.settings import Settings, load_settings
from cam_graphql.structured_logs import configure_logs
from cam_graphql.watching import people_of, run_and_draw
from services.campaigns import CampaignDraft, create_campaign
from services.discovery import CriteriaDraft, DiscoveryJobDraft, create_discovery_job
from services.transaction import Act

CAMPAIGN = "Command line"


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: models.DiscoveryJob
    profiles: list[models.DiscoveredProfile]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("discover")(discover_command)


def discover_command(
    urls: Annotated[list[str], typer.Argument(metavar="URL...", help="Where to start reading.")],
    keyword: Annotated[
        list[str] | None, typer.Option(help="A word that should describe the person; may be given several times.")
    ] = None,
    location: Annotated[str | None, typer.Option(help="Where the person should be.")] = None,
    role: Annotated[str | None, typer.Option(help="What the person's role should be.")] = None,
    min_followers: Annotated[int | None, typer.Option(help="The least number of followers.")] = None,
    active_within: Annotated[
        int | None, typer.Option(metavar="DAYS", help="Within how many days the person should have been active.")
    ] = None,
    max_profiles: Annotated[int, typer.Option(help="How many people to keep at most.")] = 200,
    campaign: Annotated[str, typer.Option(help="The campaign the job belongs to; created where missing.")] = CAMPAIGN,
    json: Annotated[bool, typer.Option("--json", help="Print the people as JSON, for machines.")] = False,
) -> None:
    """Look for people on public web pages, and print them, the best match first."""
    settings = load_settings()
    configure_logs(settings, quiet=True)
    criteria = CriteriaDraft(
        platforms=(models.Platform.WEB,),
        keywords=tuple(keyword or ()),
        location=location,
        role_contains=role,
        min_followers=min_followers,
        recent_activity_days=active_within,
        seed_urls=tuple(urls),
        max_profiles=max_profiles,
    )
    outcome = run(_discover(settings, campaign, criteria))
    if json:
        sys.stdout.buffer.write(orjson.dumps(_document(outcome), option=orjson.OPT_INDENT_2) + b"\n")
    elif outcome.profiles:
        Console().print(terminal.people(outcome.profiles))
    if outcome.job.status is not models.DiscoveryJobStatus.DONE:
        raise typer.Exit(1)


async def _discover(settings: Settings, campaign_name: str, criteria: CriteriaDraft) -> _Outcome:
    stop = stop_on_signals()
    async with installation(settings) as installed:
        act = Act("command line", installed.clock())
        draft = DiscoveryJobDraft(await _campaign(campaign_name, act), _name(criteria), criteria)
        job_id = await create_discovery_job(draft, act, installed.criteria_limits)
        job = await run_and_draw(installed, job_id, act, Console(stderr=True), stop)
        return _Outcome(job, await people_of(job_id))


async def _campaign(name: str, act: Act) -> int:
    existing = await models.Campaign.get_or_none(name=name)
    return existing.id if existing else await create_campaign(CampaignDraft(name), act)


def _name(criteria: CriteriaDraft) -> str:
    first, *others = criteria.seed_urls
    return f"{first} and {len(others)} more"[:200] if others else first[:200]


def _document(outcome: _Outcome) -> dict[str, object]:
    shown = (
        "platform", "handle", "profile_url", "display_name", "bio", "role", "company", "email", "phone", "website",
        "location", "followers", "last_active_at", "links", "match_score", "match_reasons", "provenance",
    )  # fmt: skip
    return {
        "status": outcome.job.status,
        "error": outcome.job.error_message,
        "profiles": [{name: getattr(profile, name) for name in shown} for profile in outcome.profiles],
    }
