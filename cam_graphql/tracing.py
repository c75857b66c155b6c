"""Traces by OpenTelemetry: a span for each request, named by its operation, and one for each statement in it.

Spans tell which document was asked for by its hash. What was asked for, of whom, and secrets in addresses stay here.
To be imported where traces are wanted: OpenTelemetry is an extra, `cam-graphql[tracing]`.
"""

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
from opentelemetry.instrumentation.asyncpg import AsyncPGInstrumentor
from opentelemetry.instrumentation.instrumentor import BaseInstrumentor  # type: ignore[attr-defined]
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from starlette.types import ASGIApp, Receive, Scope, Send

from cam_graphql.request_log import request_id
from pushdown import Completed
from pushdown.observing import OK
from resolvers.context import Context

_UNTRACED = "^[a-z]+://[^/]*/(calendars|exports|unsubscribe|healthz|readyz|metrics)"
"""Addresses: some have secrets in them, others are asked for every few seconds."""
_WHOLE = "cam.scope"


@contextmanager
def tracing() -> Iterator[None]:
    """Send spans meanwhile, to where OTEL_EXPORTER_OTLP_ENDPOINT says; the last ones on leaving.

    Where whoever receives them is away, spans are dropped after a while, and nothing waits for that.
    """
    os.environ.setdefault("OTEL_SERVICE_NAME", "cam-graphql")
    provider = TracerProvider()
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    statements: BaseInstrumentor = AsyncPGInstrumentor()  # type: ignore[no-untyped-call]
    statements.instrument(tracer_provider=provider)
    try:
        yield
    finally:
        statements.uninstrument()
        provider.shutdown()


def traced(app: ASGIApp) -> ASGIApp:
    """The application, with a span around each request. It goes on with the caller's trace (`traceparent`)."""

    async def whole(scope: Scope, receive: Receive, send: Send) -> None:
        await app(scope.get(_WHOLE, scope), receive, send)

    spanned = OpenTelemetryMiddleware(whole, excluded_urls=_UNTRACED, exclude_spans=["receive", "send"])

    async def without_query(scope: Scope, receive: Receive, send: Send) -> None:
        """A query in an address may name whom somebody looks for."""
        await spanned({**scope, "query_string": b"", _WHOLE: scope}, receive, send)

    return without_query


def trace_operation(completed: Completed) -> None:
    """An observer: names the request's span by its operation. Over sockets, each operation has a span of its own."""
    about = _about(completed)
    name = f"{completed.kind or 'unknown'} {completed.name or ''}".rstrip()
    context = completed.context
    if isinstance(context, Context) and context.connection_params is None:
        span = trace.get_current_span()
        span.update_name(f"GraphQL {name}")
        span.set_attributes(about)
        return
    now = time.time_ns()
    begun = now - int(completed.seconds * 1e9)
    trace.get_tracer(__name__).start_span(f"GraphQL {name}", attributes=about, start_time=begun).end(now)


def _about(completed: Completed) -> Mapping[str, str]:
    known = {
        "graphql.operation.type": completed.kind,
        "graphql.operation.name": completed.name,
        "graphql.document.hash": f"sha256:{sha256(completed.document.encode()).hexdigest()}",
        "cam.outcome": completed.outcome,
        "cam.request_id": request_id.get(),
        "error.type": completed.outcome if completed.outcome != OK else None,
    }
    return {name: value for name, value in known.items() if value is not None}
