"""The program `cam-graphql`: all commands, put together."""

import sys

import typer
from rich.console import Console
from rich.text import Text

from cam_graphql.commands import (
    discover,
    documents,
    export,
    import_leads,
    migrate,
    run,
    schema,
    seed,
    serve,
    settings,
    token,
    worker,
)
from cam_graphql.database import DatabaseUnreachable
from cam_graphql.embedded_postgres import EmbeddedPostgresFailed
from cam_graphql.settings import SettingsInvalid
from cam_graphql.watching_over import TracingMissing
from services.errors import DomainError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Client acquisition, done ethically: discovery, pipeline and outreach as one GraphQL API.",
)
for module in (run, serve, worker, discover, import_leads, export, migrate, seed, schema, settings, token, documents):
    module.register(app)

EXPECTED = (DatabaseUnreachable, DomainError, EmbeddedPostgresFailed, SettingsInvalid, TracingMissing, OSError)
"""What can go wrong without a fault of ours: said in a line, with exit status 1."""


def main() -> None:
    """Run the command named on the command line."""
    try:
        app()
    except EXPECTED as error:
        console = Console(stderr=True)
        for line in _told(error):
            console.print(Text.assemble(("error: ", "red"), line), soft_wrap=True)
        sys.exit(1)


def _told(error: Exception) -> list[str]:
    if not isinstance(error, DomainError):
        return str(error).splitlines()
    return [f"{'.'.join(problem.path) or 'the request'}: {problem.message}" for problem in error.problems]
