"""`cam-graphql import`."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import models
from cam_graphql import terminal_imports
from cam_graphql.commands.campaign_argument import campaign_of
from cam_graphql.event_loop import run
from cam_graphql.installation import Installation, installation
from cam_graphql.serving import stop_on_signals, work
from cam_graphql.settings import Settings, load_settings
from cam_graphql.structured_logs import configure_logs
from services.errors import Conflict
from services.imports import (
    ColumnDraft,
    ImportField,
    LeadImportDraft,
    Told,
    cancel_lead_import,
    import_leads,
    preview_import,
    store_upload,
)
from services.imports.watching import watch_import
from services.transaction import Act

_PIECE = 1024 * 1024
_SHOWN_REJECTED = 20


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_command)


def import_command(
    file: Annotated[Path, typer.Argument(help="CSV, vCard or JSON lines.", exists=True, dir_okay=False, readable=True)],
    campaign: Annotated[str, typer.Option(help="The campaign, by its name or id; created where no such name is.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would become of the rows.")] = False,
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=FIELD",
            help="What a column fills, e.g. Nome=NAME, or nothing: Nome=. May be given several times; "
            "other columns fill what their names tell.",
        ),
    ] = None,
    format_: Annotated[
        models.ImportFormat | None, typer.Option("--format", help="What the file is written in; found out otherwise.")
    ] = None,
    delimiter: Annotated[str | None, typer.Option(help="What stands between cells; found out otherwise.")] = None,
    encoding: Annotated[str | None, typer.Option(help="The text's encoding; found out otherwise.")] = None,
    country: Annotated[
        str | None, typer.Option(metavar="PT", help="Where telephone numbers without their + are dialled.")
    ] = None,
    tag: Annotated[list[str] | None, typer.Option(help="A label for every lead; may be given several times.")] = None,
    owner: Annotated[str | None, typer.Option(help="Who is in charge of leads of which nobody is.")] = None,
) -> None:
    """Import a file of leads. Needs no running server. Exit status 1 where it does not come to its end."""
    settings = load_settings()
    configure_logs(settings, quiet=True)
    draft = LeadImportDraft(
        campaign_id=0,
        upload_token="",
        told=Told(format_, encoding, "\t" if delimiter == "\\t" else delimiter),
        columns=[_column(each) for each in mapping or ()],
        dry_run=dry_run,
        tags=tuple(tag or ()),
        owner=owner,
        country=country,
    )
    done = run(_import(settings, file, campaign, draft))
    if done.status is not models.LeadImportStatus.DONE:
        raise typer.Exit(1)


async def _import(settings: Settings, file: Path, campaign: str, draft: LeadImportDraft) -> models.LeadImport:
    stop = stop_on_signals()
    console = Console()
    async with installation(settings) as installed:
        act = Act("command line", installed.clock())
        stored = await store_upload(file.name, None, _pieces(file), act, settings.upload_limits())
        await preview_import(str(stored.token), draft.told, draft.columns)  # before a campaign is made for nothing
        campaign_id = await campaign_of(campaign, act)
        asked = replace(draft, campaign_id=campaign_id, upload_token=str(stored.token))
        done = await _perform(installed, await import_leads(asked, act), act, Console(stderr=True), stop)
        rejected = models.LeadImportRow.filter(lead_import_id=done.id, outcome=models.ImportOutcome.REJECTED)
        console.print(terminal_imports.summary(done, await rejected.order_by("number").limit(_SHOWN_REJECTED)))
    return done


async def _perform(
    installed: Installation, import_id: int, act: Act, console: Console, stop: asyncio.Event
) -> models.LeadImport:
    """Perform the import here unless another worker does, and draw its progress until it has ended.

    Once `stop` is set it is cancelled; what it imported stays.
    """
    done = asyncio.Event()
    worker = asyncio.create_task(work(installed, done))
    cancelling = asyncio.create_task(_cancel_on(stop, import_id, act))
    try:
        with terminal_imports.progress(console) as show:
            async for _ in watch_import(installed.feed, import_id, None):
                show(await models.LeadImport.get(id=import_id))
    finally:
        cancelling.cancel()
        done.set()
        await worker
    row: models.LeadImport = await models.LeadImport.get(id=import_id)
    return row


async def _cancel_on(stop: asyncio.Event, import_id: int, act: Act) -> None:
    await stop.wait()
    with suppress(Conflict):  # it has ended meanwhile
        await cancel_lead_import(import_id, act)


async def _pieces(file: Path) -> AsyncIterator[bytes]:
    with file.open("rb") as content:
        while piece := await asyncio.to_thread(content.read, _PIECE):
            yield piece


def _column(wish: str) -> ColumnDraft:
    column, equals, field = wish.rpartition("=")
    name = field.strip().upper()
    if not equals or (name and name not in ImportField.__members__):
        fields = ", ".join(ImportField)
        raise typer.BadParameter(f"write COLUMN=FIELD with one of {fields}", param_hint="--mapping")
    return ColumnDraft(column.strip(), ImportField(name) if name else None)
