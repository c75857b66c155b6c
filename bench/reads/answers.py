"""What the systems answer, compared before anything is measured."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import aiohttp

from bench.credentials import AUTHORIZATION
from bench.reads.systems import System
from bench.reads.workloads import LARGEST_PAGE, PAGE, PAGES_BEFORE_DEEP, WORKLOADS, Workload
from bench.rounds import OURS

LIMIT = "limit"
_COMPARED = 3
"""Requests of each workload."""
_OWN_TO_A_SYSTEM = {"id", "endCursor"}
"""Ids and cursors are each system's own; those of rows named by id are compared by what they lead to."""


class AnswersDiffer(Exception):
    """Two systems do not answer alike. The message shows where."""


async def require_same_answers(
    http: aiohttp.ClientSession, systems: list[System], workloads: list[Workload], cursors: dict[str, str]
) -> None:
    """Compare all systems' answers with ours: the limit's in everything but cursors, those of peers in the content."""
    ours = next(system for system in systems if system.name == OURS)
    for workload in workloads:
        expected = await _answers(http, ours, workload, cursors)
        for system in systems:
            found = await _answers(http, system, workload, cursors)
            for one, other in zip(expected, found, strict=True):
                _require_same(workload, system.name, one, other)


def bodies(workload: Workload, system: System, cursors: dict[str, str]) -> list[str]:
    """The bodies with which the system is asked."""
    more = {"after": cursors[system.name]} if workload.deep else {}
    return workload.bodies(system.dialect, **more)


async def deep_cursor(http: aiohttp.ClientSession, system: System) -> str:
    """The system's cursor after the pages before the deep one, found by walking there."""
    pages = next(workload for workload in WORKLOADS if workload.deep)
    left = PAGE * PAGES_BEFORE_DEEP
    more: dict[str, Any] = {}
    while left:
        size = min(left, LARGEST_PAGE)
        answer = await post(http, system, pages.bodies(system.dialect, first=size, **more)[0])
        more = {"after": answer["data"]["leads"]["pageInfo"]["endCursor"]}
        left -= size
    return str(more["after"])


async def post(http: aiohttp.ClientSession, system: System, body: str) -> Any:
    """One answer, without what it cost. Raises AnswersDiffer for one with errors."""
    headers = {"content-type": "application/json", **AUTHORIZATION}
    async with http.post(f"http://127.0.0.1:{system.port}/graphql", data=body, headers=headers) as response:
        text = await response.text()
    answer = json.loads(text) if response.status == 200 else {}
    if "data" not in answer or "errors" in answer:
        raise AnswersDiffer(f"{system.name} answered {response.status}: {text[:2000]}\nasked: {body[:2000]}")
    return {"data": answer["data"]}


async def _answers(
    http: aiohttp.ClientSession, system: System, workload: Workload, cursors: dict[str, str]
) -> list[Any]:
    return [await post(http, system, body) for body in bodies(workload, system, cursors)[:_COMPARED]]


def _require_same(workload: Workload, system: str, ours: Any, other: Any) -> None:
    own = {"endCursor"} if system == LIMIT else _OWN_TO_A_SYSTEM
    expected, found = list(_leaves(ours, own)), list(_leaves(other, own))
    if system == LIMIT and not _same_keys(ours, other):
        raise AnswersDiffer(f"{workload.name}: the limit's answer has other keys:\n{_cut(ours)}\n{_cut(other)}")
    if workload.any_order:
        expected, found = sorted(expected, key=repr), sorted(found, key=repr)
    for one, another in zip(expected, found, strict=False):
        if one != another:
            raise AnswersDiffer(f"{workload.name}: we answer {one!r} where {system} answers {another!r}")
    if len(expected) != len(found):
        raise AnswersDiffer(f"{workload.name}: we give {len(expected)} values, {system} gives {len(found)}")


def _leaves(value: Any, left_out: set[str], key: str = "") -> Iterator[object]:
    """All values in their order; times as such, since they can be written in several ways."""
    match value:
        case dict():
            for name, child in value.items():
                if name not in left_out:
                    yield from _leaves(child, left_out, name)
        case list():
            for child in value:
                yield from _leaves(child, left_out, key)
        case str() if key.endswith("At"):
            yield datetime.fromisoformat(value)
        case _:
            yield value


def _same_keys(one: Any, other: Any) -> bool:
    match one, other:
        case dict(), dict():
            return list(one) == list(other) and all(_same_keys(one[key], other[key]) for key in one)
        case list(), list():
            return len(one) == len(other) and all(map(_same_keys, one, other))
    return type(one) is type(other)


def _cut(value: Any) -> str:
    return json.dumps(value)[:1000]
