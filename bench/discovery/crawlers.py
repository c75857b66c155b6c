"""The systems compared, each run in a process of its own: `python -m bench.discovery.crawlers SYSTEM SECONDS`.

Reads the seeds as a JSON list from standard input, crawls until everything is read or the time is up, and prints
`{"pages": n, "seconds": s, "people": n}`. Both fetch with the same concurrency.
"""

import asyncio
import json
import sys
import time
from datetime import UTC, datetime
from urllib.parse import urljoin

CONCURRENCY = 32
_SYNTAXES = {
    "extruct": ["json-ld", "microdata", "rdfa", "microformat"],
    "extruct-two-syntaxes": ["json-ld", "microdata"],
}
SYSTEMS = ("ours", *_SYNTAXES)


async def ours(seeds: list[str], seconds: float) -> dict[str, float]:
    """Our source, as a job runs it, but in no hurry to be polite."""
    from sources.protocol import SearchCriteria  # noqa: PLC0415 - no system shall carry another's modules
    from sources.web.settings import WebSourceSettings  # noqa: PLC0415
    from sources.web.source import WebSource  # noqa: PLC0415

    settings = WebSourceSettings(
        allow_hosts=frozenset(seed.split("/")[2] for seed in seeds),
        delay=0.0,
        concurrency=CONCURRENCY,
        concurrency_per_host=2,
        pages_per_job=1_000_000,
        pages_per_host=1_000,
        seconds_per_job=seconds,
    )
    source = WebSource(settings, lambda: datetime.now(UTC))
    requests, people = 0, set()
    started = time.perf_counter()
    async for batch in source.search(SearchCriteria(seed_urls=tuple(seeds), max_profiles=1_000_000)):
        requests += batch.requests_made
        people |= {profile.handle for profile in batch.profiles}
        people -= set(batch.superseded_handles)
    took = time.perf_counter() - started
    await source.close()
    return {"pages": requests - len(seeds), "seconds": took, "people": len(people)}  # each host's robots.txt is no page


async def bare(seeds: list[str], seconds: float, syntaxes: list[str]) -> dict[str, float]:
    """A loop as one would write it with aiohttp and extruct: no robots.txt, no pace, no bounds, parsing in the loop."""
    import aiohttp  # noqa: PLC0415
    import extruct  # noqa: PLC0415
    import lxml.html  # noqa: PLC0415

    waiting: asyncio.Queue[str] = asyncio.Queue()
    seen = set(seeds)
    pages, people = 0, set()
    for seed in seeds:
        waiting.put_nowait(seed)

    async def work(session: aiohttp.ClientSession) -> None:
        nonlocal pages
        while True:
            url = await waiting.get()
            async with session.get(url) as response:
                text = await response.text() if response.status == 200 else ""
            if text:
                found = extruct.extract(text, base_url=url, syntaxes=syntaxes)
                people.update(_people(found))
                origin = "/".join(url.split("/")[:3])
                for anchor in lxml.html.document_fromstring(text).iter("a"):
                    link = urljoin(url, anchor.get("href", ""))
                    if link.startswith(origin) and "?" not in link and link not in seen:
                        seen.add(link)
                        waiting.put_nowait(link)
                pages += 1
            waiting.task_done()

    started = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        workers = [asyncio.create_task(work(session)) for _ in range(CONCURRENCY)]
        try:
            async with asyncio.timeout(seconds):
                await waiting.join()
        except TimeoutError:
            pass
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    return {"pages": pages, "seconds": time.perf_counter() - started, "people": len(people)}


def _people(found: object) -> set[str]:
    """Every name given anywhere in what was extracted: the least a user would do with it."""
    names: set[str] = set()
    remaining = [found]
    while remaining:
        match remaining.pop():
            case dict() as item:
                if isinstance(name := item.get("name"), str):
                    names.add(name)
                remaining.extend(item.values())
            case list() as items:
                remaining.extend(items)
    return names


if __name__ == "__main__":
    system, limit = sys.argv[1], float(sys.argv[2])
    starts = json.load(sys.stdin)
    crawl = ours(starts, limit) if system == "ours" else bare(starts, limit, _SYNTAXES[system])
    print(json.dumps(asyncio.run(crawl)))
