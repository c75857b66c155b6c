"""Tasks and unsettled messages over HTTP."""

from typing import Any

import models
from models import AttemptOutcome, Channel, LeadStage, OutreachStatus
from pushdown import encode_global_id
from services.outreach.recovering import tidy
from services.outreach.waking import wake
from services.safety.settings import SendWindow
from services.transaction import Act
from tests.resolvers.serving import Api
from tests.services.outreach.delivered import (
    desk_at,
    due_message,
    execute,
    let_everything_go,
    look_once,
    message_of,
    now,
    outcomes,
    reservations,
)
from tests.services.safety.sending import leaks, open_settings, put_in_force

TASKS = """
query ($filter: OutreachTaskFilter) {
  outreachTasks(filter: $filter) {
    totalCount nodes { id open outcome note actor createdAt endedAt message { id status body channel } }
  }
}
"""
COMPLETE = """
mutation ($input: CompleteOutreachTaskInput!) {
  completeOutreachTask(input: $input) {
    outreachTask { open outcome note actor endedAt message { status sentAt } } userErrors { field code message }
  }
}
"""
SETTLE = """
mutation ($input: SettleOutreachMessageInput!) {
  settleOutreachMessage(input: $input) {
    outreachMessage { status sentAt scheduledFor } userErrors { field code message }
  }
}
"""


async def tasks(api: Api, **filter_: Any) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = (await api.execute(TASKS, filter=filter_ or None))["outreachTasks"]["nodes"]
    return nodes


async def unknown_message(database_url: str) -> tuple[int, str]:
    """A message whose program ended after it was handed over."""
    await let_everything_go()
    message_id = await due_message(steps=2)
    await execute("UPDATE enrolments SET preview = false")
    await execute(
        "INSERT INTO delivery_attempts (message_id, number, started_at, handed_over_at) VALUES ($1, 1, now(), now())",
        message_id,
    )
    await execute(
        "INSERT INTO safety_reservations (channel, scopes, day, attempt_id, settings_version, state, reserved_at)"
        " SELECT 'EMAIL', '{}', current_date, id, 2, 'RESERVED', now() FROM delivery_attempts"
    )
    await look_once(database_url, desk_at(None))
    assert (await message_of(message_id)).status is OutreachStatus.UNKNOWN
    return message_id, encode_global_id("OutreachMessage", message_id)


async def test_other_channels_make_tasks_under_the_same_limits(api: Api, database_url: str) -> None:
    await let_everything_go()
    first = await due_message(None, Channel.PHONE)
    await look_once(database_url, desk_at(None))
    (task,) = await tasks(api, open=True)
    assert (task["open"], task["outcome"], task["message"]["status"]) == (True, None, "PENDING")
    assert await reservations() == ["RESERVED"]
    assert await outcomes(first) == [AttemptOutcome.DEFERRED]
    await look_once(database_url, desk_at(None))
    assert len(await tasks(api)) == 1

    done = await api.done(COMPLETE, input={"id": task["id"], "note": " called "})
    assert done["outreachTask"]["message"]["status"] == "SENT"
    assert (done["outreachTask"]["outcome"], done["outreachTask"]["note"]) == ("DONE", "called")
    assert done["outreachTask"]["actor"] == "tester"
    again = await api.done(COMPLETE, input={"id": task["id"]})
    assert again["outreachTask"] == done["outreachTask"]
    refused = await api.refused(COMPLETE, input={"id": task["id"], "outcome": "DISMISSED"})
    assert refused == [("id", "CONFLICT")]
    assert await reservations() == ["SENT"]
    assert await outcomes(first) == [AttemptOutcome.SENT]
    message = await message_of(first)
    assert message.lead.stage is LeadStage.CONTACTED
    assert await models.ContactEvent.filter(channel=Channel.PHONE, direction="OUTBOUND").count() == 1
    assert not await tasks(api, open=True)
    assert not await leaks()


async def test_a_dismissed_task_gives_its_units_back_and_a_stopped_one_is_withdrawn(
    api: Api, database_url: str
) -> None:
    await let_everything_go()
    dismissed, stopped = [await due_message(None, Channel.PHONE) for _ in range(2)]
    quiet = await due_message(None, Channel.PHONE, live=False)
    await look_once(database_url, desk_at(None))
    assert (await message_of(quiet)).status is OutreachStatus.PREVIEWED
    first, _ = await tasks(api)
    done = await api.done(COMPLETE, input={"id": first["id"], "outcome": "DISMISSED"})
    assert done["outreachTask"]["message"]["status"] == "SKIPPED"
    assert (await message_of(dismissed)).enrolment.stop_reason is models.EnrolmentStop.SKIPPED

    await execute("UPDATE outreach_messages SET status = 'SKIPPED' WHERE id = $1", stopped)
    await tidy(Act("outreach", now()))
    assert [one["outcome"] for one in await tasks(api)] == ["DISMISSED"] * 2
    assert sorted(await reservations()) == ["RELEASED"] * 3
    assert not await models.ContactEvent.exists()
    assert not await leaks()


async def test_a_task_that_is_not_there_or_a_note_without_end_is_refused(api: Api) -> None:
    for id_ in ("x", encode_global_id("OutreachTask", 7), encode_global_id("Lead", 1)):
        assert await api.refused(COMPLETE, input={"id": id_}) == [("id", "NOT_FOUND")]
    long = {"id": encode_global_id("OutreachTask", 7), "note": "x" * 2001}
    assert await api.refused(COMPLETE, input=long) == [("note", "TOO_LONG")]
    for id_ in ("x", encode_global_id("OutreachMessage", 7)):
        assert await api.refused(SETTLE, input={"id": id_, "outcome": "SENT"}) == [("id", "NOT_FOUND")]


async def test_a_person_settles_that_a_message_went_out(api: Api, database_url: str) -> None:
    message_id, id_ = await unknown_message(database_url)
    for _ in range(2):
        await look_once(database_url, desk_at(None))
    assert await outcomes(message_id) == [AttemptOutcome.UNKNOWN]
    settled = await api.done(SETTLE, input={"id": id_, "outcome": "SENT"})
    assert settled["outreachMessage"]["status"] == "SENT"
    assert await reservations() == ["SENT"]
    assert await outcomes(message_id) == [AttemptOutcome.SENT]
    message = await message_of(message_id)
    assert message.lead.stage is LeadStage.CONTACTED
    assert await models.OutreachMessage.filter(enrolment_id=message.enrolment.id, step=2).exists()
    assert await api.refused(SETTLE, input={"id": id_, "outcome": "NOT_SENT"}) == [("id", "CONFLICT")]


async def test_a_person_settles_that_it_did_not_and_it_is_tried_again(api: Api, database_url: str) -> None:
    message_id, id_ = await unknown_message(database_url)
    settled = await api.done(SETTLE, input={"id": id_, "outcome": "NOT_SENT"})
    assert settled["outreachMessage"]["status"] == "SCHEDULED"
    assert await reservations() == ["RELEASED"]
    assert await outcomes(message_id) == [AttemptOutcome.ABANDONED]
    assert not await models.ContactEvent.exists()


async def test_who_waits_for_nobody_knows_when_is_looked_at_again(api: Api, database_url: str) -> None:
    await put_in_force(open_settings(send_window=SendWindow(use_lead_time_zone=True)))
    message_id = await due_message()
    await look_once(database_url, desk_at(None))
    assert (await message_of(message_id)).status is OutreachStatus.PENDING
    assert await wake(0, Act("outreach", now())) == 0
    assert (await message_of(message_id)).status is OutreachStatus.PENDING
    await execute("UPDATE leads SET time_zone = 'Europe/Lisbon'")
    await wake(0, Act("outreach", now()))
    message = await message_of(message_id)
    assert message.status is OutreachStatus.SCHEDULED
    assert message.decision is not None
