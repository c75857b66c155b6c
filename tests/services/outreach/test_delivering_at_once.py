"""Several programs at once, and the emergency stop: each message once, and none after the stop."""

import asyncio
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

from gateways.protocol import Delivery, HandOver, Letter
from gateways.smtp import SmtpGateway
from models import AttemptOutcome, OutreachStatus, SuppressionKind
from services.outreach.delivering import Point
from services.safety.switching import pause, resume
from services.suppressions import Given, SuppressionDraft, add_suppressions
from services.transaction import Act
from tests.gateways.mailbox import mail_server
from tests.services.outreach.delivered import (
    SENDER,
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
from tests.services.safety.sending import leaks

RUNNERS, MESSAGES = 20, 12


async def test_twenty_runners_send_each_message_once(connected: str, tmp_path: Path) -> None:
    await let_everything_go()
    ids = [await due_message(f"lead{number}@mail{number}.example") for number in range(MESSAGES)]
    async with mail_server(tmp_path) as server:
        await asyncio.gather(*(look_once(connected, desk_at(server)) for _ in range(RUNNERS)))
        await look_once(connected, desk_at(server))
        went_to = Counter(to for _, (to,) in server.envelopes)
    assert went_to == {f"lead{number}@mail{number}.example": 1 for number in range(MESSAGES)}
    assert {(await message_of(one)).status for one in ids} == {OutreachStatus.SENT}
    assert [await _without_abandoned(one) for one in ids] == [[AttemptOutcome.SENT]] * MESSAGES
    assert (await reservations()).count("SENT") == MESSAGES
    assert not await leaks()


async def _without_abandoned(message_id: int) -> list[str | None]:
    """What attempts came to, but for those which could not ask in time whether to go: the next makes up for them."""
    return [one for one in await outcomes(message_id) if one is not AttemptOutcome.ABANDONED]


async def test_a_stop_withholds_what_is_reserved_and_connected_and_resuming_sends_it(
    connected: str, tmp_path: Path
) -> None:
    await let_everything_go()
    message_id = await due_message()
    stopped = asyncio.Event()

    async def stop_everything() -> None:
        await pause("Enough", Act("tester", now()))
        stopped.set()

    tasks = []

    def stop_when_connected(point: Point) -> None:
        # The program goes on at once: what it asks next must see the stop, which another connection commits.
        if point is Point.RESERVED:
            tasks.append(asyncio.get_running_loop().create_task(stop_everything()))

    async with mail_server(tmp_path) as server:
        desk = desk_at(server, stop_when_connected)
        gateway = SmtpGateway(server.settings(), SENDER)

        class Waits:
            """A gateway that waits for the stop before it asks whether a message may leave."""

            async def deliver(self, letter: Letter, hand_over: HandOver) -> Delivery:
                async def ask_after_the_stop() -> bool:
                    await stopped.wait()
                    return await hand_over()

                return await gateway.deliver(letter, ask_after_the_stop)

            async def close(self) -> None:
                await gateway.close()

        await look_once(connected, replace(desk, outbox=replace(desk.outbox, gateway=Waits())))
        await asyncio.gather(*tasks)
        assert server.connections == 1
        assert not server.raw
        message = await message_of(message_id)
        assert (message.status, message.attempts) == (OutreachStatus.SCHEDULED, 0)
        assert await outcomes(message_id) == [AttemptOutcome.ABANDONED]
        assert await reservations() == ["RELEASED"]

        await look_once(connected, desk_at(server))
        assert server.connections == 1
        await resume(Act("tester", now()))
        await look_once(connected, desk_at(server))
        assert len(server.raw) == 1
    assert (await message_of(message_id)).status is OutreachStatus.SENT
    assert not await leaks()


async def test_what_changes_after_the_reservation_withholds_a_message(connected: str, tmp_path: Path) -> None:
    await let_everything_go()
    changes = {
        "a": "UPDATE leads SET do_not_contact = true WHERE id = $1",
        "b": "UPDATE leads SET stage = 'LOST' WHERE id = $1",
        "c": "UPDATE leads SET email = 'new@c.example' WHERE id = $1",
        "d": "UPDATE campaigns SET outreach_live = false WHERE id = (SELECT campaign_id FROM leads WHERE id = $1)",
        "e": "UPDATE campaigns SET status = 'PAUSED' WHERE id = (SELECT campaign_id FROM leads WHERE id = $1)",
        "f": "UPDATE enrolments SET status = 'STOPPED', stop_reason = 'REPLIED', ended_at = now() WHERE lead_id = $1",
    }
    ids = {name: await due_message(f"{name}@{name}.example") for name in (*changes, "suppressed")}
    leads = {name: (await message_of(one)).lead.id for name, one in ids.items()}
    order = iter(ids)

    async with mail_server(tmp_path) as server:
        desk = desk_at(server)
        gateway = SmtpGateway(server.settings(), SENDER)

        class Changes:
            """A gateway whose world changes while it connects."""

            async def deliver(self, letter: Letter, hand_over: HandOver) -> Delivery:
                name = next(order)
                if name == "suppressed":
                    entry = Given(SuppressionKind.DOMAIN, "suppressed.example")
                    await add_suppressions(SuppressionDraft([entry]), Act("tester", now()))
                else:
                    await execute(changes[name], leads[name])
                return await gateway.deliver(letter, hand_over)

            async def close(self) -> None:
                await gateway.close()

        await look_once(connected, replace(desk, outbox=replace(desk.outbox, gateway=Changes())))
        assert not server.raw
    assert [await outcomes(one) for one in ids.values()] == [[AttemptOutcome.ABANDONED]] * len(ids)
    assert await reservations() == ["RELEASED"] * len(ids)
    assert not await leaks()


async def test_a_server_that_stalls_holds_nobody_up_for_longer_than_it_may(connected: str, tmp_path: Path) -> None:
    await let_everything_go()
    stalled = await due_message("stalls-at-data@mail.example")
    async with mail_server(tmp_path) as server:
        began = time.monotonic()
        await look_once(connected, desk_at(server, timeout=0.5))
        assert time.monotonic() - began < 5
    message = await message_of(stalled)
    assert (message.status, message.attempts) == (OutreachStatus.SCHEDULED, 1)
    assert await outcomes(stalled) == [AttemptOutcome.TEMPORARY_FAILURE]
