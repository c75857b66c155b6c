"""Logging, set up once for the whole process: ours and the libraries', one event a line, on standard error."""

import asyncio
import logging
import re
import sys
from datetime import UTC, datetime
from typing import Any

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from cam_graphql.request_log import Served, request_id
from cam_graphql.request_log import logger as requests
from cam_graphql.settings import Settings

# At debug level these tell every statement with its values, or every byte: people's data has no place in a log.
_TALKATIVE = ("aiohttp", "asyncio", "charset_normalizer", "extruct", "rdflib", "websockets")
_SECRET_NAME = re.compile(r"passw|secret|token|authorization|cookie|api_?key|credential", re.IGNORECASE)
_SECRET_IN_URL = re.compile(r"(?<=://)([^\s/:@]*):[^\s/@]+@")


def configure_logs(settings: Settings, *, quiet: bool = False) -> None:
    """Send all logging through one chain. `quiet` leaves warnings and worse, where the terminal shows progress."""
    level = max(logging.WARNING if quiet else 0, logging.getLevelNamesMapping()[settings.log_level.upper()])
    to_console = settings.log_format == "console" or (settings.log_format == "auto" and sys.stderr.isatty())
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        _of_request,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
        _without_repetition,
        _without_secrets,
    ]
    handler = logging.StreamHandler()
    formatter = structlog.stdlib.ProcessorFormatter if to_console else _Lines
    handler.setFormatter(
        formatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_rendering(to_console)],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.INFO))
    logging.getLogger("tortoise").setLevel(max(level, logging.WARNING))  # it tells of nothing but its own shutdown
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class RequestLines:
    """Tells of requests just as JSON lines of this module look, without the way there.

    Lines of requests that end together are written together, as soon as the event loop comes round.
    """

    def __init__(self) -> None:
        self._lines: list[bytes] = []

    def __call__(self, served: Served) -> None:
        """Tell of one."""
        timestamp = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        about = {"level": "info", "logger": requests.name, "timestamp": timestamp, "message": "served"}
        path = str(served["path"])  # the only value that a caller chose
        if "://" in path:
            path = _SECRET_IN_URL.sub(r"\1:***@", path)
        if not self._lines:
            asyncio.get_running_loop().call_soon(self._write)
        self._lines.append(orjson.dumps({**served, "path": path, **about}, option=orjson.OPT_APPEND_NEWLINE))

    def _write(self) -> None:
        sys.stderr.write(b"".join(self._lines).decode())
        sys.stderr.flush()
        self._lines.clear()


def tells_lines() -> bool:
    """Whether what is logged goes out as JSON lines."""
    return any(isinstance(handler.formatter, _Lines) for handler in logging.getLogger().handlers)


class _Lines(structlog.stdlib.ProcessorFormatter):
    """JSON, an event a line."""


def _rendering(to_console: bool) -> list[Processor]:
    if to_console:
        return [structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())]
    return [
        structlog.processors.format_exc_info,
        _without_secrets,  # once more, since a traceback may quote a URL
        structlog.processors.EventRenamer("message"),
        structlog.processors.JSONRenderer(_as_json),
    ]


def _as_json(event: Any, **_: Any) -> str:
    return orjson.dumps(event, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


def _of_request(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Says on which request's behalf it is."""
    if (id_ := request_id.get()) is not None:
        event.setdefault("request_id", id_)
    return event


def _without_repetition(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Drops uvicorn's second, coloured copy of a message."""
    event.pop("color_message", None)
    return event


def _without_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Masks values under telling names, and passwords in URLs."""
    for name, value in event.items():
        if _SECRET_NAME.search(name):
            event[name] = "***"
        elif isinstance(value, str) and "://" in value:
            event[name] = _SECRET_IN_URL.sub(r"\1:***@", value)
    return event
