"""The server process: uvicorn, and the worker beside it."""

import asyncio
import logging
import signal
import socket
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial

import uvicorn
from starlette.types import ASGIApp

from cam_graphql.application import build_application
from cam_graphql.http_server import HttpServer, listen
from cam_graphql.installation import Installation
from cam_graphql.mailbox_runner import run_mailbox
from cam_graphql.many_clients import allow_connections, spare_what_stays
from cam_graphql.network_exposure import reaches_others
from cam_graphql.outreach_runner import run_outreach
from cam_graphql.socket_protocol import SocketProtocol, Writing
from cam_graphql.watching_over import Watch, watch_over
from cam_graphql.worker import run_worker
from services.outreach.outbox import open_outbox

logger = logging.getLogger(__name__)


def stop_on_signals() -> asyncio.Event:
    """An event which SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop


async def serve(
    installed: Installation, stop: asyncio.Event, *, with_worker: bool, on_ready: Callable[[str], None]
) -> None:
    """Serve until `stop` is set; requests in flight then end, and a running job is handed back.

    `on_ready` is called with the server's address once it accepts connections. Raises OSError where it cannot bind.
    """
    settings = installed.settings
    if reaches_others(settings.host):
        logger.warning("other machines can reach this server: have a proxy in front that speaks TLS")
    with ExitStack() as stack:
        watch = watch_over(settings, installed.reads, installed.feed, stack)
        application = watch.traced(_application(installed, watch))
        await _serve_application(installed, application, stop, with_worker=with_worker, on_ready=on_ready)


def _application(installed: Installation, watch: Watch) -> ASGIApp:
    settings, context = installed.settings, installed.context()
    return build_application(
        lambda: context,
        reader=installed.reader(watch.observer),
        measured=watch.measured,
        metrics=settings.metrics,
        pages=settings.pages(),
        max_body_bytes=settings.max_body_bytes,
        uploads=settings.upload_limits(),
        public_host=settings.public_host(),
        authenticator=settings.authenticator(),
        cors_origins=settings.cors_origins,
        withholds_persons=settings.withhold_persons,
        costs=settings.cost_bounds(),
        document_ids=settings.document_ids(),
        json_depth=settings.json_depth,
        overload=settings.overload_bounds(),
        sockets=settings.socket_bounds(),
        request_timeout=settings.request_timeout,
        hides_names=settings.introspection == "off",
        allowed_hosts={*settings.allowed_hosts, f"[{settings.host}]" if ":" in settings.host else settings.host},
    )


async def _serve_application(
    installed: Installation,
    application: ASGIApp,
    stop: asyncio.Event,
    *,
    with_worker: bool,
    on_ready: Callable[[str], None],
) -> None:
    settings = installed.settings
    allow_connections(settings.sockets)
    listening = _listen(settings.host, settings.port)
    server = HttpServer(
        uvicorn.Config(
            application,
            loop="none",
            server_header=False,
            lifespan="off",
            log_config=None,
            access_log=False,
            ws=partial(  # type: ignore[arg-type]  # it is only called
                SocketProtocol, writing=Writing(), stall_seconds=settings.socket_stall_timeout
            ),
            ws_per_message_deflate=False,  # of each client by itself, which takes longer than everything else
            ws_max_size=settings.max_frame_bytes,
            ws_ping_interval=settings.socket_ping_interval,
            ws_ping_timeout=settings.socket_ping_timeout,
            timeout_keep_alive=settings.keep_alive,
            timeout_graceful_shutdown=settings.shutdown_grace,
        ),
        settings.headers_timeout,
    )
    spare_what_stays()
    on_ready(_address(listening))
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_serve(server, listening, stop))
        if with_worker:
            tasks.create_task(work(installed, stop))
        await stop.wait()
        server.should_exit = True


async def work(installed: Installation, stop: asyncio.Event) -> None:
    """Perform jobs, deliver messages and read what is answered, until `stop` is set."""
    logger.info("working")
    settings = installed.settings
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(
            run_worker(
                installed.database_url,
                installed.sources,
                installed.clock,
                limits=installed.run_limits,
                import_limits=settings.import_limits(),
                settings=settings.worker(),
                stop=stop,
            )
        )
        outbox = open_outbox(settings.mail(), settings.pace())
        tasks.create_task(run_outreach(installed.database_url, outbox, installed.clock, stop=stop))
        mailbox = settings.mailbox(settings.outreach_from_address)
        if mailbox is not None:
            tasks.create_task(run_mailbox(installed.database_url, mailbox, installed.clock, stop=stop))


def _listen(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except OSError as error:
        remedy = "Set CAM_PORT (or --port) to another port, or to 0 for any free one."
        raise OSError(f"Cannot listen on {host}, port {port}: {error.strerror}. {remedy}") from error


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


async def _serve(server: HttpServer, listening: socket.socket, stop: asyncio.Event) -> None:
    try:
        await server.serve(sockets=[listening])
    finally:
        stop.set()
