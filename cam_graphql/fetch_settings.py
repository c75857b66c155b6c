"""The settings of the web source, as variables. What a default is, `WebSourceSettings` decides."""

from collections.abc import Collection
from dataclasses import fields
from typing import Annotated, Any

from pydantic import BeforeValidator, ByteSize, Field, PlainSerializer, PositiveFloat, PositiveInt
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from sources.web.settings import WebSourceSettings

_DEFAULT = WebSourceSettings()


def _split(value: Any) -> Any:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _joined(values: Collection[Any]) -> str:
    """In their order, where they have one."""
    return ",".join(map(str, sorted(values) if isinstance(values, frozenset) else values))


CommaSeparated = (NoDecode, BeforeValidator(_split), PlainSerializer(_joined, when_used="json"))
Names = Annotated[frozenset[str], *CommaSeparated]
Ports = Annotated[frozenset[Annotated[int, Field(ge=1, le=65535)]], *CommaSeparated]


class FetchSettings(BaseSettings):
    """`CAM_FETCH_…` bound what is requested, `CAM_PARSE_…` what is done with the answers."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    fetch_user_agent: str = _DEFAULT.user_agent
    """Who we say we are. Begins with the name by which robots.txt may address us, and holds a URL to reach you."""
    fetch_allow_hosts: Names = _DEFAULT.allow_hosts
    """Hosts the web source may reach although they are private: `host` or `host:port`, comma-separated."""
    fetch_allow_ports: Ports = _DEFAULT.allow_ports
    """Ports the web source may reach, comma-separated; a `host:port` allowed by name adds its own."""
    fetch_pages_per_job: PositiveInt = _DEFAULT.pages_per_job
    """Pages read in one job at most."""
    fetch_pages_per_host: PositiveInt = _DEFAULT.pages_per_host
    """Pages read on one host in one job at most."""
    fetch_depth: Annotated[int, Field(ge=0)] = _DEFAULT.depth
    """Links between a start page and the furthest page; the pages of one paginated list count as one."""
    fetch_bytes_per_page: Annotated[ByteSize, Field(ge=1)] = ByteSize(_DEFAULT.bytes_per_page)
    """Bytes read of one page, decompressed, e.g. `2MiB`; a longer one is cut there."""
    fetch_bytes_per_job: Annotated[ByteSize, Field(ge=1)] = ByteSize(_DEFAULT.bytes_per_job)
    """Bytes read in one job at most, e.g. `512MiB`."""
    fetch_seconds_per_page: PositiveFloat = _DEFAULT.seconds_per_page
    """Time for one page with all its redirects; waiting for one's turn is not counted."""
    fetch_seconds_per_host: PositiveFloat = _DEFAULT.seconds_per_host
    """Time for one host in one job."""
    fetch_seconds_per_job: PositiveFloat = _DEFAULT.seconds_per_job
    """Time for all reading of one job."""
    fetch_redirects: Annotated[int, Field(ge=0)] = _DEFAULT.redirects
    """Redirects followed for one page."""
    fetch_concurrency: PositiveInt = _DEFAULT.concurrency
    """Requests under way at once, over all hosts and jobs."""
    fetch_concurrency_per_host: PositiveInt = _DEFAULT.concurrency_per_host
    """Requests under way at once to one host."""
    fetch_delay: Annotated[float, Field(ge=0)] = _DEFAULT.delay
    """Seconds between two requests to one host, unless it asks for more."""
    fetch_longest_delay: PositiveFloat = _DEFAULT.longest_delay
    """A host which asks for more seconds than this between requests is left out."""
    fetch_failures_per_host: PositiveInt = _DEFAULT.failures_per_host
    """A host which fails this often in a row is given up."""
    fetch_robots_bytes: ByteSize = ByteSize(_DEFAULT.robots_bytes)
    """Bytes read of a robots.txt, at least 500 KiB."""
    fetch_robots_cache_seconds: Annotated[float, Field(ge=0)] = _DEFAULT.robots_cache_seconds
    """How long a robots.txt is remembered, at most 24 hours."""
    fetch_robots_failure_cache_seconds: Annotated[float, Field(ge=0)] = _DEFAULT.robots_failure_cache_seconds
    """How long a robots.txt that could not be fetched forbids its host."""
    fetch_robots_cache_entries: PositiveInt = _DEFAULT.robots_cache_entries
    """How many hosts' robots.txt are remembered."""

    parse_processes: PositiveInt = _DEFAULT.parse_processes
    """Child processes which parse pages."""
    parse_seconds: PositiveFloat = _DEFAULT.parse_seconds
    """Time for parsing one page."""
    parse_memory_bytes: Annotated[ByteSize, Field(ge=1)] = ByteSize(_DEFAULT.parse_memory_bytes)
    """Memory which one page may make a child take before it is stopped, e.g. `512MiB`."""
    parse_idle_memory_bytes: Annotated[ByteSize, Field(ge=1)] = ByteSize(_DEFAULT.parse_idle_memory_bytes)
    """A child which keeps more memory than this between two pages is replaced, e.g. `130MiB`."""
    parse_idle_seconds: PositiveFloat = _DEFAULT.parse_idle_seconds
    """Child processes are stopped when nothing was parsed for so long."""

    def web_source(self) -> WebSourceSettings:
        """What the web source is made with. Raises ValueError where RFC 9309 forbids a value."""
        names = (field.name for field in fields(WebSourceSettings))
        return WebSourceSettings(**{name: getattr(self, fetch_setting(name)) for name in names})


def fetch_setting(name: str) -> str:
    """The setting for an attribute of `WebSourceSettings`."""
    return name if name.startswith("parse_") else f"fetch_{name}"
