"""Whom of those found a job keeps."""

import asyncio

from services.discovery.judging import judge
from sources.protocol import SearchCriteria
from tests.services.discovery.scripted_source import person
from tests.services.discovery.story import now


async def test_judging_many_profiles_lets_others_have_their_turn() -> None:
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    others = asyncio.create_task(other())
    bio = "Draws logos, brands and letters for small companies in the north. " * 5
    many = [person(f"Person {number}", bio=bio, role="Senior Designer") for number in range(200)]

    judged = await judge(many, SearchCriteria(keywords=("logo", "illustration"), role_contains="VP Design"), now())
    others.cancel()

    assert len(judged.rows) == 200
    assert turns >= 3


async def test_the_order_in_which_people_were_found_is_kept() -> None:
    judged = await judge([person("B"), person("A"), person("C"), person("A")], SearchCriteria(), now())

    assert list(judged.rows) == ["b", "a", "c"]


async def test_who_fails_a_minimum_is_turned_down() -> None:
    judged = await judge(
        [person("Few", followers=1), person("Many", followers=9), person("Unknown")],
        SearchCriteria(min_followers=5),
        now(),
    )

    assert list(judged.rows) == ["many", "unknown"]
    assert judged.turned_down == {"few"}
