"""Asking whether something may be sent, watching what is used up, and trying settings out, over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from datetime import timedelta
from typing import Any, cast

import pytest

from models import Channel, SafetyRule
from pushdown import encode_global_id
from services.safety.settings import ChannelSettings, Warmup
from services.safety.taking import give_back
from services.transaction import reading
from tests.resolvers.serving import Api, serving
from tests.services.safety.clock import put_clock
from tests.services.safety.sending import MONDAY_NOON, open_settings, put_in_force, sent, stored_leads, taken

ASK = """
query ($lead: ID!, $channel: Channel!) {
  safetyDecision(leadId: $lead, channel: $channel) {
    may: allowed verdict rule nextEligibleAt settingsVersion checks { rule passed why: detail }
  }
}
"""
_CHANNELS = "channels { channel maxPerDay limitToday sentToday reservedToday remainingToday }"
SETTINGS = f"{{ safetySettings {{ version outreachPaused {_CHANNELS} }} }}"
WATCH = f"subscription {{ safetyUsage {{ version outreachPaused {_CHANNELS} }} }}"
UPDATE = """
mutation ($input: UpdateSafetySettingsInput!) { updateSafetySettings(input: $input) { userErrors { message } } }
"""
PAUSE = "mutation { pauseOutreach(input: {}) { userErrors { message } } }"
RESUME = "mutation { resumeOutreach(input: {}) { userErrors { message } } }"
SIMULATE = """
query ($settings: SafetySettingsInput!, $days: Int!) {
  simulateSafetySettings(settings: $settings, days: $days) {
    attempts sent deferred blocked spared reallySent reallyDeferred reallyBlocked rules { rule deferred blocked }
  }
}
"""


@pytest.fixture
async def api(database_url: str, context: Any) -> AsyncIterator[Api]:
    """The application, with a database whose clock stands at noon of a Monday."""
    await put_clock(database_url, MONDAY_NOON)
    async with serving(context) as client:
        yield client


def _id(lead_id: int) -> str:
    return encode_global_id("Lead", lead_id)


async def _asked(api: Api, lead_id: int, channel: str = "EMAIL") -> dict[str, Any]:
    return cast(dict[str, Any], (await api.execute(ASK, lead=_id(lead_id), channel=channel))["safetyDecision"])


def _figures(settings: dict[str, Any], channel: str = "EMAIL") -> tuple[int, int, int, int]:
    (one,) = (one for one in settings["channels"] if one["channel"] == channel)
    return one["limitToday"], one["sentToday"], one["reservedToday"], one["remainingToday"]


async def _today(api: Api) -> tuple[int, int, int, int]:
    return _figures((await api.execute(SETTINGS))["safetySettings"])


async def test_a_decision_shows_every_rule_and_reserves_nothing(api: Api) -> None:
    (lead_id,) = await stored_leads(1)
    decision = await _asked(api, lead_id)
    assert (decision["may"], decision["verdict"], decision["rule"], decision["nextEligibleAt"]) == (
        True,
        "ALLOWED",
        None,
        None,
    )
    assert [check["rule"] for check in decision["checks"]] == list(SafetyRule)
    assert all(check["passed"] and check["why"] for check in decision["checks"])
    assert await _today(api) == (5, 0, 0, 5)
    await put_in_force(open_settings(1))
    await taken(lead_id)
    decision = await _asked(api, lead_id)
    assert (decision["verdict"], decision["rule"], decision["settingsVersion"]) == ("DEFERRED", "CHANNEL_LIMIT", 2)
    assert decision["nextEligibleAt"].startswith("2026-03-03T00:00:00")
    assert (await _asked(api, lead_id, "LINKEDIN"))["verdict"] == "BLOCKED"


@pytest.mark.parametrize("lead", ["TGVhZDo5OTk=", "Q2FtcGFpZ246MQ==", "nonsense", ""])
async def test_unknown_foreign_and_malformed_ids_are_not_found_alike(api: Api, lead: str) -> None:
    response = await api.post(ASK, lead=lead, channel="EMAIL")
    (error,) = response["errors"]
    assert error["extensions"]["code"] == "NOT_FOUND"


async def test_x_of_y_sent_today_is_shown_for_a_channel(api: Api, database_url: str) -> None:
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(20, warmup=Warmup(5, 5, 20))}))
    leads = await stored_leads(6)
    await sent(leads[0])
    reserved = (await taken(leads[1])).reservation_id
    assert reserved is not None
    assert await _today(api) == (5, 1, 1, 3)
    await give_back(reserved)
    assert await _today(api) == (5, 1, 0, 4)
    for lead_id in leads[2:]:
        await sent(lead_id)
    await put_in_force(open_settings(3))
    assert await _today(api) == (3, 5, 0, 0)
    await put_in_force(open_settings(channels={Channel.EMAIL: ChannelSettings(20, warmup=Warmup(5, 5, 20))}))
    await put_clock(database_url, MONDAY_NOON + timedelta(days=1))
    assert await _today(api) == (10, 0, 0, 10)


async def test_pausing_and_resuming_leaves_every_limit_as_it_was_also_on_a_fresh_database(api: Api) -> None:
    (lead_id,) = await stored_leads(1)
    before = (await api.execute(SETTINGS))["safetySettings"]["channels"]
    await api.done(PAUSE)
    paused = await _asked(api, lead_id)
    assert (paused["verdict"], paused["rule"], paused["nextEligibleAt"]) == ("DEFERRED", "OUTREACH_PAUSED", None)
    assert (await api.execute(SETTINGS))["safetySettings"]["channels"] == before
    await api.done(RESUME)
    assert (await api.execute(SETTINGS))["safetySettings"]["channels"] == before
    assert (await _asked(api, lead_id))["may"]


@asynccontextmanager
async def _watching(api: Api) -> AsyncIterator[Any]:
    """Gives a function that waits for the next update."""
    async with aclosing(cast(Any, api.subscribe(WATCH))) as updates:

        async def following() -> dict[str, Any]:
            async with asyncio.timeout(10):
                return cast(dict[str, Any], (await anext(updates))["safetyUsage"])

        yield following


async def test_usage_is_watched_from_the_present_state_on(api: Api, database_url: str) -> None:
    await put_in_force(open_settings(9))
    leads = await stored_leads(4)
    async with _watching(api) as following, _watching(api) as also_following:
        assert _figures(await following()) == _figures(await also_following()) == (9, 0, 0, 9)
        reservation_id = (await taken(leads[0])).reservation_id
        assert reservation_id is not None
        assert _figures(await following()) == _figures(await also_following()) == (9, 0, 1, 8)
        await give_back(reservation_id)
        assert _figures(await following()) == (9, 0, 0, 9)
        await api.done(PAUSE)
        assert (await following())["outreachPaused"]
        await api.done(RESUME)
        assert not (await following())["outreachPaused"]
        await api.done(UPDATE, input={"channels": [{"channel": "EMAIL", "maxPerDay": 7}]})
        assert _figures(await following()) == (7, 0, 0, 7)
        for lead_id in leads[1:]:
            await sent(lead_id)
        while (figures := _figures(await following())) != (7, 3, 0, 4):
            assert figures[3] > 4
        await put_clock(database_url, MONDAY_NOON + timedelta(days=1))
        assert _figures(await following()) == (7, 0, 0, 7)
    async with asyncio.timeout(10):
        while api.context.usage_watch.is_looking:  # nobody looks where nobody watches
            await asyncio.sleep(0.01)


async def test_a_lost_database_does_not_end_the_watching(api: Api) -> None:
    await put_in_force(open_settings(9))
    (lead_id,) = await stored_leads(1)
    async with _watching(api) as following:
        await following()
        async with reading() as connection:
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND application_name = 'cam-graphql' AND pid <> pg_backend_pid()"
            )
        await taken(lead_id)
        assert _figures(await following()) == (9, 0, 1, 8)


async def test_settings_are_tried_out_on_past_attempts_and_nothing_is_changed(api: Api) -> None:
    await put_in_force(open_settings(3))
    leads = await stored_leads(6)
    unwanted = await stored_leads(1, do_not_contact=True)
    for lead_id in leads + unwanted:
        await taken(lead_id)
    before = (await api.execute(SETTINGS))["safetySettings"]

    async def simulated(**settings: Any) -> dict[str, Any]:
        answer = await api.execute(SIMULATE, settings=settings, days=1)
        return cast(dict[str, Any], answer["simulateSafetySettings"])

    same = await simulated()
    assert (same["sent"], same["deferred"], same["blocked"]) == (3, 3, 1)
    assert (same["reallySent"], same["reallyDeferred"], same["reallyBlocked"]) == (3, 3, 1)
    more = await simulated(channels=[{"channel": "EMAIL", "maxPerDay": 5}])
    assert (more["attempts"], more["sent"], more["deferred"], more["blocked"], more["spared"]) == (7, 5, 1, 1, 0)
    assert more["rules"] == [
        {"rule": "DO_NOT_CONTACT", "deferred": 0, "blocked": 1},
        {"rule": "CHANNEL_LIMIT", "deferred": 1, "blocked": 0},
    ]
    none = await simulated(channels=[{"channel": "EMAIL", "maxPerDay": 0}])
    assert (none["sent"], none["blocked"]) == (0, 7)
    assert (await api.execute(SETTINGS))["safetySettings"] == before


@pytest.mark.parametrize(
    ("settings", "days", "argument"),
    [
        ({}, 0, "days"),
        ({}, 91, "days"),
        ({"channels": [{"channel": "EMAIL", "maxPerDay": -1}]}, 7, "settings"),
        ({"sendWindow": {"start": "25:00"}}, 7, "settings"),
    ],
)
async def test_impossible_settings_and_days_are_refused(
    api: Api, settings: dict[str, Any], days: int, argument: str
) -> None:
    response = await api.post(SIMULATE, settings=settings, days=days)
    (error,) = response["errors"]
    assert (error["extensions"]["code"], error["extensions"]["argument"]) == ("BAD_USER_INPUT", argument)
