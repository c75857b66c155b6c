"""Which sources are installed: WEB, which is built in, and those other packages bring along."""

import inspect
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from datetime import datetime
from importlib.metadata import EntryPoint, entry_points

from sources.protocol import Availability, Batch, Capabilities, SearchCriteria, Source, SourceFailed
from sources.web.settings import WebSourceSettings
from sources.web.source import WebSource

ENTRY_POINT_GROUP = "cam_graphql.sources"
"""Each entry point is named like its platform and leads to a callable without arguments that makes the `Source`."""


class BrokenSource:
    """Stands in for a source that could not be loaded, so that everybody sees it is missing, and why."""

    def __init__(self, platform: str, reason: str) -> None:
        self.platform = platform
        self.capabilities = Capabilities("This source could not be loaded.", searches=False, looks_up=False)
        self._reason = reason

    def availability(self) -> Availability:
        """Never available."""
        return Availability(available=False, reason_unavailable=self._reason)

    async def search(self, criteria: SearchCriteria, *, checkpoint: str | None = None) -> AsyncIterator[Batch]:
        """Raises `SourceFailed` at once."""
        if not self.availability().available:
            raise SourceFailed(self._reason)
        yield Batch()  # never reached, but it is what makes this an iterator


def installed_sources(
    web: WebSourceSettings, clock: Callable[[], datetime], plugins: Iterable[EntryPoint] | None = None
) -> dict[str, Source]:
    """All sources by platform. A plugin that cannot be loaded is there, too, but unavailable; none replaces WEB.

    `plugins` are the installed ones unless given.
    """
    found: dict[str, Source] = {WebSource.platform: WebSource(web, clock)}
    for entry_point in entry_points(group=ENTRY_POINT_GROUP) if plugins is None else plugins:
        found.setdefault(entry_point.name, _load(entry_point))
    return found


async def close_sources(sources: Mapping[str, Source]) -> None:
    """Give back what the sources hold: processes, connections. Sources without `close` hold nothing."""
    for source in sources.values():
        close = getattr(source, "close", None)
        if close is not None and inspect.isawaitable(closing := close()):
            await closing


def _load(entry_point: EntryPoint) -> Source:
    try:
        source: Source = entry_point.load()()
    except Exception as error:  # whatever a stranger's code raises while it is imported
        return BrokenSource(
            entry_point.name, f"The package which brings it ({entry_point.value}) fails to load: {_told(error)}"
        )
    if source.platform != entry_point.name:
        return BrokenSource(
            entry_point.name, f"The package which brings it ({entry_point.value}) calls it {source.platform}."
        )
    return source


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:500]
