"""Hosts of appointments, over HTTP."""

import asyncio
from typing import Any

import models
from pushdown import encode_global_id
from tests.resolvers.booking import ALL, CREATE, HOUR, MONDAY, OPEN_FEED, REVOKE_FEED, UPDATE_HOST, wanted
from tests.resolvers.serving import Api
from tests.services.contact_events.story import a_lead

OFFICE = [{"start": "09:00", "end": "17:00"}]
UNKNOWN = [encode_global_id("Host", 999), encode_global_id("Lead", 1), "no id", "", encode_global_id("X", 0)]


async def _hosts(api: Api, *names: str) -> list[str]:
    """The ids of new hosts."""
    ids: list[str] = []
    for number, name in enumerate(names):
        await api.done(CREATE, input=wanted(await a_lead(), MONDAY + number * HOUR, host=name))
        ids.append(encode_global_id("Host", (await models.Host.get(name=name)).id))
    return ids


async def test_a_host_begins_with_the_hours_that_everybody_has_at_first(api: Api) -> None:
    [id_] = await _hosts(api, "Rosa")
    query = """query ($id: ID!) { host(id: $id) {
        name timeZone hasCalendarFeed createdAt updatedAt
        workingHours { monday { start end } friday { start end } saturday { start end } sunday { start end } }
        appointments { totalCount }
    } }"""
    assert (await api.execute(query, id=id_))["host"] == {
        "name": "Rosa",
        "timeZone": "UTC",
        "hasCalendarFeed": False,
        "createdAt": "2026-03-01T12:00:00+00:00",
        "updatedAt": "2026-03-01T12:00:00+00:00",
        "workingHours": {"monday": OFFICE, "friday": OFFICE, "saturday": [], "sunday": []},
        "appointments": {"totalCount": 1},
    }


async def test_hosts_are_listed_by_name_and_found_by_it(api: Api) -> None:
    await _hosts(api, "Sven", "Rosa")
    query = """{
        hosts { totalCount nodes { name } }
        found: hosts(filter: { name: { in: ["Sven", "Nobody"] } }) { nodes { name } }
    }"""
    assert await api.execute(query) == {
        "hosts": {"totalCount": 2, "nodes": [{"name": "Rosa"}, {"name": "Sven"}]},
        "found": {"nodes": [{"name": "Sven"}]},
    }


async def test_an_update_changes_what_it_names_down_to_the_day(api: Api) -> None:
    [id_] = await _hosts(api, "Rosa")
    sunday = [
        {"start": "14:00", "end": "24:00"},
        {"start": "10:00", "end": "12:00"},
        {"start": "12:00", "end": "13:30"},
    ]
    given = {"id": id_, "timeZone": "europe/lisbon", "workingHours": {"monday": [], "sunday": sunday}}
    changed = (await api.done(UPDATE_HOST, input=given))["host"]
    assert changed == changed | {
        "name": "Rosa",
        "timeZone": "Europe/Lisbon",
        "workingHours": {
            "monday": [],
            "tuesday": OFFICE,
            "sunday": [{"start": "10:00", "end": "13:30"}, {"start": "14:00", "end": "24:00"}],
        },
    }
    assert (await api.done(UPDATE_HOST, input={"id": id_, "name": " ROSA "}))["host"]["name"] == "ROSA"
    told = await models.Activity.filter(kind=models.ActivityKind.HOST_UPDATED).order_by("id")
    assert [row.detail for row in told] == [{"changed": ["time_zone", "working_hours"]}, {"changed": ["name"]}]


async def test_an_update_that_changes_nothing_leaves_no_trace(api: Api) -> None:
    [id_] = await _hosts(api, "Rosa")
    before = await api.execute(ALL)
    for given in ({}, {"name": "Rosa", "timeZone": "UTC"}, {"workingHours": {"monday": OFFICE, "sunday": []}}):
        await api.done(UPDATE_HOST, input={"id": id_, **given})
    assert await api.execute(ALL) == before


async def test_an_update_that_cannot_be_used_says_why_and_changes_nothing(api: Api) -> None:
    id_, _ = await _hosts(api, "Rosa", "Sven")
    before = await api.execute(ALL)
    wrong: dict[str, Any] = {
        "id": id_,
        "name": " ",
        "timeZone": "../etc/passwd",
        "workingHours": {
            "monday": [{"start": "9", "end": "10:00"}],
            "tuesday": [{"start": "22:00", "end": "02:00"}],
            "wednesday": OFFICE * 13,
        },
    }
    assert sorted(await api.refused(UPDATE_HOST, input=wrong)) == [
        ("name", "BLANK"),
        ("timeZone", "MALFORMED"),
        ("workingHours.monday.0.start", "MALFORMED"),
        ("workingHours.tuesday.0.end", "OUT_OF_RANGE"),
        ("workingHours.wednesday", "TOO_MANY"),
    ]
    assert await api.refused(UPDATE_HOST, input={"id": id_, "name": "sven"}) == [("name", "TAKEN")]
    assert await api.execute(ALL) == before


async def test_ids_that_name_no_host_look_alike(api: Api) -> None:
    await _hosts(api, "Rosa")
    for mutation, field in ((UPDATE_HOST, "id"), (OPEN_FEED, "hostId"), (REVOKE_FEED, "hostId")):
        found = [await api.refused(mutation, input={field: id_}) for id_ in UNKNOWN]
        assert found == [[(field, "NOT_FOUND")]] * len(UNKNOWN)


async def test_of_25_hosts_one_gets_the_name(api: Api) -> None:
    ids = await _hosts(api, *(f"Host {number}" for number in range(25)))
    answers = await asyncio.gather(*(api.execute(UPDATE_HOST, input={"id": id_, "name": "Rosa"}) for id_ in ids))
    refused = [payload["userErrors"] for answer in answers for payload in answer.values() if payload["userErrors"]]
    assert [errors[0]["code"] for errors in refused] == ["TAKEN"] * 24


async def test_25_changes_of_one_host_are_all_kept(api: Api) -> None:
    [id_] = await _hosts(api, "Rosa")
    days = ("monday", "tuesday", "sunday")
    hours = [{"start": "08:00", "end": "12:00"}]
    given = [{"id": id_, "workingHours": {days[number % 3]: hours}} for number in range(25)]
    await asyncio.gather(*(api.done(UPDATE_HOST, input=one) for one in given))
    shown = (await api.done(UPDATE_HOST, input={"id": id_}))["host"]
    assert shown["workingHours"] == dict.fromkeys(days, hours)
    assert await models.Activity.filter(kind=models.ActivityKind.HOST_UPDATED).count() == 3


async def test_null_for_what_can_only_be_left_out_is_refused_in_the_schemas_own_words(api: Api) -> None:
    [id_] = await _hosts(api, "Rosa")
    query = "mutation ($id: ID!) { updateHost(input: { id: $id, timeZone: null }) { host { name } } }"
    [error] = (await api.post(query, id=id_))["errors"]
    assert error["message"] == "null was given for a value that can only be left out."
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
