"""Discovery compared: pages a second against a bare aiohttp-plus-extruct loop, memory over 5,000 pages, and how fast a
server answers while it crawls.

`python -m bench.discovery` takes about four minutes; `--quick` gives rough figures in one. Ours parses at a lower
priority, so that on a machine with other work it yields where the loops do not: compare on a quiet one.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from functools import partial

import psutil

from bench.discovery.crawlers import SYSTEMS
from bench.discovery.memory import Peak
from bench.discovery.responsiveness import small_queries
from bench.rounds import OURS, Comparison, Figures

_HOSTS = 200
_MIB = 2**20
_BETWEEN_LOOKS = 0.2
_LONGEST = 300.0
RIVAL = "extruct"
"""The loop which reads the same syntaxes as we do; the others are there to compare with."""
LEAST_RATIO = 0.7
MOST_RSS_MB = 300.0
MOST_P99_MS = 50.0
_CRAWLING = "small queries to a server which runs a job over all hosts"


async def _crawl(system: str, seeds: list[str], seconds: float) -> Figures:
    """Run one system in a process of its own, and watch its memory."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bench.discovery.crawlers",
        system,
        str(seconds),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    peak = Peak()
    watching = asyncio.create_task(_watch(psutil.Process(process.pid), peak))
    printed, _ = await process.communicate(json.dumps(seeds).encode())
    watching.cancel()
    if process.returncode != 0:
        raise RuntimeError(f"{system} ended with {process.returncode}")
    result = json.loads(printed)
    return {
        "rps": result["pages"] / result["seconds"],
        "pages": result["pages"],
        "people": result["people"],
        "rss_mb": peak.rss / _MIB,
        "pss_mb": peak.pss / _MIB,
    }


async def _watch(process: psutil.Process, peak: Peak) -> None:
    while True:
        peak.look_at(process)
        await asyncio.sleep(_BETWEEN_LOOKS)


async def _compare(rounds: int, seconds: float) -> Comparison:
    hosts = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bench.discovery.hosts",
        f"--hosts={_HOSTS}",
        "--latency-ms=10",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        limit=_MIB,
    )
    assert hosts.stdin is not None
    assert hosts.stdout is not None
    try:
        served = json.loads(await hosts.stdout.readline())
        comparison = Comparison("discovery", rounds)
        crawl = partial(_crawl, seeds=served["seeds"])
        await comparison.measure(
            f"pages over {_HOSTS} hosts with 10 ms latency",
            {system: partial(crawl, system, seconds=seconds) for system in SYSTEMS},
        )
        whole = Comparison("discovery", rounds=1)
        await whole.measure(f"memory over {served['pages']:,} pages", {OURS: partial(crawl, OURS, seconds=_LONGEST)})
        queries = partial(small_queries, served["seeds"], seconds)
        await whole.measure("small queries to an idle server", {OURS: partial(queries, crawling=False)})
        await whole.measure(_CRAWLING, {OURS: partial(queries, crawling=True)})
        comparison.workloads |= whole.workloads
        comparison.ratios |= whole.ratios
        return comparison
    finally:
        hosts.stdin.close()
        await hosts.wait()


def _missed(comparison: Comparison) -> list[str]:
    """The promises that the figures break."""
    missed: list[str] = []
    for workload, ratios in comparison.ratios.items():
        for pair, ratio in ratios.items():
            if pair == f"{OURS}/{RIVAL}" and ratio["median"] < LEAST_RATIO:
                missed.append(f"{workload}: {pair} is {ratio['median']:.2f}, less than {LEAST_RATIO}")
    for workload, systems in comparison.workloads.items():
        if systems[OURS].get("rss_mb", 0.0) > MOST_RSS_MB:
            missed.append(f"{workload}: {systems[OURS]['rss_mb']:.0f} MB, more than {MOST_RSS_MB:.0f}")
    if (p99 := comparison.workloads[_CRAWLING][OURS]["p99_ms"]) > MOST_P99_MS:
        missed.append(f"{_CRAWLING}: the 99th percentile is {p99:.0f} ms, more than {MOST_P99_MS:.0f}")
    return missed


def main() -> int:
    arguments = argparse.ArgumentParser(prog="python -m bench.discovery", description=__doc__)
    arguments.add_argument("--quick", action="store_true", help="one short round")
    quick = arguments.parse_args().quick
    comparison = asyncio.run(_compare(rounds=1 if quick else 3, seconds=6.0 if quick else 12.0))
    comparison.print()
    print(f"Written to {comparison.write()}")
    for broken in (missed := _missed(comparison)):
        print(broken, file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
