"""How fast a server answers a small query while it runs a discovery job over all hosts at full speed."""

import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bench.credentials import AUTHORIZATION, ENVIRONMENT
from bench.rounds import Figures

_QUERY = "query ($id: ID!) { campaign(id: $id) { name status discoveryJobs(first: 1) { totalCount } } }"
_CREATE = 'mutation { createCampaign(input: {name: "Bench"}) { campaign { id } } }'
_CREATE_JOB = """
mutation ($campaign: ID!, $criteria: DiscoveryCriteriaInput!) {
  createDiscoveryJob(input: {campaignId: $campaign, name: "Everybody", criteria: $criteria}) { discoveryJob { id } }
}
"""
_RUN = "mutation ($id: ID!) { runDiscoveryJob(input: {id: $id}) { discoveryJob { status } } }"
_STATE = "query ($id: ID!) { discoveryJob(id: $id) { status sourceRuns { requestsMade } } }"
_PAUSE = 0.02
"""Seconds between two queries: about what a few people who look at pages send."""


async def small_queries(seeds: list[str], seconds: float, *, crawling: bool) -> Figures:
    """Send small queries for so long, one after the other; `rps` is what their median would allow."""
    with _folder() as folder:
        async with _server(seeds, folder) as url, aiohttp.ClientSession(url, headers=AUTHORIZATION) as http:
            campaign = (await _post(http, _CREATE))["createCampaign"]["campaign"]["id"]
            criteria = {"platforms": ["WEB"], "seedUrls": seeds, "maxProfiles": 10_000, "keywords": ["software"]}
            created = await _post(http, _CREATE_JOB, campaign=campaign, criteria=criteria)
            job = created["createDiscoveryJob"]["discoveryJob"]["id"]
            if crawling:
                await _post(http, _RUN, id=job)
                await _under_way(http, job)
            times = await _times(http, campaign, seconds)
            state = await _state(http, job)
            if crawling and state["status"] != "RUNNING":
                raise RuntimeError(f"the job was {state['status']} before the queries ended: measure for less long")
    cuts = statistics.quantiles(times, n=100)
    return {
        "rps": 1000 / cuts[49],
        "p50_ms": cuts[49],
        "p99_ms": cuts[98],
        "requests": float(sum(run["requestsMade"] for run in state["sourceRuns"])),
    }


@contextmanager
def _folder() -> Iterator[Path]:
    """A data directory, which the account of the database's server may enter."""
    with tempfile.TemporaryDirectory(prefix="cam-bench-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        yield folder


async def _times(http: aiohttp.ClientSession, campaign: str, seconds: float) -> list[float]:
    times = []
    end = time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        await _post(http, _QUERY, id=campaign)
        times.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(_PAUSE)
    return times


async def _under_way(http: aiohttp.ClientSession, job: str) -> None:
    async with asyncio.timeout(30):
        while not sum(run["requestsMade"] for run in (await _state(http, job))["sourceRuns"]):
            await asyncio.sleep(0.1)


async def _state(http: aiohttp.ClientSession, job: str) -> dict[str, Any]:
    state: dict[str, Any] = (await _post(http, _STATE, id=job))["discoveryJob"]
    return state


async def _post(http: aiohttp.ClientSession, query: str, **variables: Any) -> dict[str, Any]:
    async with http.post("/graphql", json={"query": query, "variables": variables}) as response:
        answer = await response.json()
    if "errors" in answer:
        raise RuntimeError(answer["errors"])
    data: dict[str, Any] = answer["data"]
    return data


@asynccontextmanager
async def _server(seeds: list[str], data: Path) -> AsyncIterator[str]:
    environment = {
        **ENVIRONMENT,
        "CAM_DATA_DIR": str(data),
        "CAM_PORT": "0",
        "CAM_LOG_FORMAT": "json",
        "CAM_FETCH_ALLOW_HOSTS": ",".join(urlsplit(seed).netloc for seed in seeds),
        "CAM_FETCH_DELAY": "0",
        "CAM_FETCH_PAGES_PER_JOB": "1000000",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "cam_graphql",
        "serve",
        env={**os.environ, **environment},
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr is not None
    try:
        async for line in process.stderr:
            event = json.loads(line) if line.startswith(b"{") else {}
            if event.get("message") == "serving":
                break
        reading = asyncio.create_task(process.stderr.read())
        yield event["url"].removesuffix("/graphql")
    finally:
        process.terminate()
        await process.wait()
        await reading
