"""Traces of a server process, received as a collector of OpenTelemetry receives them."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.end_to_end.client import client
from tests.end_to_end.processes import server

_TRACE = "0af7651916cd43dd8448eb211c80319c"
_PARENT = {"traceparent": f"00-{_TRACE}-b7ad6b7169203331-01"}


class Collector:
    """Keeps the spans it is sent."""

    def __init__(self) -> None:
        self.spans: list[Any] = []
        self._news = asyncio.Event()

    async def receive(self, request: web.Request) -> web.Response:
        """Take spans in."""
        body = await request.read()
        if request.headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
        sent = ExportTraceServiceRequest.FromString(body)
        self.spans += [span for one in sent.resource_spans for scope in one.scope_spans for span in scope.spans]
        self._news.set()
        return web.Response(content_type="application/x-protobuf")

    async def named(self, name: str) -> Any:
        """The first span of this name, waited for."""
        async with asyncio.timeout(20):
            while True:
                self._news.clear()
                if found := [span for span in self.spans if span.name == name]:
                    return found[0]
                await self._news.wait()


@asynccontextmanager
async def collecting() -> AsyncIterator[tuple[Collector, str]]:
    """A collector, and where to send to."""
    collector = Collector()
    application = web.Application()
    application.router.add_post("/v1/traces", collector.receive)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield collector, f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def attributes(span: Any) -> dict[str, str]:
    """What a span says."""
    return {one.key: one.value.string_value for one in span.attributes}


async def test_a_request_is_a_span_of_the_callers_trace_with_its_statement_in_it(database_url: str) -> None:
    async with collecting() as (collector, endpoint):
        told = {"CAM_TRACING": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": endpoint, "OTEL_BSP_SCHEDULE_DELAY": "50"}
        async with server(database_url, "--no-worker", **told) as (_, url), client(url) as api:
            query = 'query Harbour { leads(filter: {search: "Ada Nobody"}) { totalCount } }'
            await api.http.get(f"{url}/graphql", params={"query": query}, headers=_PARENT)
            request = await collector.named("GraphQL query Harbour")
            statements = [span for span in collector.spans if span.parent_span_id == request.span_id]
    assert request.trace_id.hex() == _TRACE
    assert attributes(request)["graphql.operation.type"] == "query"
    assert attributes(request)["graphql.document.hash"].startswith("sha256:")
    assert attributes(request)["cam.outcome"] == "OK"
    assert any("SELECT" in attributes(span).get("db.statement", "") for span in statements)
    assert "Ada" not in str(collector.spans)


async def test_secrets_in_addresses_are_in_no_span(database_url: str) -> None:
    async with collecting() as (collector, endpoint):
        told = {"CAM_TRACING": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": endpoint, "OTEL_BSP_SCHEDULE_DELAY": "50"}
        async with server(database_url, "--no-worker", **told) as (_, url), client(url) as api:
            await api.http.get(f"{url}/calendars/of-nobody.ics")
            await api.execute("query Last { campaigns { totalCount } }")
            await collector.named("GraphQL query Last")
    assert "of-nobody" not in str(collector.spans)


async def test_each_operation_over_a_socket_has_a_span_of_its_own(database_url: str) -> None:
    async with collecting() as (collector, endpoint):
        told = {"CAM_TRACING": "true", "OTEL_EXPORTER_OTLP_ENDPOINT": endpoint, "OTEL_BSP_SCHEDULE_DELAY": "50"}
        async with server(database_url, "--no-worker", **told) as (_, url), client(url) as api:
            assert [one async for one in api.subscribe("query Over { campaigns { totalCount } }")]
            operation = await collector.named("GraphQL query Over")
    assert attributes(operation)["graphql.operation.name"] == "Over"
    assert operation.end_time_unix_nano > operation.start_time_unix_nano
