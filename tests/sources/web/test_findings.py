import asyncio
import itertools
import time
from datetime import UTC, datetime

from sources.protocol import Batch
from sources.web.findings import Findings, batches
from sources.web.page import ParsedPage, PersonOnPage

_NOW = datetime(2026, 3, 1, tzinfo=UTC)


def _page(*names: str, url: str = "http://team.example/team") -> ParsedPage:
    people = tuple(
        PersonOnPage(name, "json-ld", url=f"http://team.example/{name.lower().replace(' ', '-')}") for name in names
    )
    return ParsedPage(url, people)


async def test_a_batch_holds_what_came_since_the_one_before() -> None:
    findings = Findings(max_profiles=10)
    await findings.add(_page("Ada Example"), _NOW)
    findings.count_request()
    first = findings.take()
    await findings.add(_page("Ada Example", "Ben Example", url="http://team.example/"), _NOW)
    second = findings.take()

    assert [profile.display_name for profile in first.profiles] == ["Ada Example"]
    assert first.requests_made == 1
    assert [profile.display_name for profile in second.profiles] == ["Ben Example"]
    assert findings.take() == Batch()


async def test_a_person_learnt_more_about_before_anybody_looked_is_said_once() -> None:
    findings = Findings(max_profiles=10)
    ada = PersonOnPage("Ada Example", "json-ld", url="http://team.example/ada")
    await findings.add(ParsedPage("http://team.example/team", (ada,)), _NOW)
    more = PersonOnPage("Ada Example", "json-ld", url="http://team.example/ada", role="Engineer")
    await findings.add(ParsedPage("http://team.example/ada", (more,)), _NOW)

    (profile,) = findings.take().profiles

    assert profile.role == "Engineer"


async def test_two_who_turn_out_to_be_one_are_taken_back_only_if_they_were_told() -> None:
    alone = PersonOnPage("Ada Example", "h-card")
    together = PersonOnPage(
        "Ada Example",
        "json-ld",
        url="http://team.example/ada",
        same_as=("http://ada.example/", "http://other.example/"),
    )
    told, untold = Findings(max_profiles=10), Findings(max_profiles=10)
    for findings in (told, untold):
        for url in ("http://ada.example/", "http://other.example/"):
            await findings.add(ParsedPage(url, (PersonOnPage("Ada Example", "json-ld", url=url),)), _NOW)
    told.take()
    for findings in (told, untold):
        await findings.add(ParsedPage("http://team.example/ada", (together, alone)), _NOW)

    batch = told.take()
    assert batch.superseded_handles
    assert len(batch.profiles) == 1
    assert untold.take().superseded_handles == ()


async def test_more_people_than_wanted_are_left_out_but_known_ones_still_learnt_about() -> None:
    findings = Findings(max_profiles=2)
    await findings.add(_page("Ada Example", "Ben Example", "Cleo Example"), _NOW)

    assert findings.full
    assert len(findings.take().profiles) == 2


async def test_a_large_directory_does_not_stall_the_event_loop() -> None:
    findings = Findings(max_profiles=10_000)
    adding = asyncio.create_task(findings.add(_page(*(f"Person Number{n}" for n in range(3_000))), _NOW))
    turns = 0
    while not adding.done():
        await asyncio.sleep(0)
        turns += 1

    assert turns > 10
    assert len(findings.take().profiles) == 3_000


async def test_batches_come_at_most_four_times_a_second_and_soon_after_a_change() -> None:
    findings = Findings(max_profiles=10)

    async def crawl() -> None:
        for _ in range(120):
            findings.count_request()
            await asyncio.sleep(0.01)

    running = asyncio.create_task(crawl())
    times = []
    requests = 0
    async for batch in batches(findings, running):
        times.append(time.monotonic())
        requests += batch.requests_made

    # The last batch comes when the crawl ends, however soon that is.
    gaps = [after - before for before, after in itertools.pairwise(times[:-1])]
    assert requests == 120
    assert len(gaps) >= 2
    assert min(gaps) >= 0.24
    assert max(gaps) <= 0.5


async def test_the_first_batch_does_not_wait() -> None:
    findings = Findings(max_profiles=10)
    findings.count_request()
    running = asyncio.create_task(asyncio.sleep(5))
    started = time.monotonic()

    await anext(aiter(batches(findings, running)))

    assert time.monotonic() - started < 0.2
    running.cancel()
