"""`cam-graphql documents`: which GraphQL documents are trusted."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import orjson
import typer
from graphql import GraphQLError

import models
from cam_graphql.event_loop import run
from cam_graphql.installation import installation
from cam_graphql.settings import Settings, load_settings
from resolvers.schema import build_schema
from services.transaction import Act
from services.trusted_documents import LONGEST_NAME, DocumentDraft, add_documents, remove_document

ACTOR = "command line"
_PREFIX = "sha256:"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(no_args_is_help=True, help="Say which GraphQL documents are trusted.")
    commands.command("add")(add_command)
    commands.command("list")(list_command)
    commands.command("remove")(remove_command)
    app.add_typer(commands, name="documents")


def add_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="GraphQL documents, or what Relay's and Apollo's compilers write of them (.json).",
        ),
    ],
) -> None:
    """Trust documents, each of which must be valid. Tells their ids, which are digests of their very text."""
    run(_add(load_settings(), [draft for file in files for draft in _drafts(file)]))


def list_command() -> None:
    """List the trusted documents."""
    run(_list(load_settings()))


def remove_command(
    documents: Annotated[list[str], typer.Argument(help="Their ids, as `list` tells them.", show_default=False)],
) -> None:
    """Trust documents no more. Servers that run know of it within seconds."""
    run(_remove(load_settings(), [one.removeprefix(_PREFIX) for one in documents]))


def _drafts(file: Path) -> Iterator[DocumentDraft]:
    """The documents of a file."""
    if file.suffix != ".json":
        # As bytes: reading text would make other line ends of it, and other digests.
        yield DocumentDraft(file.name[:LONGEST_NAME], file.read_bytes().decode())
        return
    try:
        listed = orjson.loads(file.read_bytes())
    except orjson.JSONDecodeError as error:
        raise typer.BadParameter(f"{file} is no JSON: {error}") from error
    found = listed.get("operations") if isinstance(listed, dict) else None
    texts = [one.get("body") for one in found if isinstance(one, dict)] if isinstance(found, list) else None
    if texts is None:
        texts = list(listed.values()) if isinstance(listed, dict) else [None]
    for text in texts:
        if not isinstance(text, str):
            raise typer.BadParameter(f"{file} is no list of documents.")
        yield DocumentDraft(file.name[:LONGEST_NAME], text)


async def _add(settings: Settings, drafts: list[DocumentDraft]) -> None:
    async with installation(settings) as installed:
        documents = build_schema(installed.reader()).reader
        for draft in drafts:
            try:
                errors = documents.document(draft.text).errors
            except GraphQLError as error:
                errors = [error]
            if errors:
                raise typer.BadParameter(f"{draft.name}: {errors[0]}")
        added = await add_documents(drafts, Act(ACTOR, installed.clock()))
    for digest in added:
        typer.echo(f"{_PREFIX}{digest}")
    typer.echo(f"{len(added)} of {len(drafts)} documents were not trusted before.", err=True)


async def _list(settings: Settings) -> None:
    async with installation(settings):
        trusted = await models.TrustedDocument.all().order_by("name", "id")
    for one in trusted:  # no table, which would break the ids where lines are short
        typer.echo(f"{_PREFIX}{one.digest}  {one.created_at:%Y-%m-%d %H:%M} UTC  {one.name}")
    if not trusted:
        typer.echo("No document is trusted. Add some: cam-graphql documents add FILE…", err=True)


async def _remove(settings: Settings, digests: list[str]) -> None:
    async with installation(settings) as installed:
        for digest in digests:
            await remove_document(digest, Act(ACTOR, installed.clock()))
            typer.echo(f"{_PREFIX}{digest} is trusted no more.")
