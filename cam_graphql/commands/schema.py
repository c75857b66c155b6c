"""`cam-graphql schema`."""

from pathlib import Path
from typing import Annotated

import typer

from resolvers.definition_language import sorted_sdl
from resolvers.schema import build_schema


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema")(schema_command)


def schema_command(
    check: Annotated[
        Path | None,
        typer.Option(help="Compare with this file instead of printing; exit status 1 where they differ.", exists=True),
    ] = None,
) -> None:
    """Print the schema, sorted."""
    sdl = sorted_sdl(build_schema())
    if check is None:
        typer.echo(sdl, nl=False)
    elif check.read_text(encoding="utf-8") != sdl:
        typer.echo(f"{check} differs from the schema; write it anew with: cam-graphql schema > {check}", err=True)
        raise typer.Exit(1)
    else:
        typer.echo(f"{check} is current.")
