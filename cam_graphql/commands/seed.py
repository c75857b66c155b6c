"""`cam-graphql seed`."""

import typer

from cam_graphql.event_loop import run
from cam_graphql.installation import installation
from cam_graphql.sample import CAMPAIGN, JOB, seed
from cam_graphql.settings import Settings, load_settings
from services.transaction import Act


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("seed")(seed_command)


def seed_command() -> None:
    """Create the sample campaign and its discovery job, unless they exist. `cam-graphql run` performs the job."""
    run(_seed(load_settings()))
    typer.echo(f"There is a campaign “{CAMPAIGN}” with a discovery job “{JOB}”.")


async def _seed(settings: Settings) -> None:
    async with installation(settings) as installed:
        url = f"http://127.0.0.1:{settings.example_site_port}"
        await seed(url, Act("command line", installed.clock()))
