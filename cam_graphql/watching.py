"""Running one job from the terminal: its progress drawn, its people printed."""

import asyncio
from contextlib import suppress

from rich.console import Console
from rich.live import Live
from rich.spinner import Spinner

import models
from cam_graphql import terminal
from cam_graphql.installation import Installation
from cam_graphql.serving import work
from services.discovery import cancel_discovery_job, run_discovery_job
from services.discovery.watching import watch_job
from services.errors import Conflict
from services.transaction import Act


async def run_and_draw(
    installed: Installation, job_id: int, act: Act, console: Console, stop: asyncio.Event
) -> models.DiscoveryJob:
    """Ask for a run, perform it here unless another worker does, and draw it until it has ended.

    Once `stop` is set, the job is cancelled; what it found stays.
    """
    done = asyncio.Event()
    worker = asyncio.create_task(work(installed, done))
    cancelling = asyncio.create_task(_cancel_on(stop, job_id, act))
    try:
        with suppress(Conflict):  # it runs already: watch it
            await run_discovery_job(job_id, act)
        return await _draw(installed, job_id, console)
    finally:
        cancelling.cancel()
        done.set()
        await worker


async def _cancel_on(stop: asyncio.Event, job_id: int, act: Act) -> None:
    await stop.wait()
    with suppress(Conflict):  # it has ended meanwhile
        await cancel_discovery_job(job_id, act)


async def _draw(installed: Installation, job_id: int, console: Console) -> models.DiscoveryJob:
    job = await models.DiscoveryJob.get(id=job_id)
    spinner = Spinner("dots", text=f"{job.name} …")
    with Live(console=console, refresh_per_second=10) as live:
        async for _ in watch_job(installed.feed, job_id, None):
            job = await models.DiscoveryJob.get(id=job_id)
            live.update(terminal.progress(job, await models.SourceRun.filter(job_id=job_id).order_by("id"), spinner))
    return job


async def people_of(job_id: int) -> list[models.DiscoveredProfile]:
    """The people a job found, the best match first."""
    return await models.DiscoveredProfile.filter(job_id=job_id).order_by("-match_score", "id")
