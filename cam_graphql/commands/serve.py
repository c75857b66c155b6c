"""`cam-graphql serve`."""

import logging
from typing import Annotated

import typer

from cam_graphql.event_loop import run
from cam_graphql.installation import installation
from cam_graphql.serving import serve, stop_on_signals
from cam_graphql.settings import Settings, load_settings
from cam_graphql.structured_logs import configure_logs

logger = logging.getLogger(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve")(serve_command)


def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to listen on; CAM_HOST.", show_default=False)] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; CAM_PORT.", show_default=False)] = None,
    no_worker: Annotated[bool, typer.Option("--no-worker", help="Serve only; jobs are left to other workers.")] = False,
) -> None:
    """Serve the GraphQL API, and perform jobs beside it."""
    settings = load_settings(host=host, port=port)
    configure_logs(settings)
    run(_serve(settings, with_worker=not no_worker))


async def _serve(settings: Settings, *, with_worker: bool) -> None:
    stop = stop_on_signals()
    async with installation(settings) as installed:
        await serve(
            installed,
            stop,
            with_worker=with_worker,
            on_ready=lambda url: logger.info("serving", extra={"url": f"{url}/graphql"}),
        )
