"""Taking leave to send: no budget is exceeded, none leaks, and everything is written down."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime

import asyncpg
import orjson
import pytest

from models import Channel, SafetyRule, SafetyVerdict
from services.safety.settings import CampaignLimits, ChannelSettings, LeadFrequency, Settings, Warmup
from services.safety.taking import give_back, reservation_of, settle_sent
from services.transaction import Act, reading, transaction
from tests.services.safety.meanwhile import execute, reserved, used_of
from tests.services.safety.sending import (
    MONDAY_NOON,
    leaks,
    open_settings,
    put_in_force,
    sent,
    stored_leads,
    taken,
)

SENDERS = 20


async def test_what_is_let_through_takes_of_every_budget_and_is_written_down_with_it(connected: str) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1, domain="mail.example")
    one = await taken(lead_id, attempt_id=7)
    assert one.decision.allowed
    async with reading() as connection:
        assert await reservation_of(connection, 7) == one.reservation_id
        row = await connection.fetchrow("SELECT * FROM safety_reservations")
        attempt = await connection.fetchrow("SELECT * FROM safety_attempts")
        campaign_id = await connection.fetchval("SELECT campaign_id FROM leads")
    assert row is not None
    assert attempt is not None
    assert set(row["scopes"]) == {
        "channel:EMAIL",
        f"campaign:{campaign_id}:EMAIL",
        "domain:mail.example",
        f"lead:{lead_id}",
        "gap:EMAIL",
    }
    assert (attempt["verdict"], attempt["rule"], attempt["at"]) == ("ALLOWED", None, row["reserved_at"])
    assert [check["rule"] for check in orjson.loads(attempt["decision"])["checks"]] == list(SafetyRule)
    assert "ana@" not in attempt["inputs"]
    assert not await leaks()


async def test_the_same_attempt_never_takes_twice(connected: str) -> None:
    await put_in_force(open_settings())
    (lead_id,) = await stored_leads(1)
    tries = await asyncio.gather(*(taken(lead_id, attempt_id=7) for _ in range(SENDERS)), return_exceptions=True)
    assert sum(isinstance(one, asyncpg.UniqueViolationError) for one in tries) == SENDERS - 1
    assert await used_of("channel:EMAIL") == 1


_LIMITED: dict[str, tuple[Settings, int, SafetyRule]] = {
    "channel": (open_settings(7), 7, SafetyRule.CHANNEL_LIMIT),
    "warm-up": (
        open_settings(channels={Channel.EMAIL: ChannelSettings(20, warmup=Warmup(3, 2, 20))}),
        3,
        SafetyRule.WARMUP,
    ),
    "campaign": (
        open_settings(campaigns={1: CampaignLimits({Channel.EMAIL: 4})}),
        4,
        SafetyRule.CAMPAIGN_LIMIT,
    ),
    "domain": (open_settings(max_per_domain_per_day=5), 5, SafetyRule.DOMAIN_LIMIT),
    "gap": (open_settings(channels={Channel.EMAIL: ChannelSettings(99, 90, 60)}), 1, SafetyRule.GAP),
    "lead": (open_settings(lead_frequency=LeadFrequency(2, 7)), 2, SafetyRule.LEAD_FREQUENCY),
}


@pytest.mark.parametrize("limit", _LIMITED)
async def test_concurrent_senders_never_exceed_a_limit(connected: str, limit: str) -> None:
    settings, most, rule = _LIMITED[limit]
    await put_in_force(settings)
    leads = await stored_leads(SENDERS, domain="mail.example")
    tries = await asyncio.gather(*(taken(leads[0] if limit == "lead" else lead_id) for lead_id in leads))
    let_through = [one for one in tries if one.reservation_id is not None]
    others = [one.decision for one in tries if one.reservation_id is None]
    assert len(let_through) == most
    assert {(one.verdict, one.rule) for one in others} == {(SafetyVerdict.DEFERRED, rule)}
    assert all(one.next_eligible_at is not None and one.next_eligible_at > datetime.now(UTC) for one in others)
    assert not await leaks()


async def test_a_sender_that_dies_before_sending_leaves_its_units_taken_until_they_are_given_back(
    connected: str,
) -> None:
    await put_in_force(open_settings(1))
    first, second = await stored_leads(2)
    reservation_id = await reserved(first)
    assert (await taken(second)).reservation_id is None
    assert await give_back(reservation_id)
    assert not await give_back(reservation_id)
    assert await used_of("channel:EMAIL") == 0
    await reserved(second)


async def test_units_that_were_used_up_by_a_message_are_not_given_back(connected: str) -> None:
    await put_in_force(open_settings(1))
    first, second = await stored_leads(2)
    assert not await give_back(await sent(first))
    assert (await taken(second)).decision.rule is SafetyRule.CHANNEL_LIMIT


async def test_the_message_that_is_rolled_back_uses_nothing_up(connected: str) -> None:
    await put_in_force(open_settings(1))
    (lead_id,) = await stored_leads(1)
    reservation_id = await reserved(lead_id)
    with suppress(ZeroDivisionError):
        async with transaction(Act("tester", MONDAY_NOON)) as tx:
            assert await settle_sent(tx, reservation_id)
            raise ZeroDivisionError
    assert await give_back(reservation_id)


async def test_who_must_not_be_written_to_is_never_let_through_and_it_is_told_why(connected: str) -> None:
    await put_in_force(open_settings())
    (unwanted,) = await stored_leads(1, do_not_contact=True)
    (addressless,) = await stored_leads(1, email=None)
    (lost,) = await stored_leads(1, stage="LOST")
    (there,) = await stored_leads(1)
    await execute(
        "UPDATE campaigns SET status = 'ARCHIVED' WHERE id = (SELECT campaign_id FROM leads WHERE id = $1)", there
    )
    for lead_id, rule in (
        (unwanted, SafetyRule.DO_NOT_CONTACT),
        (addressless, SafetyRule.ADDRESS),
        (lost, SafetyRule.STAGE),
        (there, SafetyRule.CAMPAIGN),
    ):
        one = await taken(lead_id)
        assert (one.reservation_id, one.decision.verdict, one.decision.rule) == (None, SafetyVerdict.BLOCKED, rule)
    async with reading() as connection:
        assert [row["rule"] for row in await connection.fetch("SELECT rule FROM safety_attempts ORDER BY id")] == [
            SafetyRule.DO_NOT_CONTACT,
            SafetyRule.ADDRESS,
            SafetyRule.STAGE,
            SafetyRule.CAMPAIGN,
        ]
        assert await connection.fetchval("SELECT count(*) FROM safety_budgets") == 0
