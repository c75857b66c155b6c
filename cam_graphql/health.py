"""Whether the process is alive, and whether it is ready to serve."""

import asyncio
from collections.abc import Awaitable, Callable

import asyncpg
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from cam_graphql.migrations import missing
from services.transaction import reading
from services.unreachable import NO_ANSWER
from services.workers import count_alive

_TIMEOUT = 2.0

Endpoint = Callable[[Request], Awaitable[Response]]


async def healthz(_request: Request) -> Response:
    """The process answers."""
    return JSONResponse({"status": "alive"})


async def readyz(_request: Request) -> Response:
    """200 where the database is reachable, its migrations are current and a worker is alive; 503 otherwise."""
    checks = {"database": "not reachable", "migrations": "unknown", "worker": "unknown"}
    try:
        async with asyncio.timeout(_TIMEOUT), reading() as connection:
            checks["database"] = "ok"
            checks["migrations"] = await _migrations(connection)
            if checks["migrations"] == "ok":
                checks["worker"] = await _worker(connection)
    except NO_ANSWER as error:
        checks["database"] = f"not reachable: {type(error).__name__}"
    ready = all(state == "ok" for state in checks.values())
    return JSONResponse({"status": "ready" if ready else "not ready", "checks": checks}, 200 if ready else 503)


async def _migrations(connection: asyncpg.Connection) -> str:
    lacking = await missing(connection)
    return "ok" if not lacking else f"missing: {', '.join(lacking)}; run cam-graphql migrate"


async def _worker(connection: asyncpg.Connection) -> str:
    if await count_alive(connection):
        return "ok"
    return "none alive: start one with cam-graphql worker, or serve without --no-worker"
