"""`cam-graphql settings`."""

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cam_graphql.settings import load_settings, setting_rows


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("settings")(settings_command)


def settings_command() -> None:
    """Print every setting with its value, where it comes from, and what it means. Secrets are masked."""
    console = Console()
    for row in setting_rows(load_settings()):
        value = (row.value, "cyan") if row.value else ("not set", "dim")
        console.print(Text.assemble((row.variable, "bold"), " = ", value, (f"  ({row.source})", "dim")), soft_wrap=True)
        console.print(Padding(Text(row.meaning), (0, 0, 0, 4)))
