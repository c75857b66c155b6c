"""`cam-graphql worker`."""

import typer

from cam_graphql.event_loop import run
from cam_graphql.installation import installation
from cam_graphql.serving import stop_on_signals, work
from cam_graphql.settings import Settings, load_settings
from cam_graphql.structured_logs import configure_logs


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("worker")(worker_command)


def worker_command() -> None:
    """Perform jobs, without serving."""
    settings = load_settings()
    configure_logs(settings)
    run(_work(settings))


async def _work(settings: Settings) -> None:
    stop = stop_on_signals()
    async with installation(settings) as installed:
        await work(installed, stop)
