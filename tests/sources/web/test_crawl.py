"""How far a search goes: bounds, traps, redirects, and how it ends."""

import asyncio
import gc
import time
from collections.abc import AsyncGenerator
from typing import cast

import psutil
import pytest
from aiohttp import web

from sources.protocol import Batch, SearchCriteria, SourceFailed
from sources.web.parse_pool import ParsePool
from sources.web.settings import WebSourceSettings
from tests.sources.web.conftest import NewSource, StartSite, names, search
from tests.sources.web.sites import Content, page, redirect


async def _endless_team(request: web.Request) -> web.Response:
    """Every page names somebody and links to two more."""
    here = request.path.rstrip("/")
    body = page(f"Person {here}", links=(f"{here}/a", f"{here}/b"))
    return web.Response(text=body, content_type="text/html")


async def _robots(request: web.Request) -> web.Response:
    return web.Response(status=404)


_ENDLESS: dict[str, Content] = {"/robots.txt": _robots, "*": _endless_team}


async def test_no_more_pages_of_a_host_are_read_than_set(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site(_ENDLESS)

    await search(new_source(site, pages_per_host=7), site.url("/team"))

    assert len(site.paths) == 7


async def test_no_more_pages_of_a_job_are_read_than_set_and_every_host_gets_its_turn(
    start_site: StartSite, new_source: NewSource
) -> None:
    sites = [await start_site(_ENDLESS) for _ in range(4)]

    await search(new_source(*sites, pages_per_job=12), *(site.url("/team") for site in sites))

    assert sum(len(site.paths) for site in sites) == 12
    assert all(site.paths for site in sites)


async def test_pages_are_read_no_deeper_than_set_and_near_ones_first(
    start_site: StartSite, new_source: NewSource
) -> None:
    site = await start_site(_ENDLESS)

    await search(new_source(site, depth=2), site.url("/team"))

    assert sorted(site.paths) == sorted(
        ["/team", "/team/a", "/team/b", *(f"/team/{x}/{y}" for x in "ab" for y in "ab")]
    )
    depths = [path.count("/") for path in site.paths]
    assert depths == sorted(depths)


async def test_no_more_bytes_of_a_job_are_read_than_set(start_site: StartSite, new_source: NewSource) -> None:
    paths = tuple(f"/team/{n}" for n in range(50))
    big = page("Ada Example") + " " * 50_000
    site = await start_site({"/": page(links=paths), **dict.fromkeys(paths, big)})

    await search(new_source(site, bytes_per_job=200_000), site.url())

    assert len(site.paths) <= 6


async def _slow(request: web.Request) -> web.Response:
    await asyncio.sleep(0.1)
    return await _endless_team(request)


async def test_a_job_ends_in_its_time_with_what_it_found(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/robots.txt": _robots, "*": _slow})
    started = time.monotonic()

    batches = await search(new_source(site, seconds_per_job=1.0, depth=50), site.url("/team"))

    assert time.monotonic() - started < 2
    assert len(names(batches)) >= 2


async def test_a_host_takes_no_longer_than_set(start_site: StartSite, new_source: NewSource) -> None:
    slow, other = await start_site({"/robots.txt": _robots, "*": _slow}), await start_site({"/": page("Ada Example")})

    batches = await search(
        new_source(slow, other, seconds_per_host=0.5, depth=50), slow.url("/team"), other.url(), max_profiles=1000
    )

    assert "Ada Example" in names(batches)
    assert 3 <= len(slow.paths) <= 9


async def test_the_pages_of_a_paginated_list_count_as_one_step(start_site: StartSite, new_source: NewSource) -> None:
    pages: dict[str, Content] = {
        f"/team?page={n}": page(f"Person {n}", links=(f"/team?page={n + 1}", f"/team/{n}")) for n in range(1, 10)
    }
    profiles: dict[str, Content] = {f"/team/{n}": page(f"Profile {n}") for n in range(1, 10)}
    site = await start_site({**pages, **profiles})

    found = names(await search(new_source(site, depth=1), site.url("/team?page=1")))

    assert found == sorted([*(f"Person {n}" for n in range(1, 10)), *(f"Profile {n}" for n in range(1, 10))])


async def test_traps_are_not_entered(start_site: StartSite, new_source: NewSource) -> None:
    traps = (
        "/calendar/2026/05", "/events?month=2026-06", "/logout", "/team/photo.jpg", "/team/a/b/a/b/a/b",
        "/team?sort=name&order=up&view=list", "/team?filter=tall", "/wp-login.php", "/cart", "/" + "x" * 600,
        "/team/brochure.pdf", "mailto:team@team.example", "tel:+4930123456", "javascript:void(0)",
    )  # fmt: skip
    site = await start_site({"*": page("Ada Example", links=(*traps, "/team/ben"))})

    await search(new_source(site), site.url())

    assert site.paths == ["/", "/team/ben"]


async def test_one_page_under_many_spellings_is_read_once(start_site: StartSite, new_source: NewSource) -> None:
    spellings = ("/team", "/team/", "/team#ada", "/team?utm_source=here", "//{authority}/team", "/x/../team", "/te%61m")
    site = await start_site({"/team": page("Ada Example")})
    site.pages["/"] = page(links=tuple(link.format(authority=site.authority) for link in spellings))

    await search(new_source(site), site.url(), site.url("/#top"))

    assert site.paths == ["/", "/team"]


async def test_pages_without_promise_are_read_next_to_a_seed_only(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site(
        {"/": page(links=("/products",)), "/products": page(links=("/products-2",)), "/products-2": page()}
    )

    await search(new_source(site), site.url())

    assert site.paths == ["/", "/products"]


async def test_redirects_within_a_site_are_followed_to_their_bound(
    start_site: StartSite, new_source: NewSource
) -> None:
    hops: dict[str, Content] = {
        f"/{n}": redirect(f"/{n + 1}", status) for n, status in enumerate((301, 302, 303, 307, 308))
    }
    site = await start_site({**hops, "/5": page("Ada Example")})

    assert names(await search(new_source(site, redirects=5), site.url("/0"))) == ["Ada Example"]
    with pytest.raises(SourceFailed, match="redirects more than 4 times"):
        await search(new_source(site, redirects=4), site.url("/0"))


async def test_a_seed_that_moved_to_another_site_is_followed_there(
    start_site: StartSite, new_source: NewSource
) -> None:
    new = await start_site({"/": page("Ada Example", links=("/team",)), "/team": page("Ben Example")})
    old = await start_site({"/": redirect(new.url())})

    assert names(await search(new_source(old, new), old.url())) == ["Ada Example", "Ben Example"]


async def test_a_link_that_leads_off_site_is_followed_for_its_page_only(
    start_site: StartSite, new_source: NewSource
) -> None:
    elsewhere = await start_site({"/ada": page("Ada Example", links=("/team",)), "/team": page("Otto Other")})
    site = await start_site({"/": page(links=("/team/ada",)), "/team/ada": redirect(elsewhere.url("/ada"))})

    assert names(await search(new_source(site, elsewhere), site.url())) == ["Ada Example"]
    assert elsewhere.paths == ["/ada"]


async def test_redirects_from_site_to_site_are_not_followed(start_site: StartSite, new_source: NewSource) -> None:
    third = await start_site({"/": page("Ada Example")})
    second = await start_site({"/": redirect(third.url())})
    first = await start_site({"/": redirect(second.url())})

    with pytest.raises(SourceFailed, match="redirects from site to site"):
        await search(new_source(first, second, third), first.url())
    assert not third.asked


async def test_a_redirect_obeys_the_robots_txt_of_its_target(start_site: StartSite, new_source: NewSource) -> None:
    target = await start_site({"/robots.txt": "User-agent: *\nDisallow: /", "/": page("Ada Example")})
    site = await start_site({"/": redirect(target.url())})

    with pytest.raises(SourceFailed, match=r"robots\.txt forbids it"):
        await search(new_source(site, target), site.url())
    assert target.paths == []


async def test_two_pages_that_redirect_to_one_read_it_once(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site(
        {
            "/": page(links=("/team/a", "/team/b")),
            "/team/a": redirect("/team"),
            "/team/b": redirect("/team"),
            "/team": page(),
        }
    )

    await search(new_source(site), site.url())

    assert site.paths.count("/team") == 1


def _tasks() -> set[asyncio.Task[object]]:
    return {task for task in asyncio.all_tasks() if not task.done()}


def _connections() -> int:
    return sum(connection.status == psutil.CONN_ESTABLISHED for connection in psutil.Process().net_connections("tcp"))


@pytest.mark.parametrize("way", ["close the iterator", "cancel the task"])
@pytest.mark.parametrize("stuck", ["in a request", "in a parse", "in its pace"])
async def test_ending_a_search_leaves_nothing_behind(
    start_site: StartSite, new_source: NewSource, way: str, stuck: str
) -> None:
    async def hang(request: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    stuck_page: Content = hang if stuck == "in a request" else "<p>hang</p>"
    site = await start_site({"/robots.txt": _robots, "/": "<p>Ada Example</p>", "/team": stuck_page})
    pool = ParsePool(WebSourceSettings(parse_processes=1), "tests.sources.web.odd_parser:parse_or_hang")
    source = new_source(site, pool=pool, delay=30.0 if stuck == "in its pace" else 0.0)
    tasks, connections = _tasks(), _connections()
    searching = cast(
        AsyncGenerator[Batch, None], source.search(SearchCriteria(seed_urls=(site.url(), site.url("/team"))))
    )

    async def consume() -> None:
        async for _ in searching:
            pass

    if way == "cancel the task":
        consuming = asyncio.create_task(consume())
    else:
        await anext(searching)
    await asyncio.sleep(0.6)
    started = time.monotonic()
    if way == "cancel the task":
        consuming.cancel()
        await asyncio.wait({consuming})
    await searching.aclose()

    assert time.monotonic() - started < 1
    await pool.close()
    await asyncio.sleep(0.2)
    assert {task for task in _tasks() - tasks if "sources/web" in repr(task)} == set()
    assert _connections() <= connections
    assert not pool.child_pids
    gc.collect()


async def test_a_search_after_a_cancelled_one_works(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site(_ENDLESS)
    source = new_source(site, pages_per_host=500, depth=100, concurrency_per_host=4)
    for _ in range(5):
        cancelled = asyncio.create_task(search(source, site.url("/team"), max_profiles=10_000))
        await asyncio.sleep(0.2)
        cancelled.cancel()
        await asyncio.wait({cancelled})

    async with asyncio.timeout(20):
        assert len(names(await search(source, site.url("/team"), max_profiles=15))) == 15
