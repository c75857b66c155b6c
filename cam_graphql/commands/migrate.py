"""`cam-graphql migrate`."""

import typer

from cam_graphql.event_loop import run
from cam_graphql.installation import database_server
from cam_graphql.migrations import upgrade
from cam_graphql.settings import Settings, load_settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("migrate")(migrate_command)


def migrate_command() -> None:
    """Bring the database up to date."""
    applied = run(_migrate(load_settings()))
    for name in applied:
        typer.echo(f"applied {name}")
    if not applied:
        typer.echo("The database is up to date.")


async def _migrate(settings: Settings) -> list[str]:
    async with database_server(settings) as url:
        return await upgrade(url)
