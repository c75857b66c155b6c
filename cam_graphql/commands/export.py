"""`cam-graphql export`."""

import contextlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from cam_graphql.commands.campaign_argument import known_campaign
from cam_graphql.event_loop import run
from cam_graphql.exports import lead_id
from cam_graphql.installation import installation
from cam_graphql.settings import Settings, load_settings
from cam_graphql.structured_logs import configure_logs
from models import ExportFormat
from services.errors import NotFound
from services.exports import ExportDraft, export_leads, take_export, written
from services.transaction import Act

_JSON_SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export_command)


def export_command(
    campaign: Annotated[str, typer.Option(help="The campaign, by its name or id.")],
    file: Annotated[
        Path | None, typer.Argument(help="Where to write; standard output where nothing is said.", dir_okay=False)
    ] = None,
    format_: Annotated[
        ExportFormat | None,
        typer.Option("--format", help="CSV, or JSON_LINES; told by the file's name where nothing is said."),
    ] = None,
) -> None:
    """Export a campaign's leads. Needs no running server."""
    settings = load_settings()
    configure_logs(settings, quiet=True)
    by_name = file is not None and file.suffix.lower() in _JSON_SUFFIXES
    chosen = format_ or (ExportFormat.JSON_LINES if by_name else ExportFormat.CSV)
    number = run(_export(settings, campaign, chosen, file))
    typer.echo(f"{number:,} leads.", err=True)


async def _export(settings: Settings, campaign: str, format_: ExportFormat, file: Path | None) -> int:
    async with installation(settings) as installed:
        act = Act("command line", installed.clock())
        campaign_id = await known_campaign(campaign)
        if campaign_id is None:
            raise NotFound(("campaign",), "campaign")
        ticket = await export_leads(ExportDraft(campaign_id, format_), act, settings.export_limits())
        taken = await take_export(ticket.secret, act)
        assert taken is not None, "nobody else knows the secret"
        with contextlib.nullcontext(sys.stdout.buffer) if file is None else file.open("wb") as out:
            async for piece in written(taken, lead_id, act):
                out.write(piece)
    return ticket.leads
