"""What every command stands on: a migrated database, connected, and the sources of this installation."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cam_graphql.database import connection_arguments, database, reads
from cam_graphql.embedded_postgres import embedded_postgres
from cam_graphql.migrations import upgrade
from cam_graphql.read_pool import Reads
from cam_graphql.settings import Settings
from pushdown import Documents, Observer, Reader, unobserved
from resolvers.context import Context
from resolvers.limits.measuring import problems_within
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits, RunLimits
from sources.protocol import Source
from sources.registry import close_sources, installed_sources
from sources.web.settings import WebSourceSettings


def utc_now() -> datetime:
    """The clock of the program, passed down to whatever needs the time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Installation:
    """A connected database and all that is the same for every request and job of this process."""

    settings: Settings
    database_url: str
    clock: Callable[[], datetime]
    sources: Mapping[str, Source]
    feed: ActivityFeed
    reads: Reads
    criteria_limits: CriteriaLimits
    run_limits: RunLimits

    def context(self) -> Context:
        """The ground for one GraphQL operation."""
        return Context(
            viewer=None,
            clock=self.clock,
            sources=self.sources,
            feed=self.feed,
            criteria_limits=self.criteria_limits,
            max_conversions=self.settings.max_conversions,
            appointment_rules=self.settings.appointment_rules(),
            export_limits=self.settings.export_limits(),
        )

    def reader(self, observer: Observer = unobserved) -> Reader:
        """What reads for GraphQL operations."""
        bounds = self.settings.document_bounds()
        return Reader(
            fetch=self.reads.fetch,
            observer=observer,
            documents=Documents(
                self.settings.document_cache,
                self.settings.document_rules(),
                most_letters=bounds.letters,
                most_tokens=bounds.tokens,
                problems=problems_within(bounds),
            ),
            kept_plans=self.settings.plan_cache,
        )


@asynccontextmanager
async def database_server(settings: Settings) -> AsyncIterator[str]:
    """The URL of the database: the configured one, or that of the embedded server, which runs meanwhile."""
    if settings.database_url is not None:
        yield settings.database_url
        return
    async with embedded_postgres(settings.data_dir) as url:
        yield url


@asynccontextmanager
async def installation(
    settings: Settings, *, allow_host: str | None = None, web_delay: float | None = None
) -> AsyncIterator[Installation]:
    """Bring everything up, and down again on leaving.

    `allow_host` may be reached by the web source although it is private; `web_delay` replaces the configured pause
    between two requests to a host: both are for the example site, which the program serves itself.
    """
    web = settings.web_source()
    if allow_host is not None:
        web = replace(web, allow_hosts=web.allow_hosts | {allow_host})
    if web_delay is not None:
        web = replace(web, delay=web_delay)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(database_server(settings))
        await upgrade(url)
        await stack.enter_async_context(
            database(
                url,
                min_connections=settings.database_pool_min,
                max_connections=settings.database_pool_max,
                statement_timeout=settings.database_statement_timeout,
            )
        )
        reading = reads(
            url,
            connections=settings.database_read_connections,
            statement_timeout=settings.database_statement_timeout,
        )
        stack.push_async_callback(reading.close)
        feed = ActivityFeed(connection_arguments(url))
        await feed.start()
        stack.push_async_callback(feed.stop)
        sources = await stack.enter_async_context(_sources(web))
        limits = (settings.criteria_limits(), settings.run_limits())
        yield Installation(settings, url, utc_now, sources, feed, reading, *limits)


@asynccontextmanager
async def _sources(web: WebSourceSettings) -> AsyncIterator[Mapping[str, Source]]:
    sources = installed_sources(web, utc_now)
    try:
        yield sources
    finally:
        await close_sources(sources)
