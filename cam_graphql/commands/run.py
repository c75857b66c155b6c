"""`cam-graphql run`: what `make run` starts."""

import asyncio

import typer
from rich.console import Console

import models
from cam_graphql import terminal
from cam_graphql.event_loop import run
from cam_graphql.example_site import example_site
from cam_graphql.installation import Installation, installation
from cam_graphql.own_token import own_token
from cam_graphql.sample import Sample, seed
from cam_graphql.serving import serve, stop_on_signals
from cam_graphql.settings import Settings, load_settings
from cam_graphql.structured_logs import configure_logs
from cam_graphql.watching import people_of, run_and_draw
from services.transaction import Act

_EXAMPLE_SITE_DELAY = 0.05
"""Seconds between two requests to the example site, which we serve ourselves."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("run")(run_command)


def run_command() -> None:
    """Bring everything up with sample data: database, campaign, a discovery job over the example site, the server."""
    settings = load_settings()
    configure_logs(settings, quiet=True)
    run(_run(settings, Console()))


async def _run(settings: Settings, console: Console) -> None:
    stop = stop_on_signals()
    async with (
        example_site(settings.example_site_port) as site_url,
        installation(settings, allow_host=site_url.removeprefix("http://"), web_delay=_EXAMPLE_SITE_DELAY) as installed,
    ):
        act = Act("command line", installed.clock())
        sample = await seed(site_url, act)
        await _show_sample(installed, sample, act, console, stop)
        if not stop.is_set():
            secret = await own_token(settings.data_dir, act)
            await serve(installed, stop, with_worker=True, on_ready=lambda url: _welcome(console, url, secret))


async def _show_sample(
    installed: Installation, sample: Sample, act: Act, console: Console, stop: asyncio.Event
) -> None:
    job = await models.DiscoveryJob.get(id=sample.job_id)
    if job.status is not models.DiscoveryJobStatus.DONE:
        job = await run_and_draw(installed, sample.job_id, act, console, stop)
    profiles = await people_of(sample.job_id)
    console.print(terminal.people(profiles))
    if job.error_message:
        console.print(job.error_message, style="red")
    console.print(f"{len(profiles)} people found on the example site.")


def _welcome(console: Console, url: str, secret: str) -> None:
    console.print(f"\nServing GraphQL on [bold]{url}/graphql[/bold] until interrupted (Ctrl-C).", highlight=False)
    console.print(f"Requests need `Authorization: Bearer {secret}`;", highlight=False, soft_wrap=True)
    # What follows the # stays in the browser: no server, and no log, is told.
    console.print(f"the console takes it from the address: {url}/#token={secret}", highlight=False, soft_wrap=True)
