"""All settings of the program: `CAM_…` variables, each with a default that works."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ByteSize,
    Field,
    PositiveFloat,
    PositiveInt,
    ValidationError,
    model_validator,
)
from pydantic_settings import SettingsConfigDict

from cam_graphql.access_settings import AccessSettings
from cam_graphql.appointment_settings import AppointmentSettings
from cam_graphql.browser_settings import BrowserSettings
from cam_graphql.console_settings import ConsoleSettings
from cam_graphql.database import connection_arguments
from cam_graphql.fetch_settings import FetchSettings, Names, fetch_setting
from cam_graphql.import_settings import ImportSettings
from cam_graphql.limit_settings import LimitSettings
from cam_graphql.mailbox_settings import MailboxSettings
from cam_graphql.observing_settings import ObservingSettings
from cam_graphql.outreach_settings import OutreachSettings
from cam_graphql.overload_settings import OverloadSettings
from cam_graphql.serving_settings import ServingSettings
from cam_graphql.worker import WorkerSettings
from services.discovery import CriteriaLimits, RunLimits

PREFIX = "CAM_"
_CRITERIA = CriteriaLimits()
_RUN = RunLimits()
_WORKER = WorkerSettings()


class SettingsInvalid(Exception):
    """A variable holds a value that cannot be used. The message names every such variable and what it may hold."""


def _default_data_dir() -> Path:
    return platformdirs.user_data_path("cam-graphql", appauthor=False)


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _usable_database_url(url: str | None) -> str | None:
    if url is not None:
        connection_arguments(url)
    return url


class Settings(
    FetchSettings,
    AccessSettings,
    BrowserSettings,
    ConsoleSettings,
    LimitSettings,
    OverloadSettings,
    ServingSettings,
    ObservingSettings,
    AppointmentSettings,
    ImportSettings,
    OutreachSettings,
    MailboxSettings,
):
    """The settings, checked. An empty variable counts as one that is not set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True, use_attribute_docstrings=True
    )

    database_url: Annotated[str | None, AfterValidator(_usable_database_url), Field(repr=False)] = None
    """A PostgreSQL (15 or newer) to use, `postgres://user:password@host:port/name`. Unset: the program runs its own."""
    data_dir: Annotated[Path, AfterValidator(_absolute)] = Field(default_factory=_default_data_dir)
    """Where the program's own database lives."""
    database_pool_min: Annotated[int, Field(ge=0)] = 1
    """Connections a process keeps open to the database."""
    database_pool_max: Annotated[int, Field(ge=2, le=1000)] = 10
    """Connections a process opens to the database at most; a few more serve the queue and subscriptions."""
    database_read_connections: Annotated[int, Field(ge=1, le=1000)] = 10
    """Connections a process opens for reads at most, besides those; as many again for reads with filters."""
    document_cache: Annotated[int, Field(ge=0)] = 2_000_000
    """Letters of GraphQL documents a process keeps parsed and validated; a document counts 4,000 at least."""
    plan_cache: Annotated[int, Field(ge=0)] = 8_000_000
    """Letters of SQL a process keeps as plans of documents; a plan counts 4,000 at least."""
    database_statement_timeout: Annotated[float, Field(ge=0)] = 30.0
    """Seconds after which a statement is given up; 0 for never."""

    host: str = "127.0.0.1"
    """Address to listen on. Beyond loopback, put a proxy that speaks TLS in front: credentials come with requests."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8000
    """Port to listen on; 0 for any free one."""
    allowed_hosts: Names = frozenset({"127.0.0.1", "localhost", "[::1]"})
    """Names under which clients may address the server (their `Host` header), comma-separated, besides CAM_HOST."""
    max_body_bytes: Annotated[ByteSize, Field(ge=1024)] = ByteSize(1024 * 1024)
    """Bytes of one HTTP request's body at most, e.g. `1MiB`."""
    max_frame_bytes: Annotated[ByteSize, Field(ge=1024)] = ByteSize(256 * 1024)
    """Bytes of one WebSocket message at most."""
    max_conversions: Annotated[int, Field(ge=1, le=100_000)] = 1_000
    """Profiles converted by one mutation at most."""
    shutdown_grace: PositiveInt = 10
    """Seconds which requests in flight get at a stop."""

    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(lambda v: str(v).lower())] = (
        "info"
    )
    """The least important messages to log."""
    log_format: Literal["auto", "console", "json"] = "auto"
    """`console` for people, `json` for machines; `auto` is console on a terminal, else JSON."""

    worker_concurrency: Annotated[int, Field(ge=2, le=1000)] = _WORKER.concurrency
    """Jobs which one worker runs side by side."""
    worker_heartbeat_timeout: PositiveFloat = _WORKER.heartbeat_timeout.total_seconds()
    """Seconds without a sign of life after which another worker takes a job over."""
    worker_poll_interval: PositiveFloat = _WORKER.poll_interval.total_seconds()
    """Seconds between looks at the queue, besides being told; it bounds how late a dead worker is noticed."""
    worker_grace: PositiveFloat = _WORKER.grace.total_seconds()
    """Seconds for handing running jobs back at a stop."""
    worker_longest_pause: PositiveFloat = _WORKER.longest_pause.total_seconds()
    """Seconds at most between attempts to reach the database."""
    worker_most_attempts: PositiveInt = _WORKER.most_attempts
    """How often a job which meets a fault of the program is tried."""

    discovery_time_limit: PositiveFloat = _RUN.time_limit.total_seconds()
    """Seconds a discovery job may run."""
    discovery_shortest_wait: PositiveFloat = _RUN.shortest_wait.total_seconds()
    """Seconds to wait at least for a platform's rate limit, whatever it says."""
    discovery_watch_interval: PositiveFloat = _RUN.watch_interval.total_seconds()
    """Seconds between a running job's looks whether it was cancelled."""
    discovery_closing_time: PositiveFloat = _RUN.closing_time.total_seconds()
    """Seconds a source gets to end what it has under way."""
    discovery_max_keywords: PositiveInt = _CRITERIA.keywords
    """Keywords of one job at most."""
    discovery_max_seed_urls: PositiveInt = _CRITERIA.seed_urls
    """Start pages of one job at most."""
    discovery_max_usernames: PositiveInt = _CRITERIA.usernames
    """User names of one job at most."""
    discovery_max_profiles: PositiveInt = _CRITERIA.max_profiles
    """Profiles kept in one job at most."""

    example_site_port: Annotated[int, Field(ge=0, le=65535)] = 8010
    """Loopback port on which `cam-graphql run` shows its example site; another one is taken where it is in use."""

    @model_validator(mode="after")
    def _web_source_can_be_made(self) -> "Settings":
        self.web_source()
        return self

    def worker(self) -> WorkerSettings:
        """How this process's worker works."""
        return WorkerSettings(
            concurrency=self.worker_concurrency,
            heartbeat_timeout=timedelta(seconds=self.worker_heartbeat_timeout),
            poll_interval=timedelta(seconds=self.worker_poll_interval),
            grace=timedelta(seconds=self.worker_grace),
            longest_pause=timedelta(seconds=self.worker_longest_pause),
            most_attempts=self.worker_most_attempts,
        )

    def criteria_limits(self) -> CriteriaLimits:
        """How much one discovery job may ask for."""
        return CriteriaLimits(
            keywords=self.discovery_max_keywords,
            seed_urls=self.discovery_max_seed_urls,
            usernames=self.discovery_max_usernames,
            max_profiles=self.discovery_max_profiles,
        )

    def run_limits(self) -> RunLimits:
        """How a worker runs a discovery job."""
        return RunLimits(
            time_limit=timedelta(seconds=self.discovery_time_limit),
            shortest_wait=timedelta(seconds=self.discovery_shortest_wait),
            watch_interval=timedelta(seconds=self.discovery_watch_interval),
            closing_time=timedelta(seconds=self.discovery_closing_time),
        )


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting, for people to read."""

    variable: str
    value: str
    """Secrets masked."""
    source: str
    """`default`, `environment` or `command line`."""
    meaning: str


def load_settings(**given: Any) -> Settings:
    """Read the environment; what is given here and is not None goes before it. Raises `SettingsInvalid`."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise SettingsInvalid("\n".join(_explained(error))) from None


def setting_rows(settings: Settings) -> list[SettingRow]:
    """Every setting, in the order of the class, ours before those of the web source."""
    shown = settings.model_dump(mode="json")
    own = [name for name in Settings.model_fields if name not in FetchSettings.model_fields]
    return [
        SettingRow(
            variable=variable_of(name),
            value=_shown(shown[name]),
            source=_source(settings, name),
            meaning=_meaning(name),
        )
        for name in (*own, *FetchSettings.model_fields)
    ]


def variable_of(name: str) -> str:
    """The variable of a setting."""
    return f"{PREFIX}{name}".upper()


def _meaning(name: str) -> str:
    return (Settings.model_fields[name].description or "").replace("\n", " ")


def _shown(value: object) -> str:
    return "" if value is None else re.sub(r"(?<=://)([^:/@]*):[^/]*@", r"\1:***@", str(value))


def _source(settings: Settings, name: str) -> str:
    if name not in settings.model_fields_set:
        return "default"
    variables = {variable.upper() for variable, value in os.environ.items() if value}
    return "environment" if variable_of(name) in variables else "command line"


def _explained(error: ValidationError) -> Iterator[str]:
    for problem in error.errors(include_url=False, include_input=False):
        message = problem["msg"].removeprefix("Value error, ")
        # What is wrong with several begins with the name of one, in the web source's words or in ours.
        first = message.partition(" ")[0]
        told = first if first in Settings.model_fields else fetch_setting(first)
        name = str(problem["loc"][0]) if problem["loc"] else told
        yield f"{variable_of(name)} cannot be used: {message}. It means: {_meaning(name)}"
