import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest

from sources.web.page import FetchedPage, ParsedPage
from sources.web.parse_pool import PageNotParsed, ParsePool, ParserUnavailable
from sources.web.settings import WebSourceSettings

_ODD_PARSER = "tests.sources.web.odd_parser:parse_page"
_MIB = 1024 * 1024

NewPool = Callable[..., ParsePool]


@pytest.fixture
async def new_pool() -> AsyncIterator[NewPool]:
    made: list[ParsePool] = []

    def make(parser: str = _ODD_PARSER, **settings: Any) -> ParsePool:
        pool = ParsePool(WebSourceSettings(**{"parse_processes": 1, **settings}), parser)
        made.append(pool)
        return pool

    yield make
    for pool in made:
        await pool.close()


def _page(behaviour: str) -> FetchedPage:
    return FetchedPage("http://team.example/", behaviour.encode(), "text/html", None, datetime(2026, 1, 1, tzinfo=UTC))


async def _parse(pool: ParsePool, behaviour: str) -> ParsedPage:
    parsed, _ = await pool.parse(_page(behaviour), worth=0.0, is_seed=True)
    return parsed


async def _gone(pids: frozenset[int], within: float = 5.0) -> None:
    until = time.monotonic() + within
    while alive := [pid for pid in pids if psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie"]:
        assert time.monotonic() < until, f"still running: {alive}"
        await asyncio.sleep(0.02)


async def test_a_page_is_parsed_in_another_process(new_pool: NewPool) -> None:
    pool = new_pool()

    parsed = await _parse(pool, "say your pid")

    assert parsed.url == f"http://child.example/{next(iter(pool.child_pids))}"
    assert pool.child_pids != {os.getpid()}


async def test_the_agent_by_which_pages_address_us_reaches_the_parser(new_pool: NewPool) -> None:
    parsed = await _parse(new_pool(user_agent="Fictional-Bot/2.0 (+https://bot.example/)"), "say the agent")

    assert parsed.url == "http://child.example/Fictional-Bot"


async def test_the_real_parser_loads_nothing_of_the_application(new_pool: NewPool) -> None:
    parsed = await _parse(new_pool("tests.sources.web.odd_parser:parse_for_real"), "<p>Hello</p>")

    assert parsed.url == ""


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("exit", "the process which parsed it died"),
        ("crash", "the process which parsed it died"),
        ("raise", r"it cannot be parsed \(ValueError\)"),
        ("recurse", "it is nested too deeply"),
        ("answer with too much", "it says more than can be taken in"),
    ],
)
async def test_a_page_that_breaks_its_child_costs_only_itself(new_pool: NewPool, behaviour: str, reason: str) -> None:
    pool = new_pool()

    broken, whole = await asyncio.gather(_parse(pool, behaviour), _parse(pool, "say your pid"), return_exceptions=True)

    assert isinstance(broken, PageNotParsed)
    with pytest.raises(PageNotParsed, match=reason):
        raise broken
    assert not isinstance(whole, BaseException)


async def test_a_child_that_prints_does_not_garble_its_answer(new_pool: NewPool) -> None:
    parsed = await _parse(new_pool(), "print")

    assert parsed.url == "http://child.example/printed"


async def test_a_page_that_hangs_the_parser_is_stopped_in_time(new_pool: NewPool) -> None:
    pool = new_pool(parse_seconds=0.3)
    await _parse(pool, "say your pid")
    hanging = pool.child_pids

    started = time.monotonic()
    with pytest.raises(PageNotParsed, match=r"longer than 0\.3 s"):
        await _parse(pool, "hang")

    assert time.monotonic() - started < 1.5
    await _gone(hanging)
    assert (await _parse(pool, "say your pid")).url


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's data")
async def test_a_page_that_takes_too_much_memory_is_stopped(new_pool: NewPool) -> None:
    pool = new_pool(parse_memory_bytes=300 * _MIB)

    with pytest.raises(PageNotParsed, match="too much memory"):
        await _parse(pool, "take 600 MiB")

    assert (await _parse(pool, "say your pid")).url


async def test_a_child_that_keeps_too_much_memory_is_replaced_after_its_page(new_pool: NewPool) -> None:
    pool = new_pool(parse_idle_memory_bytes=100 * _MIB)

    first = await _parse(pool, "keep 150 MiB")
    second = await _parse(pool, "say your pid")

    assert first.url != second.url


async def test_an_idle_child_killed_from_outside_costs_no_page(new_pool: NewPool) -> None:
    pool = new_pool()
    await _parse(pool, "say your pid")
    (killed,) = pool.child_pids

    os.kill(killed, signal.SIGKILL)  # and nobody waits until this is noticed

    assert (await _parse(pool, "say your pid")).url != f"http://child.example/{killed}"


async def test_children_stop_when_idle_and_start_again_when_needed(new_pool: NewPool) -> None:
    pool = new_pool(parse_idle_seconds=0.1)
    await _parse(pool, "say your pid")
    idle = pool.child_pids

    await _gone(idle)

    assert not pool.child_pids
    assert (await _parse(pool, "say your pid")).url


async def test_no_more_children_run_than_set(new_pool: NewPool) -> None:
    pool = new_pool(parse_processes=2)

    parsed = await asyncio.gather(*(_parse(pool, "say your pid") for _ in range(10)))

    assert len({page.url for page in parsed}) == 2


async def test_cancelling_a_parse_ends_its_child(new_pool: NewPool) -> None:
    pool = new_pool()
    await _parse(pool, "say your pid")
    hanging = pool.child_pids
    parse = asyncio.create_task(_parse(pool, "hang"))
    await asyncio.sleep(0.1)

    parse.cancel()
    with pytest.raises(asyncio.CancelledError):
        await parse

    await _gone(hanging, within=1.0)


async def test_closing_leaves_no_child(new_pool: NewPool) -> None:
    pool = new_pool(parse_processes=2)
    await asyncio.gather(*(_parse(pool, "say your pid") for _ in range(4)))
    children = pool.child_pids

    await pool.close()

    assert not pool.child_pids
    await _gone(children, within=1.0)


async def test_a_parser_that_does_not_load_is_told_apart_from_a_bad_page(new_pool: NewPool) -> None:
    with pytest.raises(ParserUnavailable):
        await _parse(new_pool("tests.sources.web.odd_parser:there_is_no_such_function"), "say your pid")


_PARENT = """
import asyncio, sys
from datetime import UTC, datetime
from sources.web.page import FetchedPage, ParsedPage
from sources.web.parse_pool import ParsePool
from sources.web.settings import WebSourceSettings

async def main():
    pool = ParsePool(WebSourceSettings(parse_processes=2), sys.argv[1])
    page = lambda text: FetchedPage("http://a.example/", text, None, None, datetime.now(UTC))
    await asyncio.gather(*(pool.parse(page(b"say your pid"), worth=0.0, is_seed=True) for _ in range(4)))
    hanging = asyncio.create_task(pool.parse(page(b"hang"), worth=0.0, is_seed=True))
    await asyncio.sleep(0.1)
    print(*pool.child_pids, flush=True)
    await hanging

asyncio.run(main())
"""


async def test_no_child_outlives_a_parent_killed_in_mid_page() -> None:
    root = Path(__file__).parents[3]
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _PARENT, _ODD_PARSER, cwd=root, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    children = frozenset(int(pid) for pid in (await parent.stdout.readline()).split())
    assert len(children) == 2

    parent.kill()
    await parent.wait()

    await _gone(children)
