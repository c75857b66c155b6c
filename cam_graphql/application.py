"""The ASGI application: GraphQL, and what watches over the process."""

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp

from cam_graphql.authentication import Authentication
from cam_graphql.calendar_feed import CalendarFeedEndpoint
from cam_graphql.document_ids import DocumentIds
from cam_graphql.exports import ExportEndpoint
from cam_graphql.graphql_view import GraphQLView, SocketBounds
from cam_graphql.health import healthz, readyz
from cam_graphql.json_depth import JSON_DEPTH
from cam_graphql.known_hosts import KnownHosts
from cam_graphql.metrics import Measured, MetricsAccess, MetricsEndpoint
from cam_graphql.overload import Overload, OverloadBounds
from cam_graphql.request_log import RequestLog, tell
from cam_graphql.response_headers import ResponseHeaders
from cam_graphql.structured_logs import RequestLines, tells_lines
from cam_graphql.time_limits import TimeLimit
from cam_graphql.unsubscribing import UnsubscribeEndpoint
from cam_graphql.uploads import UploadEndpoint
from pushdown import Reader
from resolvers.context import Context
from resolvers.limits.bounds import CostBounds
from resolvers.schema import build_schema
from services.access.authenticating import Authenticator
from services.imports import DEFAULT_UPLOAD_LIMITS, UploadLimits


def build_application(
    context: Callable[[], Context],
    *,
    max_body_bytes: int,
    allowed_hosts: Collection[str],
    reader: Reader | None = None,
    uploads: UploadLimits = DEFAULT_UPLOAD_LIMITS,
    public_host: str | None = None,
    authenticator: Authenticator | None = None,
    cors_origins: Collection[str] = (),
    withholds_persons: bool = False,
    costs: CostBounds | None = None,
    document_ids: DocumentIds | None = None,
    json_depth: int = JSON_DEPTH,
    hides_names: bool = False,
    sockets: SocketBounds | None = None,
    overload: OverloadBounds | None = None,
    request_timeout: float | None = None,
    measured: Measured | None = None,
    metrics: MetricsAccess = MetricsAccess.OFF,
    pages: Iterable[Route] = (),
) -> ASGIApp:
    """Put the application together. The caller has the database, the feed and the worker running.

    `reader` reads for the schema; one with defaults sends its statements through Tortoise's pool.

    Only requests whose `Host` is one of `allowed_hosts` are answered: a page elsewhere could otherwise point a name of
    its own to this machine, and read everything as if it came from here. Under `public_host` nothing is answered but
    what recipients of messages need, to unsubscribe. Without an `authenticator` whoever asks is the context's viewer.
    Pages of `cors_origins` may ask, too; `withholds_persons` from those who only read, and `costs` bounds what
    operations ask for, `overload` how many at once, and
    `request_timeout` for how many seconds each. Documents may be named by `document_ids`. `hides_names` keeps
    suggestions of the schema's names out of errors. What is `measured` can be read at `/metrics`, as those may whom
    `metrics` lets. `pages` are routes to what people look at.
    """

    def clock() -> datetime:
        return datetime.now(UTC)

    schema = build_schema(reader, withholds_persons=withholds_persons, costs=costs, hides_names=hides_names)
    view = GraphQLView(
        schema,
        context,
        authenticator,
        sockets=sockets,
        allowed_origins=cors_origins,
        document_ids=document_ids,
        json_depth=json_depth,
    )
    routed = Starlette(
        routes=[
            Route("/graphql", view, max_body_size=max_body_bytes),
            WebSocketRoute("/graphql", view),
            Route("/uploads", UploadEndpoint(context, uploads).receive, methods=["POST"]),
            Route("/exports/{secret}/{file}", ExportEndpoint(context).send),
            Route("/calendars/{secret}.ics", CalendarFeedEndpoint(context).send),
            Route("/unsubscribe/{token}", UnsubscribeEndpoint(context).answer, methods=["GET", "POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            *_metrics(measured, metrics),
            *pages,
        ]
    )
    bounds = overload or OverloadBounds()
    overloaded = Overload(routed, path="/graphql", to=view, max_body_bytes=max_body_bytes, bounds=bounds)
    if measured is not None:
        measured.overload = overloaded
    app: ASGIApp = overloaded
    if authenticator is not None:
        app = Authentication(app, authenticator, clock)
    if request_timeout is not None:
        app = TimeLimit(app, path="/graphql", seconds=request_timeout)
    if cors_origins:
        app = _with_origins(app, cors_origins)
    app = KnownHosts(app, allowed_hosts, public_host)
    headers = ResponseHeaders(allows_origins=bool(cors_origins))
    statuses = measured.statuses if measured is not None else None
    return RequestLog(app, tell=RequestLines() if tells_lines() else tell, headers=headers, statuses=statuses)


def _metrics(measured: Measured | None, access: MetricsAccess) -> list[Route]:
    if measured is None or access is MetricsAccess.OFF:
        return []
    return [Route("/metrics", MetricsEndpoint(measured, access).answer)]


def _with_origins(app: ASGIApp, cors_origins: Collection[str]) -> CORSMiddleware:
    return CORSMiddleware(
        app,
        allow_origins=sorted(cors_origins),
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type", "X-CAM-Upload", "X-Request-Id"],
        expose_headers=["Retry-After", "X-Request-Id"],
    )
