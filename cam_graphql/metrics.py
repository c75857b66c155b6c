"""`/metrics`, as Prometheus reads them: this process's own figures, and how work stands in the database."""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from cam_graphql.authentication import CHALLENGE, VIEWER
from cam_graphql.operation_measures import SECONDS, OperationMeasures
from cam_graphql.overload import Overload
from cam_graphql.read_pool import Reads
from services.activity_feed import ActivityFeed
from services.standing import Standing, standing
from services.transaction import pool_of_writes, reading
from services.unreachable import NO_ANSWER

logger = logging.getLogger(__name__)

_KEPT_SECONDS = 10.0
"""How long figures of the database stand: however often somebody asks, it counts no more often."""
_DATABASE_SECONDS = 2.0


class MetricsAccess(StrEnum):
    """Who may read metrics."""

    CREDENTIALS = "credentials"
    OPEN = "open"
    OFF = "off"


@dataclass(slots=True)
class Measured:
    """What a process's figures are taken from. `overload` comes once the application is put together."""

    operations: OperationMeasures
    reads: Reads
    feed: ActivityFeed
    statuses: Counter[int] = field(default_factory=Counter)
    """Answers over HTTP."""
    overload: Overload | None = None


class MetricsEndpoint:
    """Answers `/metrics`. Without its access being open, any credentials will do."""

    def __init__(self, measured: Measured, access: MetricsAccess) -> None:
        self._is_open = access is MetricsAccess.OPEN
        self._standing = _StandingFigures()
        self._registry = CollectorRegistry()
        for collector in (_ProcessFigures(measured), self._standing):
            self._registry.register(collector)
        for collect in (ProcessCollector, PlatformCollector, GCCollector):
            collect(registry=self._registry)

    async def answer(self, request: Request) -> Response:
        """The figures, in the form that is asked for."""
        if not self._is_open and VIEWER in request.scope and request.scope[VIEWER] is None:
            told = "Metrics need credentials: send them as `Authorization: Bearer …`, or set CAM_METRICS=open.\n"
            return PlainTextResponse(told, 401, {"www-authenticate": CHALLENGE})
        await self._standing.refresh()
        encode, form = choose_encoder(request.headers.get("accept", ""))
        return Response(encode(self._registry), headers={"content-type": form})


class _ProcessFigures(Collector):
    def __init__(self, measured: Measured) -> None:
        self._measured = measured

    def collect(self) -> Iterable[Metric]:
        """What this process has counted, and what it has open."""
        yield from self._operations()
        yield from self._bounded()
        yield self._connections()
        following = self._measured.feed.following
        yield _gauge("cam_feed_subscribers", "Subscriptions that take changes as they happen.", following)
        answers = CounterMetricFamily("cam_http_answers", "Answers over HTTP, by status.", labels=("status",))
        for status, number in list(self._measured.statuses.items()):
            answers.add_metric((str(status),), number)
        yield answers

    def _operations(self) -> Iterator[Metric]:
        counted = CounterMetricFamily(
            "cam_operations", "GraphQL operations, by how they ended.", labels=("kind", "operation", "outcome")
        )
        for labels, number in list(self._measured.operations.outcomes.items()):
            counted.add_metric(labels, number)
        took = HistogramMetricFamily(
            "cam_operation_seconds", "How long queries and mutations took.", labels=("kind", "operation")
        )
        bounds = [*map(str, SECONDS), "+Inf"]
        for operation, latencies in list(self._measured.operations.latencies.items()):
            buckets = list(zip(bounds, map(float, accumulate(latencies.counts)), strict=True))
            took.add_metric(operation, buckets, latencies.total)
        return iter((counted, took))

    def _bounded(self) -> Iterator[Metric]:
        overload = self._measured.overload
        if overload is None:
            return
        turns = overload.turns
        yield _gauge("cam_operations_running", "Operations over HTTP under way.", turns.running)
        yield _gauge("cam_operations_waiting", "Operations over HTTP which wait for their turn.", turns.waiting)
        yield _gauge("cam_sockets", "WebSockets and streams of events which are open.", overload.places.open)
        going_on = overload.places.operations.total()
        yield _gauge("cam_socket_operations", "Operations over WebSockets, subscriptions mostly.", going_on)

    def _connections(self) -> Metric:
        family = GaugeMetricFamily("cam_database_connections", "Connections to the database.", labels=("pool", "state"))
        for name, pool in self._measured.reads.pools.items():
            family.add_metric((name, "idle"), pool.idle)
            family.add_metric((name, "busy"), pool.busy)
            family.add_metric((name, "awaited"), pool.awaited)
        writes = pool_of_writes()
        idle = writes.get_idle_size() if writes is not None else 0
        family.add_metric(("writes", "idle"), idle)
        family.add_metric(("writes", "busy"), (writes.get_size() if writes is not None else 0) - idle)
        return family


class _StandingFigures(Collector):
    def __init__(self) -> None:
        self._standing: Standing | None = None
        self._until = 0.0
        self._asking = asyncio.Lock()

    async def refresh(self) -> None:
        """Ask the database, if that is due."""
        async with self._asking:
            if time.monotonic() < self._until:
                return
            try:
                async with asyncio.timeout(_DATABASE_SECONDS), reading() as connection:
                    self._standing = await standing(connection)
            except (*NO_ANSWER, LookupError) as error:
                logger.warning("the database's figures cannot be had", extra={"reason": str(error) or repr(error)})
                self._standing = None
            self._until = time.monotonic() + (_KEPT_SECONDS if self._standing is not None else 0)

    def collect(self) -> Iterable[Metric]:
        """What the database said; only that it says nothing, where it does not."""
        stands = self._standing
        yield _gauge("cam_database_up", "Whether the database answers.", int(stands is not None))
        if stands is None:
            return
        yield _gauge("cam_workers", "Workers which are alive.", stands.workers)
        queue = GaugeMetricFamily("cam_queue", "Jobs of the queue, by entry point.", labels=("job", "state"))
        jobs = GaugeMetricFamily("cam_jobs", "Jobs there are, by how they stand or ended.", labels=("kind", "status"))
        messages = GaugeMetricFamily("cam_messages", "Messages there are, by status.", labels=("channel", "status"))
        for count in stands.counts:
            match count.what:
                case "queue":
                    queue.add_metric((count.name or "", count.state), count.number)
                case "outreach_message":
                    messages.add_metric((count.name or "", count.state), count.number)
                case _:
                    jobs.add_metric((count.what, count.state), count.number)
        yield from (queue, jobs, messages, _budgets(stands))


def _budgets(stands: Standing) -> Metric:
    family = GaugeMetricFamily("cam_safety_budget", "What channels may send today.", labels=("channel", "part"))
    for channel, today in stands.budgets.items():
        for part in ("limit", "sent", "reserved", "remaining"):
            family.add_metric((channel, part), getattr(today, part))
    return family


def _gauge(name: str, meaning: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, meaning, value=value)
