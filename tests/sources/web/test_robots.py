"""robots.txt as RFC 9309 reads it, from real servers."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from yarl import URL

from sources.protocol import SourceFailed
from sources.web.fetching import FetchFailed, Response
from sources.web.robots import RobotsCache, Rules
from sources.web.settings import WebSourceSettings
from tests.sources.web.conftest import NewSource, StartSite, names, search
from tests.sources.web.sites import Content, page, redirect

_URL = URL("http://team.example/people/ada?full=1")


class _Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def _answers(body: bytes | str, status: int = 200, *, truncated: bool = False) -> Callable[[URL], Awaitable[Response]]:
    content = body.encode() if isinstance(body, str) else body

    async def fetch(url: URL) -> Response:
        return Response(url, status, "text/plain", None, None, None, content, truncated, wanted=True)

    return fetch


async def _rules(body: bytes | str, status: int = 200, *, truncated: bool = False) -> Rules:
    cache = RobotsCache(WebSourceSettings(user_agent="Fictional-Bot/1.0 (+https://bot.example/)"), _Clock())
    return await cache.rules(_URL, _answers(body, status, truncated=truncated))


@pytest.mark.parametrize(
    ("robots_txt", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /people", False),
        ("User-agent: *\nDisallow: /people/$", True),
        ("User-agent: *\nDisallow: /*?full", False),
        ("User-agent: *\nDisallow: /people\nAllow: /people/ada", True),
        ("User-agent: *\nAllow: /people\nDisallow: /people/ada", False),
        ("User-agent: *\nDisallow: /people\nAllow: /people", True),
        ("User-agent: *\nDisallow: /%70eople", False),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: fictional\nDisallow: /", True),
        ("User-agent: fictional\nDisallow: /\n\nUser-agent: *\nDisallow: /x", True),
        ("User-agent: FICTIONAL-BOT\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: fictional-bot/2.1\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: fictional-bot\nDisallow: /x", True),
        ("User-agent: other\nUser-agent: fictional-bot\nDisallow: /", False),
        (
            "User-agent: fictional-bot\nAllow: /x\nUser-agent: a\nAllow: /\nUser-agent: fictional-bot\nDisallow: /p",
            False,
        ),
        ("User-agent: fictional-bot\nSitemap: http://team.example/map.xml\nDisallow: /", False),
        ("User-agent: * # everybody\nDisallow: /people # private", False),
        ("Disallow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        (b"\xff\xfe" + "User-agent: *\nDisallow: /".encode("utf-16-le"), False),
        (b"\xfe\xff" + "User-agent: *\nDisallow: /".encode("utf-16-be"), False),
        (b"# caf\xe9 \xff\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\rDisallow: /\r", False),
        ("User-agent: *\r\n\r\nDisallow: /\r\n", False),
        ("<!doctype html><html><body>Not found</body></html>", True),
        (b"\x00\x01\x02" * 1000, True),
    ],
)
async def test_the_group_and_the_longest_rule_decide(robots_txt: str | bytes, allowed: bool) -> None:
    rules = await _rules(robots_txt)

    assert (rules.forbids(_URL) is None) == allowed


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451])
async def test_a_missing_file_allows_everything(status: int) -> None:
    assert (await _rules("User-agent: *\nDisallow: /", status)).forbids(_URL) is None


@pytest.mark.parametrize("status", [500, 502, 503, 599, 204, 304])
async def test_a_file_that_cannot_be_served_forbids_everything(status: int) -> None:
    assert f"answers with status {status}" in ((await _rules("", status)).forbids(_URL) or "")


async def test_a_network_failure_forbids_everything() -> None:
    async def fail(url: URL) -> Response:
        raise FetchFailed("the host refuses connections")

    rules = await RobotsCache(WebSourceSettings(), _Clock()).rules(_URL, fail)

    assert rules.forbids(_URL) == "its robots.txt cannot be fetched: the host refuses connections"


@pytest.mark.parametrize(
    ("robots_txt", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nRequest-rate: 1/10", 10.0),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: *\nCrawl-delay: -1", 0.0),
        ("User-agent: *\nCrawl-delay: inf", 0.0),
        ("User-agent: other\nCrawl-delay: 5", 0.0),
        ("", 0.0),
    ],
)
async def test_the_delay_asked_for_is_read(robots_txt: str, delay: float) -> None:
    assert (await _rules(robots_txt)).delay == delay


async def test_the_line_at_which_a_long_file_was_cut_does_not_count() -> None:
    assert (await _rules("User-agent: *\nDisallow: /peo", truncated=True)).forbids(_URL) is None


@pytest.mark.parametrize(
    "hostile",
    [
        "\n".join(f"User-agent: bot{n}" for n in range(25_000)) + "\n" + "Disallow: /x\n" * 5_000,
        "User-agent: *\n" * 20_000 + "Disallow: /y\n" * 10_000,
        "User-agent: *\n" + "Disallow: /*a*b*c*d*e*f*g\n" * 18_000,
        "User-agent: *\nDisallow: /" + "*" * 500_000,
        "User-agent: *\nDisallow: /" + "%" * 500_000,
        "a" * 512_000,
        ":" * 512_000,
    ],
    ids=["many agents", "one agent often", "many wildcards", "stars", "percents", "one word", "colons"],
)
async def test_a_hostile_file_is_read_in_reasonable_time(hostile: str) -> None:
    async with asyncio.timeout(3):
        rules = await _rules(hostile[: 512 * 1024])
        rules.forbids(_URL)


async def _count(site_pages: dict[str, Content], start_site: StartSite, new_source: NewSource) -> list[str]:
    site = await start_site(site_pages)
    return names(await search(new_source(site), site.url()))


async def test_forbidden_pages_are_not_asked_for(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site(
        {
            "/robots.txt": "User-agent: cam-graphql\nDisallow: /team/private",
            "/": page(links=("/team/public", "/team/private")),
            "/team/public": page("Ada Example"),
            "/team/private": page("Ben Example"),
        }
    )

    assert names(await search(new_source(site), site.url())) == ["Ada Example"]
    assert site.paths == ["/", "/team/public"]


async def test_robots_txt_comes_first_and_once(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/": page(links=("/team", "/people")), "/team": page(), "/people": page()})

    await search(new_source(site, concurrency_per_host=4), site.url(), site.url("/team"), site.url("/people"))

    assert [asked.path for asked in site.asked].count("/robots.txt") == 1
    assert site.asked[0].path == "/robots.txt"


async def test_two_searches_share_one_fetch_even_if_the_first_is_cancelled(
    start_site: StartSite, new_source: NewSource
) -> None:
    may_answer = asyncio.Event()

    async def robots(request: web.Request) -> web.Response:
        await may_answer.wait()
        return web.Response(text="User-agent: *\nAllow: /")

    site = await start_site({"/robots.txt": robots, "/": page("Ada Example")})
    source = new_source(site)
    first, second = (asyncio.create_task(search(source, site.url())) for _ in range(2))
    while not site.asked:
        await asyncio.sleep(0.01)

    first.cancel()
    await asyncio.wait({first})
    may_answer.set()

    assert names(await second) == ["Ada Example"]
    assert [asked.path for asked in site.asked] == ["/robots.txt", "/robots.txt", "/"]


async def test_up_to_five_redirects_lead_to_the_file(start_site: StartSite, new_source: NewSource) -> None:
    hops: dict[str, Content] = {f"/{n}": redirect(f"/{n + 1}") for n in range(1, 5)}
    rules: dict[str, Content] = {"/5": web.Response(text="User-agent: *\nDisallow: /"), "/": page("Ada Example")}
    site = await start_site({"/robots.txt": redirect("/1"), **hops, **rules})

    with pytest.raises(SourceFailed, match=r"robots\.txt forbids it"):
        await search(new_source(site), site.url())


async def test_a_file_behind_endless_redirects_counts_as_missing(start_site: StartSite, new_source: NewSource) -> None:
    assert await _count({"/robots.txt": redirect("/robots.txt"), "/": page("Ada Example")}, start_site, new_source) == [
        "Ada Example"
    ]


async def test_the_file_is_read_to_500_kib_at_least(start_site: StartSite, new_source: NewSource) -> None:
    long = "User-agent: *\n" + "# filler\n" * 56_000 + "Disallow: /\n"
    assert 500_000 < len(long) < 512_000
    site = await start_site({"/robots.txt": long, "/": page("Ada Example")})

    with pytest.raises(SourceFailed, match=r"robots\.txt forbids it"):
        await search(new_source(site), site.url())


async def test_a_file_is_remembered_for_its_time_and_a_failure_for_a_short_while() -> None:
    clock = _Clock()
    settings = WebSourceSettings(robots_cache_seconds=3600, robots_failure_cache_seconds=60)
    cache = RobotsCache(settings, clock)
    await cache.rules(_URL, _answers("", 503))

    clock.now += timedelta(seconds=59)
    assert (await cache.rules(_URL, _answers("", 200))).forbids(_URL)
    clock.now += timedelta(seconds=2)
    assert not (await cache.rules(_URL, _answers("", 200))).forbids(_URL)
    clock.now += timedelta(seconds=3599)
    assert not (await cache.rules(_URL, _answers("", 503))).forbids(_URL)
    clock.now += timedelta(seconds=2)
    assert (await cache.rules(_URL, _answers("", 503))).forbids(_URL)


async def test_each_origin_has_its_own_file_and_the_oldest_is_forgotten() -> None:
    cache = RobotsCache(WebSourceSettings(robots_cache_entries=2), _Clock())
    forbidding, allowing = _answers("User-agent: *\nDisallow: /"), _answers("")
    urls = [URL(f"http://{host}/") for host in ("a.example", "a.example:8080", "b.example")]

    assert (await cache.rules(urls[0], forbidding)).forbids(urls[0])
    assert not (await cache.rules(urls[1], allowing)).forbids(urls[1])
    assert not (await cache.rules(urls[2], allowing)).forbids(urls[2])
    assert not (await cache.rules(urls[0], allowing)).forbids(urls[0])


@pytest.mark.parametrize("bad", [{"robots_bytes": 100_000}, {"robots_cache_seconds": 90_000.0}, {"user_agent": "1/2"}])
def test_settings_against_the_standard_are_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="RFC 9309"):
        WebSourceSettings(**bad)  # type: ignore[arg-type]
