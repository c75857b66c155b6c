"""`cam-graphql settings`."""

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from cam_graphql.settings import load_settings, setting_rows


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("settings")(settings_command)


def settings_command() -> None:
    """Print every setting with its value, where it comes from, and what it means. Secrets are masked."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Variable", no_wrap=True)
    table.add_column("Value", overflow="fold")
    table.add_column("From")
    table.add_column("Meaning", overflow="fold")
    for row in setting_rows(load_settings()):
        table.add_row(row.variable, row.value, row.source, row.meaning)
    Console().print(table)
