"""`cam-graphql token`: lets people and programs in, and out again."""

import secrets
from datetime import datetime
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

import models
from cam_graphql.event_loop import run
from cam_graphql.installation import installation
from cam_graphql.settings import Settings, load_settings
from models import Role
from services.access.tokens import TokenDraft, create_token, revoke_token
from services.transaction import Act

ACTOR = "command line"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(no_args_is_help=True, help="Let people and programs in, and out again.")
    commands.command("create")(create_command)
    commands.command("list")(list_command)
    commands.command("revoke")(revoke_command)
    app.add_typer(commands, name="token")


def create_command(
    name: Annotated[str, typer.Argument(help="Whose it is, or what for.", show_default=False)],
    role: Annotated[Role, typer.Option(help="What it is good for.")] = Role.OPERATOR,
    days: Annotated[int | None, typer.Option(help="How many days it lasts.", show_default="until revoked")] = None,
) -> None:
    """Make an API token and tell its secret, once, on the standard output."""
    run(_create(load_settings(), TokenDraft(name, role, days)))


def list_command() -> None:
    """List all API tokens. Their secrets are not kept."""
    run(_list(load_settings()))


def revoke_command(
    token: Annotated[int, typer.Argument(help="The number of the token, as `list` tells it.", show_default=False)],
) -> None:
    """Revoke an API token: it lets nobody in any more."""
    run(_revoke(load_settings(), token))


async def _create(settings: Settings, draft: TokenDraft) -> None:
    async with installation(settings) as installed:
        made = await create_token(draft, Act(ACTOR, installed.clock()), secrets.token_bytes)
    lasting = f"until {_day(made.expires_at)}" if made.expires_at else "until it is revoked"
    typer.echo(f"API token {made.id} for {draft.role} {lasting}. It is told only now:", err=True)
    typer.echo(made.secret)


async def _list(settings: Settings) -> None:
    async with installation(settings) as installed:
        tokens = await models.ApiToken.all().order_by("id")
        now = installed.clock()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("No.", "Name", "Begins with", "Role", "Used last", "State"):
        table.add_column(column)
    for token in tokens:
        used = _day(token.last_used_at) if token.last_used_at else "never"
        table.add_row(str(token.id), Text(token.name), token.prefix, token.role, used, _state(token, now))
    console = Console()
    console.print(table if tokens else "There are no API tokens. Make one: cam-graphql token create NAME")


async def _revoke(settings: Settings, token: int) -> None:
    async with installation(settings) as installed:
        await revoke_token(token, Act(ACTOR, installed.clock()))
    typer.echo(f"API token {token} is revoked.")


def _state(token: models.ApiToken, now: datetime) -> str:
    if token.revoked_at:
        return f"revoked {_day(token.revoked_at)}"
    if token.expires_at:
        return f"{'expired' if token.expires_at <= now else 'until'} {_day(token.expires_at)}"
    return "lasting"


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
