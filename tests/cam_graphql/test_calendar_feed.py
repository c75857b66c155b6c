"""Calendars that follow appointments: by a feed's address, and by files, read by another library than ours."""

import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
import vobject

import models
from cam_graphql.database import connection_arguments, database
from pushdown import encode_global_id
from resolvers.context import Context
from services.activity_feed import ActivityFeed
from services.appointments.rules import AppointmentRules
from services.discovery import CriteriaLimits
from tests.resolvers.booking import (
    CANCEL,
    CREATE,
    HOUR,
    MONDAY,
    OPEN_FEED,
    RESCHEDULE,
    REVOKE_FEED,
    UPDATE,
    Clock,
    wanted,
)
from tests.resolvers.serving import Api, serving
from tests.services.contact_events.story import NOON, a_lead
from tests.viewers import TESTER

DAY = timedelta(days=1)
CANCEL_FOR_ICS = """mutation ($input: CancelAppointmentInput!) {
  cancelAppointment(input: $input) { appointment { ics } userErrors { code } }
}"""
ICS = "query ($id: ID!) { appointment(id: $id) { ics } }"


@pytest.fixture
def clock() -> Clock:
    """A clock that shows noon on Sunday, 1 March 2026."""
    return Clock()


@pytest.fixture
async def api(database_url: str, clock: Clock) -> AsyncIterator[Api]:
    """A client of the application by that clock; feeds have 20 appointments at most."""
    async with database(database_url):
        feed = ActivityFeed(connection_arguments(database_url))
        await feed.start()
        rules = AppointmentRules(feed_entries=20)
        context = Context(TESTER, clock, {}, feed, CriteriaLimits(), max_conversions=0, appointment_rules=rules)
        async with serving(context) as client:
            yield client
        await feed.stop()


async def _made(api: Api, starts_at: datetime = MONDAY, lead: int | None = None, **values: Any) -> str:
    draft = wanted(lead or await a_lead(), starts_at, **({"host": "Rosa"} | values))
    return str((await api.done(CREATE, input=draft))["appointment"]["id"])


async def _host_id() -> str:
    return encode_global_id("Host", (await models.Host.get(name="Rosa")).id)


async def _opened(api: Api) -> str:
    """The feed's path."""
    opened = await api.done(OPEN_FEED, input={"hostId": await _host_id()})
    assert opened["host"] == {"name": "Rosa", "hasCalendarFeed": True}
    return str(opened["path"])


async def _polled(api: Api, path: str, **headers: str) -> httpx.Response:
    return await api.http.get(f"{api.url}{path}", headers=headers)


async def _events(api: Api, path: str) -> list[dict[str, Any]]:
    """The values of the feed's appointments, by the names of their properties."""
    response = await _polled(api, path)
    assert response.status_code == httpx.codes.OK
    assert response.headers["content-type"] == "text/calendar; charset=utf-8"
    [calendar] = vobject.readComponents(response.text)
    assert calendar.method.value == "PUBLISH"
    found = [
        {name: lines[0].value for name, lines in event.contents.items()}
        for event in calendar.contents.get("vevent", ())
    ]
    return sorted(found, key=lambda event: (event["dtstart"], event["uid"]))


async def test_a_calendar_follows_an_appointment_through_being_made_changed_moved_and_called_off(
    api: Api, clock: Clock
) -> None:
    id_ = await _made(api, notes="Bring the plans.", location="Doca 3; left, upstairs")
    path = await _opened(api)
    [made] = await _events(api, path)
    assert made == made | {
        "summary": "First talk",
        "description": "Ada\n\nBring the plans.",
        "location": "Doca 3; left, upstairs",
        "dtstart": MONDAY,
        "dtend": MONDAY + HOUR / 2,
        "sequence": "0",
        "status": "CONFIRMED",
    }

    clock.now += HOUR
    await api.done(UPDATE, input={"id": id_, "title": "Talk, the first"})
    [changed] = await _events(api, path)
    assert changed == made | {
        "summary": "Talk, the first",
        "sequence": "1",
        "dtstamp": NOON + HOUR,
        "last-modified": NOON + HOUR,
    }

    clock.now += HOUR
    moved_to = MONDAY + 3 * HOUR
    await api.done(RESCHEDULE, input={"id": id_, "startsAt": moved_to.isoformat()})
    [moved] = await _events(api, path)
    assert moved == changed | {
        "dtstart": moved_to,
        "dtend": moved_to + HOUR / 2,
        "sequence": "2",
        "dtstamp": NOON + 2 * HOUR,
        "last-modified": NOON + 2 * HOUR,
    }

    clock.now += HOUR
    await api.done(CANCEL, input={"id": id_, "reason": "A secret one."})
    [cancelled] = await _events(api, path)
    assert cancelled == moved | {
        "sequence": "3",
        "status": "CANCELLED",
        "transp": "TRANSPARENT",
        "dtstamp": NOON + 3 * HOUR,
        "last-modified": NOON + 3 * HOUR,
    }


async def test_one_appointment_is_a_file_that_is_published_and_called_off(api: Api) -> None:
    id_ = await _made(api, notes="Do not tell them.")
    published = vobject.readOne((await api.execute(ICS, id=id_))["appointment"]["ics"])
    await api.done(RESCHEDULE, input={"id": id_, "startsAt": (MONDAY + HOUR).isoformat()})
    cancelled = await api.done(CANCEL_FOR_ICS, input={"id": id_, "reason": "Rain."})
    called_off = vobject.readOne(cancelled["appointment"]["ics"])

    assert (published.method.value, called_off.method.value) == ("PUBLISH", "CANCEL")
    assert published.vevent.uid.value == called_off.vevent.uid.value
    assert (published.vevent.sequence.value, called_off.vevent.sequence.value) == ("0", "2")
    assert called_off.vevent.status.value == "CANCELLED"
    assert called_off.vevent.dtstart.value == MONDAY + HOUR
    assert published.vevent.organizer.params["CN"] == ["Rosa"]
    assert "Do not tell them" not in published.serialize()
    assert "Rain" not in cancelled["appointment"]["ics"]


async def test_the_file_has_the_same_uid_as_the_feed(api: Api) -> None:
    id_ = await _made(api)
    [event] = await _events(api, await _opened(api))
    assert vobject.readOne((await api.execute(ICS, id=id_))["appointment"]["ics"]).vevent.uid.value == event["uid"]


async def test_a_calendar_that_has_everything_is_told_so(api: Api, clock: Clock) -> None:
    id_ = await _made(api)
    path = await _opened(api)
    first = await _polled(api, path)
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for given in (tag, f'"other", W/{tag}', "*"):
        again = await _polled(api, path, **{"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    clock.now += HOUR
    assert (await _polled(api, path)).headers["etag"] == tag, "time alone changes nothing"

    await api.done(UPDATE, input={"id": id_, "title": "Second talk"})
    changed = await _polled(api, path, **{"If-None-Match": tag})
    assert (changed.status_code, changed.headers["etag"] != tag) == (200, True)


@pytest.mark.parametrize("given", ['"other"', "other", "", ", ,", '"'])
async def test_whoever_has_something_else_gets_the_calendar(api: Api, given: str) -> None:
    await _made(api)
    assert (await _polled(api, await _opened(api), **{"If-None-Match": given})).status_code == httpx.codes.OK


async def test_a_look_at_the_head_has_no_body(api: Api) -> None:
    await _made(api)
    response = await api.http.head(f"{api.url}{await _opened(api)}")
    assert (response.status_code, response.content) == (200, b"")


async def test_a_new_address_replaces_the_former_and_a_revoked_one_leads_nowhere(api: Api) -> None:
    await _made(api)
    former, present = await _opened(api), await _opened(api)
    assert former != present
    assert (await _polled(api, former)).status_code == httpx.codes.NOT_FOUND
    assert (await _polled(api, present)).status_code == httpx.codes.OK

    for _ in range(2):
        revoked = await api.done(REVOKE_FEED, input={"hostId": await _host_id()})
        assert revoked["host"] == {"name": "Rosa", "hasCalendarFeed": False}
    assert (await _polled(api, present)).status_code == httpx.codes.NOT_FOUND
    kinds = [row.kind.value for row in await models.Activity.filter(subject_type="Host").order_by("id")]
    assert kinds == ["HOST_CREATED", "CALENDAR_FEED_OPENED", "CALENDAR_FEED_OPENED", "CALENDAR_FEED_REVOKED"]


async def test_secrets_that_open_nothing_look_alike(api: Api) -> None:
    await _made(api)
    secret = (await _opened(api)).removeprefix("/calendars/").removesuffix(".ics")
    assert len(secret) == 43
    for wrong in ("x", secret[:-1], secret.swapcase(), "%00", "%ff", "..%2f", "x" * 5_000, f"{secret}.ics"):
        response = await _polled(api, f"/calendars/{wrong}.ics")
        assert response.status_code == httpx.codes.NOT_FOUND, wrong
    for method in ("POST", "PUT", "DELETE"):
        response = await api.http.request(method, f"{api.url}/calendars/{secret}.ics")
        assert response.status_code == httpx.codes.METHOD_NOT_ALLOWED


async def test_the_secret_is_nowhere_but_in_the_answer(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    await _made(api)
    with caplog.at_level(logging.DEBUG):
        path = await _opened(api)
        await _polled(api, path)
        await _polled(api, path.removesuffix(".ics"))
    secret = path.removeprefix("/calendars/").removesuffix(".ics")
    logged = [str(record.__dict__) for record in caplog.records if record.name.startswith("cam_graphql")]
    assert any("/calendars/***" in line for line in logged)
    assert not any(secret in line for line in logged)
    assert secret not in str(await models.Host.all().values())
    assert not any(secret in str(row.detail) for row in await models.Activity.all())


async def test_a_feed_has_the_hosts_own_appointments_those_called_off_for_a_month(api: Api, clock: Clock) -> None:
    await _made(api, title="Rosa's")
    await _made(api, host="Sven", title="Sven's")
    await _made(api, host=None, title="nobody's")
    gone = await _made(api, MONDAY + 40 * DAY, title="called off")
    await api.done(CANCEL, input={"id": gone})
    path = await _opened(api)

    async def titles() -> list[str]:
        return [event["summary"] for event in await _events(api, path)]

    assert await titles() == ["Rosa's", "called off"]
    clock.now = NOON + 30 * DAY
    assert await titles() == ["Rosa's"]
    clock.now = MONDAY + 90 * DAY
    assert await titles() == []


async def test_one_that_goes_to_another_host_goes_to_the_other_feed(api: Api) -> None:
    id_ = await _made(api)
    path = await _opened(api)
    await api.done(RESCHEDULE, input={"id": id_, "startsAt": MONDAY.isoformat(), "host": "Sven"})
    assert await _events(api, path) == []


async def test_a_feed_has_an_end_and_what_comes_next_is_in_it(api: Api) -> None:
    lead = await a_lead()
    for days in (*range(-12, 0), *range(1, 16)):
        await _made(api, NOON + days * DAY, lead, allowPast=True)
    found = [event["dtstart"] for event in await _events(api, await _opened(api))]
    assert found == [NOON + days * DAY for days in (*range(-5, 0), *range(1, 16))]


@pytest.mark.parametrize(
    ("zone", "shown", "moment"),
    [
        ("Europe/Lisbon", "2026-10-25T01:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("America/New_York", "2026-03-08T03:00", datetime(2026, 3, 8, 7, tzinfo=UTC)),
        ("Australia/Lord_Howe", "2026-04-05T01:45", datetime(2026, 4, 4, 14, 45, tzinfo=UTC)),
    ],
)
async def test_calendars_have_the_very_moment_on_nights_on_which_clocks_change(
    api: Api, zone: str, shown: str, moment: datetime
) -> None:
    await _made(api, startsAt=None, startsAtLocal=shown, timeZone=zone)
    [event] = await _events(api, await _opened(api))
    assert (event["dtstart"], event["dtend"]) == (moment, moment + HOUR / 2)


async def test_texts_that_look_like_a_calendar_stay_texts(api: Api) -> None:
    nasty = 'Talk\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x\r\nATTENDEE;CN="a":mailto:a@b.example\\n, ; 🦉' + "é" * 90
    id_ = await _made(api, title=nasty, location=nasty, notes=nasty, host=f"{nasty[:60]} Rosa")
    host = await models.Host.get()
    path = (await api.done(OPEN_FEED, input={"hostId": encode_global_id("Host", host.id)}))["path"]
    [event] = await _events(api, path)
    plain = nasty.replace("\r\n", "\n")
    assert (event["summary"], event["location"]) == (plain, plain)
    assert event["description"] == f"Ada\n\n{plain}"
    assert "attendee" not in event
    [one] = vobject.readOne((await api.execute(ICS, id=id_))["appointment"]["ics"]).vevent_list
    assert one.summary.value == plain


async def test_a_calendar_is_answered_only_under_a_name_of_ours(api: Api) -> None:
    """A page elsewhere could otherwise point a name of its own to this machine."""
    await _made(api)
    response = await _polled(api, await _opened(api), Host="elsewhere.example")
    assert response.status_code == httpx.codes.BAD_REQUEST
