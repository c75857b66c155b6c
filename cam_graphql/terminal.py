"""How the command line shows discovery: a line a source while it runs, and a table of the people found."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.spinner import Spinner
from rich.table import Table
from rich.text import Text

import models

_STYLES = {
    models.SourceRunStatus.PENDING: "dim",
    models.SourceRunStatus.RUNNING: "cyan",
    models.SourceRunStatus.WAITING: "yellow",
    models.SourceRunStatus.DONE: "green",
    models.SourceRunStatus.FAILED: "red",
    models.SourceRunStatus.SKIPPED: "yellow",
    models.SourceRunStatus.CANCELLED: "yellow",
}


def progress(job: models.DiscoveryJob, runs: Iterable[models.SourceRun], spinner: Spinner) -> RenderableType:
    """One line a source: where it stands, whom it found, what it asked for."""
    table = Table.grid(padding=(0, 2))
    for run in runs:
        found = f"{run.profiles_found} people"
        asked = f"{run.requests_made} requests"
        status = Text(run.status.value, style=_STYLES[run.status])
        table.add_row(run.platform.value, status, found, asked, Text(run.error or "", style="red"))
    running = job.status in (models.DiscoveryJobStatus.PENDING, models.DiscoveryJobStatus.RUNNING)
    headline: RenderableType = spinner if running else Text(f"{job.name}: {job.status}")
    return Group(headline, table)


def people(profiles: Sequence[models.DiscoveredProfile]) -> Table:
    """The people found, in the order given; fits 80 columns."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("Match", justify="right")
    table.add_column("Name", ratio=3)
    table.add_column("Does", ratio=5)
    table.add_column("Where", ratio=3)
    table.add_column("Followers", justify="right")
    for profile in profiles:
        table.add_row(
            f"{profile.match_score:.2f}",
            Text(profile.display_name),
            Text(", ".join(filter(None, (profile.role, profile.company)))),
            Text(profile.location or ""),
            "" if profile.followers is None else f"{profile.followers:,}",
        )
    return table
