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
    file: Annotated[Path, typer.Argument(help="The file to compare with, for --check.")] = Path("schema.graphql"),
    check: Annotated[
        bool, typer.Option("--check", help="Compare instead of printing; exit status 1 where they differ.")
    ] = False,
) -> None:
    """Print the schema, sorted."""
    sdl = sorted_sdl(build_schema())
    if not check:
        typer.echo(sdl, nl=False)
    elif not file.exists():
        typer.echo(f"There is no {file}; write it with: cam-graphql schema > {file}", err=True)
        raise typer.Exit(1)
    elif file.read_text(encoding="utf-8") != sdl:
        typer.echo(f"{file} differs from the schema; write it anew with: cam-graphql schema > {file}", err=True)
        raise typer.Exit(1)
    else:
        typer.echo(f"{file} is current.")
