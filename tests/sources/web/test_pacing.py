"""Politeness as the servers see it."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web

from sources.protocol import SourceFailed
from tests.sources.web.conftest import NewSource, StartSite, names, search
from tests.sources.web.sites import Content, Site, page

_TOLERANCE = 0.02
"""The server's clock starts when a request has arrived, ours when it is sent."""


def _team(size: int) -> dict[str, Content]:
    paths = tuple(f"/team/{n}" for n in range(size))
    return {"/": page(links=paths), **{path: page(f"Person {path[-1]}") for path in paths}}


def _gaps(site: Site) -> list[float]:
    return [after.at - before.at for before, after in itertools.pairwise(site.asked)]


async def test_requests_to_one_host_keep_their_distance_robots_txt_included(
    start_site: StartSite, new_source: NewSource
) -> None:
    site = await start_site(_team(4))

    await search(new_source(site, delay=0.15, concurrency_per_host=4), site.url())

    assert len(site.asked) == 6
    assert min(_gaps(site)) >= 0.15 - _TOLERANCE


async def test_two_searches_keep_one_distance(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site(_team(2))
    source = new_source(site, delay=0.15)

    await asyncio.gather(*(search(source, site.url()) for _ in range(2)))

    assert len(site.asked) == 7
    assert min(_gaps(site)) >= 0.15 - _TOLERANCE


async def test_the_delay_a_host_asks_for_is_kept(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/robots.txt": "User-agent: *\nCrawl-delay: 0.2", **_team(3)})

    await search(new_source(site), site.url())

    assert len(site.asked) == 5
    assert min(_gaps(site)) >= 0.2 - _TOLERANCE


async def test_a_host_that_asks_for_too_long_a_delay_is_left_out(start_site: StartSite, new_source: NewSource) -> None:
    slow = await start_site({"/robots.txt": "User-agent: *\nCrawl-delay: 3600", "/": page("Ada Example")})
    other = await start_site({"/": page("Ben Example")})

    assert names(await search(new_source(slow, other), slow.url(), other.url())) == ["Ben Example"]
    with pytest.raises(SourceFailed, match="3600 s between requests, more than the 30 s"):
        await search(new_source(slow), slow.url())
    assert slow.paths == []


async def _slow(request: web.Request) -> web.Response:
    await asyncio.sleep(0.1)
    return web.Response(text=page(), content_type="text/html")


async def test_no_more_requests_at_once_than_set_for_a_host(start_site: StartSite, new_source: NewSource) -> None:
    paths = tuple(f"/team/{n}" for n in range(12))
    site = await start_site({"/": page(links=paths), **dict.fromkeys(paths, _slow)})

    await search(new_source(site, concurrency_per_host=3), site.url())

    assert len(site.paths) == 13
    assert site.most_at_once == 3


async def test_many_hosts_are_read_side_by_side(start_site: StartSite, new_source: NewSource) -> None:
    under_way = most = 0

    async def count(request: web.Request) -> web.Response:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0.1)
        under_way -= 1
        return web.Response(text=page(), content_type="text/html")

    sites = [await start_site({"*": count}) for _ in range(30)]

    await search(new_source(*sites, concurrency=20), *(site.url() for site in sites))

    assert all(site.paths == ["/"] for site in sites)
    assert most == 20


async def test_a_slow_host_does_not_hold_up_the_others(start_site: StartSite, new_source: NewSource) -> None:
    slow, fast = await start_site(_team(3)), await start_site({"/": page("Zoe Quick")})
    source = new_source(slow, fast, delay=0.3)
    started = asyncio.get_running_loop().time()

    await search(source, slow.url(), fast.url())

    assert fast.asked[-1].at - started < slow.asked[-1].at - started


@pytest.mark.parametrize("told", ["seconds", "date"])
async def test_an_overloaded_host_is_asked_again_when_it_says(
    start_site: StartSite, new_source: NewSource, told: str
) -> None:
    async def overloaded_once(request: web.Request) -> web.Response:
        if len(site.paths) > 1:
            return web.Response(text=page("Ada Example"), content_type="text/html")
        later = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True)
        return web.Response(status=503, headers={"Retry-After": "1" if told == "seconds" else later})

    site = await start_site({"/": overloaded_once})

    assert names(await search(new_source(site), site.url())) == ["Ada Example"]
    assert site.asked[-1].at - site.asked[-2].at >= 0.9


@pytest.mark.parametrize("retry_after", [None, "86400", "when it suits you"])
async def test_a_host_that_asks_to_wait_too_long_is_not_asked_again(
    start_site: StartSite, new_source: NewSource, retry_after: str | None
) -> None:
    headers = {"Retry-After": retry_after} if retry_after else {}
    site = await start_site({"/": web.Response(status=429, headers=headers)})

    with pytest.raises(SourceFailed, match=r"overloaded \(status 429\)"):
        await search(new_source(site), site.url())
    assert site.paths == ["/"]


async def test_requests_say_who_asks(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/": page()})

    await search(new_source(site, user_agent="Fictional-Bot/1.0 (+https://bot.example/)"), site.url())

    assert {asked.headers["User-Agent"] for asked in site.asked} == {"Fictional-Bot/1.0 (+https://bot.example/)"}
