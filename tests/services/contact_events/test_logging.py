from datetime import UTC, datetime, timedelta, timezone

import pytest

import models
from models import ActivityKind, Channel, ContactDirection, LeadStage
from services.contact_events import (
    ContactEventDraft,
    ContactEventPatch,
    log_contact_event,
    log_in,
    update_contact_event,
)
from services.errors import Conflict
from services.transaction import transaction
from tests.services.contact_events.story import HOUR, NOON, a_lead, act, history, log, told
from tests.services.refusals import problems_of

pytestmark = pytest.mark.usefixtures("connected")

INBOUND, OUTBOUND = ContactDirection.INBOUND, ContactDirection.OUTBOUND
NEW, CONTACTED, REPLIED = LeadStage.NEW, LeadStage.CONTACTED, LeadStage.REPLIED


async def test_an_event_is_noted_with_everything_that_is_known_of_it() -> None:
    lead_id = await a_lead()

    event = await models.ContactEvent.get(
        id=await log(lead_id, OUTBOUND, 1, channel=Channel.PHONE, summary=" Cafe\u0301? ", done_at=2)
    )

    assert (event.channel, event.direction, event.summary, event.actor) == (Channel.PHONE, OUTBOUND, "Café?", "tester")
    assert (event.occurred_at, event.created_at, event.updated_at) == (NOON + HOUR, NOON + 2 * HOUR, NOON + 2 * HOUR)


async def test_an_event_without_a_time_happens_as_it_is_logged() -> None:
    lead_id = await a_lead()

    event_id = await log_contact_event(ContactEventDraft(lead_id, Channel.EMAIL, OUTBOUND, "Hello."), act(3))

    assert (await models.ContactEvent.get(id=event_id)).occurred_at == act(3).at
    assert (await models.Lead.get(id=lead_id)).last_contacted_at == act(3).at


@pytest.mark.parametrize(
    ("stage", "direction", "reached"),
    [
        (NEW, OUTBOUND, CONTACTED),
        (NEW, INBOUND, REPLIED),
        (CONTACTED, INBOUND, REPLIED),
        (CONTACTED, OUTBOUND, CONTACTED),
        *(
            (stage, direction, stage)
            for stage in (REPLIED, LeadStage.QUALIFIED, LeadStage.WON, LeadStage.LOST)
            for direction in ContactDirection
        ),
    ],
)
async def test_an_event_moves_a_lead_forward_only_and_never_out_of_what_was_decided(
    stage: LeadStage, direction: ContactDirection, reached: LeadStage
) -> None:
    lead_id = await a_lead(stage)

    event_id = await log(lead_id, direction, 1)

    lead = await models.Lead.get(id=lead_id)
    assert lead.stage is reached
    assert lead.last_contacted_at == (NOON + HOUR if direction is OUTBOUND else None)
    assert lead.last_replied_at == (NOON + HOUR if direction is INBOUND else None)
    assert (lead.version, lead.updated_at) == (2, NOON + HOUR)
    moved = stage is not reached
    assert lead.stage_entered_at == (NOON + HOUR if moved else NOON)
    assert await history(lead_id) == [(None, stage)] + [(stage, reached)] * moved
    logged = {"contact_event_id": event_id, "channel": "EMAIL", "direction": direction}
    change = (ActivityKind.LEAD_STAGE_CHANGED, {"from": stage, "to": reached})
    assert await told(lead_id) == [(ActivityKind.CONTACT_EVENT_LOGGED, logged)] + [change] * moved


async def test_events_noted_out_of_order_leave_the_times_at_their_latest() -> None:
    lead_id = await a_lead()
    for hours in (3, 1, 5, 2):
        await log(lead_id, OUTBOUND, hours, done_at=6)
    await log(lead_id, INBOUND, 4, done_at=6)
    before = await models.Lead.get(id=lead_id)

    await log(lead_id, INBOUND, 2, done_at=7)

    lead = await models.Lead.get(id=lead_id)
    assert (lead.last_contacted_at, lead.last_replied_at) == (NOON + 5 * HOUR, NOON + 4 * HOUR)
    assert lead.version == before.version, "an event which changes nothing about the lead"
    assert lead.updated_at == before.updated_at


async def test_a_move_noted_with_an_earlier_clock_does_not_set_the_lead_back_in_time() -> None:
    lead_id = await a_lead()

    await log(lead_id, OUTBOUND, -2)
    await log(lead_id, INBOUND, -1)

    lead = await models.Lead.get(id=lead_id)
    assert (lead.stage_entered_at, lead.updated_at) == (NOON, NOON)
    assert await history(lead_id) == [(None, NEW), (NEW, CONTACTED), (CONTACTED, REPLIED)]


async def test_a_repeated_call_gets_the_first_event_and_leaves_no_trace() -> None:
    lead_id = await a_lead()
    first = await log(lead_id, OUTBOUND, 1, idempotency_key="mail-1")
    [before] = await models.Lead.filter(id=lead_id).values()
    activity = await told(lead_id)

    assert await log(lead_id, OUTBOUND, 5, idempotency_key=" mail-1 ") == first

    assert await models.ContactEvent.all().count() == 1
    assert await models.Lead.filter(id=lead_id).values() == [before]
    assert await told(lead_id) == activity


@pytest.mark.parametrize(
    "other", [{"summary": "Other."}, {"channel": Channel.PHONE}, {"direction": INBOUND}, {"lead_id": 0}]
)
async def test_a_key_used_for_something_else_is_refused_and_the_first_event_shown(other: dict[str, object]) -> None:
    lead_id = await a_lead()
    values = {"lead_id": lead_id, "direction": OUTBOUND, "idempotency_key": "mail-1"}
    first = await log(**values)  # type: ignore[arg-type]
    if "lead_id" in other:
        other = {"lead_id": await a_lead()}

    with pytest.raises(Conflict) as refusal:
        await log(**(values | other))  # type: ignore[arg-type]

    assert [(problem.path, problem.code) for problem in refusal.value.problems] == [
        (("idempotency_key",), "KEY_REUSED")
    ]
    assert refusal.value.current == {"contact_event": first}
    assert await models.ContactEvent.all().count() == 1


async def test_a_repeated_call_gets_its_event_although_that_was_corrected_since() -> None:
    lead_id = await a_lead()
    first = await log(lead_id, OUTBOUND, 1, idempotency_key="mail-1")
    await update_contact_event(first, ContactEventPatch(summary="Corrected."), act(2))

    assert await log(lead_id, OUTBOUND, 1, idempotency_key="mail-1") == first


async def test_everything_wrong_with_an_event_is_said_at_once() -> None:
    wrong = ContactEventDraft(99, Channel.EMAIL, OUTBOUND, " ", NOON + timedelta(days=1, seconds=1), "k" * 201)

    assert await problems_of(log_contact_event(wrong, act())) == {
        ("lead_id", "NOT_FOUND"),
        ("summary", "BLANK"),
        ("occurred_at", "OUT_OF_RANGE"),
        ("idempotency_key", "TOO_LONG"),
    }
    assert not await models.ContactEvent.exists()


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"summary": "x" * 10_001}, ("summary", "TOO_LONG")),
        ({"summary": "a\0b"}, ("summary", "MALFORMED")),
        ({"idempotency_key": ""}, ("idempotency_key", "BLANK")),
        ({"occurred_at": datetime(1969, 12, 31, tzinfo=UTC)}, ("occurred_at", "OUT_OF_RANGE")),
        ({"occurred_at": datetime(1, 1, 1, tzinfo=timezone(14 * HOUR))}, ("occurred_at", "OUT_OF_RANGE")),
        ({"occurred_at": datetime(9999, 12, 31, 23, tzinfo=timezone(-14 * HOUR))}, ("occurred_at", "OUT_OF_RANGE")),
        ({"lead_id": 0}, ("lead_id", "NOT_FOUND")),
        ({"lead_id": 2**63}, ("lead_id", "NOT_FOUND")),
        ({"lead_id": 99}, ("lead_id", "NOT_FOUND")),
    ],
)
async def test_a_wrong_value_is_refused(values: dict[str, object], problem: tuple[str, str]) -> None:
    fine: dict[str, object] = {"lead_id": await a_lead(), "summary": "Hello."}
    draft = ContactEventDraft(channel=Channel.EMAIL, direction=OUTBOUND, **(fine | values))  # type: ignore[arg-type]

    assert await problems_of(log_contact_event(draft, act())) == {problem}
    assert not await models.ContactEvent.exists()


async def test_an_event_can_be_part_of_a_larger_change_and_of_an_appointment() -> None:
    lead_id = await a_lead()
    appointment = await models.Appointment.create(
        lead_id=lead_id, title="Talk", starts_at=NOON, ends_at=NOON + HOUR, time_zone="UTC", created_at=NOON
    )

    async with transaction(act(1)) as tx:
        draft = ContactEventDraft(lead_id, Channel.OTHER, OUTBOUND, "Talked.")
        event_id = await log_in(tx, draft, appointment_id=appointment.id)

    event = await models.ContactEvent.get(id=event_id).select_related("appointment")
    assert event.appointment == appointment
    assert (await models.Lead.get(id=lead_id)).stage is CONTACTED
