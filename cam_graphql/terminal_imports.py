"""How the command line shows imports: a bar while they run, then what became of the rows."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich import box
from rich.console import Console, Group, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

import models
from models import LeadImportStatus


@contextmanager
def progress(console: Console) -> Iterator[Callable[[models.LeadImport], None]]:
    """A bar that fills as rows are dealt with; give it the import whenever that has changed."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console) as drawn:
        task = drawn.add_task("waiting", total=None)

        def show(row: models.LeadImport) -> None:
            drawn.update(task, description=_doing(row), total=row.rows_total, completed=row.rows_read)

        yield show


def summary(row: models.LeadImport, rejected: Sequence[models.LeadImportRow]) -> RenderableType:
    """What became of the rows, and why the first rejected ones were."""
    would = "would be " if row.dry_run else ""
    counts = (
        f"{row.created_count:,} {would}created",
        f"{row.updated_count:,} {would}updated",
        f"{row.unchanged_count:,} unchanged",
        f"{row.rejected_count:,} rejected",
    )
    shown: list[RenderableType] = [Text(f"{row.filename}: {row.status}, {', '.join(counts)}.")]
    if row.error_message:
        shown.append(Text(row.error_message, style="red"))
    if rejected:
        shown.append(_table(rejected))
        if row.rejected_count > len(rejected):
            shown.append(Text(f"… and {row.rejected_count - len(rejected):,} more rejected rows."))
    return Group(*shown)


def _doing(row: models.LeadImport) -> str:
    match row.status:
        case LeadImportStatus.PENDING:
            return "waiting"
        case LeadImportStatus.RUNNING if row.rows_total is None:
            return "counting"
        case LeadImportStatus.RUNNING:
            return "rehearsing" if row.dry_run else "importing"
    return row.status.lower()


def _table(rejected: Sequence[models.LeadImportRow]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Row", justify="right")
    table.add_column("Column")
    table.add_column("Problem")
    for row in rejected:
        for number, problem in enumerate(row.problems or ()):
            shown = "" if number else f"{row.number:,}"
            table.add_row(shown, Text(problem["column"] or ""), Text(problem["message"]))
    return table
