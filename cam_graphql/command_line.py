"""The program `cam-graphql`: all commands, put together."""

import sys

import typer
from rich.console import Console

from cam_graphql.commands import discover, migrate, run, schema, seed, serve, settings, worker
from cam_graphql.embedded_postgres import EmbeddedPostgresFailed
from cam_graphql.network_exposure import ExposureRefused
from cam_graphql.settings import SettingsInvalid
from services.errors import DomainError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Client acquisition, done ethically: discovery, pipeline and outreach as one GraphQL API.",
)
for module in (run, serve, worker, discover, migrate, seed, schema, settings):
    module.register(app)

EXPECTED = (DomainError, EmbeddedPostgresFailed, ExposureRefused, SettingsInvalid, OSError)
"""What can go wrong without a fault of ours: said in a line, with exit status 1."""


def main() -> None:
    """Run the command named on the command line."""
    try:
        app()
    except EXPECTED as error:
        Console(stderr=True).print(f"[red]error:[/red] {error}", highlight=False, soft_wrap=True)
        sys.exit(1)
