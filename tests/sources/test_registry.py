from collections.abc import AsyncIterator
from datetime import UTC, datetime
from importlib.metadata import EntryPoint

import pytest

from sources.protocol import Availability, Batch, Capabilities, SearchCriteria, Source, SourceFailed
from sources.registry import ENTRY_POINT_GROUP, close_sources, installed_sources
from sources.web.settings import WebSourceSettings

_closed: list[str] = []


class _Plugin:
    platform = "MASTODON"
    capabilities = Capabilities("A fictional instance.", searches=True, looks_up=True)

    def availability(self) -> Availability:
        return Availability(available=True)

    async def search(self, criteria: SearchCriteria, *, checkpoint: str | None = None) -> AsyncIterator[Batch]:
        yield Batch(requests_made=1)

    async def close(self) -> None:
        _closed.append(self.platform)


def _broken_factory() -> Source:
    raise ImportError("No module named 'the_client'")


def _installed(*plugins: tuple[str, str]) -> dict[str, Source]:
    entry_points = [EntryPoint(name, value, ENTRY_POINT_GROUP) for name, value in plugins]
    return installed_sources(WebSourceSettings(), lambda: datetime.now(UTC), entry_points)


def test_web_is_built_in() -> None:
    sources = installed_sources(WebSourceSettings(), lambda: datetime.now(UTC))

    assert sources["WEB"].availability().available


def test_other_packages_bring_sources_by_entry_point() -> None:
    sources = _installed(("MASTODON", f"{__name__}:_Plugin"))

    assert set(sources) == {"WEB", "MASTODON"}
    assert sources["MASTODON"].capabilities.looks_up


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (f"{__name__}:_broken_factory", "ImportError: No module named 'the_client'"),
        ("there_is_no_such_package:Source", "ModuleNotFoundError"),
        (f"{__name__}:_NoSuchName", "AttributeError"),
    ],
)
async def test_a_source_that_cannot_be_loaded_is_unavailable_and_says_why(value: str, reason: str) -> None:
    broken = _installed(("MASTODON", value))["MASTODON"]

    assert not broken.availability().available
    assert reason in (broken.availability().reason_unavailable or "")
    with pytest.raises(SourceFailed, match=reason):
        await anext(aiter(broken.search(SearchCriteria())))


def test_a_source_under_a_name_that_is_not_its_own_is_unavailable() -> None:
    assert not _installed(("GITHUB", f"{__name__}:_Plugin"))["GITHUB"].availability().available


def test_no_package_replaces_the_built_in_source() -> None:
    assert _installed(("WEB", f"{__name__}:_Plugin"))["WEB"].capabilities.required_criteria == {"seed_urls"}


async def test_closing_reaches_every_source_that_holds_something() -> None:
    _closed.clear()

    await close_sources(_installed(("MASTODON", f"{__name__}:_Plugin"), ("GITHUB", f"{__name__}:_broken_factory")))

    assert _closed == ["MASTODON"]
