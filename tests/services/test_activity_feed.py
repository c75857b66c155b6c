"""Changes as they happen."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

import models
from cam_graphql.database import connection_arguments
from services.activity import Change, Position, Subject, end_of_log
from services.activity_feed import ActivityFeed, FeedSettings, FellBehind
from services.transaction import Transaction, reading, transaction
from tests.services.discovery.story import act

PATIENT = FeedSettings(poll_interval=60)
"""Nothing is found by polling: what arrives within a test came by notification, or by looking for settled rows."""


@asynccontextmanager
async def feeding(url: str, settings: FeedSettings = PATIENT) -> AsyncIterator[ActivityFeed]:
    """A feed which reads."""
    feed = ActivityFeed(connection_arguments(url), settings)
    await feed.start()
    try:
        yield feed
    finally:
        await feed.stop()


def note(tx: Transaction, number: int, *, campaign_id: int = 1, subject: Subject = Subject.LEAD) -> None:
    """Let something happen."""
    tx.log(models.ActivityKind.LEAD_CREATED, subject, number, campaign_id=campaign_id)


async def happen(*numbers: int, campaign_id: int = 1, subject: Subject = Subject.LEAD) -> None:
    """One transaction in which these things happen."""
    async with transaction(act()) as tx:
        for number in numbers:
            note(tx, number, campaign_id=campaign_id, subject=subject)


async def take(changes: AsyncIterator[Change], count: int, within: float = 5) -> list[int]:
    """The next changes' subjects."""
    async with asyncio.timeout(within):
        return [(await anext(changes)).subject_id for _ in range(count)]


async def test_a_subscriber_sees_what_happens_from_now_on_in_order(connected: str) -> None:
    await happen(1)
    async with feeding(connected) as feed, feed.subscribe() as changes:
        await happen(2, 3)
        await happen(4)

        assert await take(changes, 3) == [2, 3, 4]


async def test_a_feed_stops_although_it_is_notified_at_the_same_moment(connected: str) -> None:
    feed = ActivityFeed(connection_arguments(connected), PATIENT)
    await feed.start()
    async with asyncio.timeout(5):
        while not feed._notified._waiters:  # until it has read all, and waits
            await asyncio.sleep(0.01)
    feed._notified.set()
    stopped, _ = await asyncio.wait({asyncio.create_task(feed.stop())}, timeout=5)
    assert stopped


async def test_a_returning_subscriber_gets_what_it_missed_and_then_goes_on(connected: str) -> None:
    async with feeding(connected, FeedSettings(page_size=2, poll_interval=60)) as feed:
        await happen(1, 2)
        async with feed.subscribe(after=Position(0, 0)) as changes:
            assert await take(changes, 1) == [1]
            left_off = (await anext(changes)).position
        await happen(3, 4, 5, 6)

        async with feed.subscribe(after=left_off) as changes:
            assert await take(changes, 4) == [3, 4, 5, 6]
            await happen(7)
            assert await take(changes, 1) == [7]


async def test_a_subscriber_gets_only_what_it_asks_for_replayed_and_live(connected: str) -> None:
    async with feeding(connected) as feed:
        await happen(1)
        await happen(2, campaign_id=2)
        await happen(1, subject=Subject.CAMPAIGN)
        start = Position(0, 0)
        async with (
            feed.subscribe(after=start, campaign_id=2) as of_campaign,
            feed.subscribe(after=start, subject_type=Subject.LEAD, subject_id=1) as of_lead,
            feed.subscribe(lambda change: change.subject_id > 1, start) as wanted,
        ):
            assert await take(of_campaign, 1) == [2]
            assert await take(of_lead, 1) == [1]
            assert await take(wanted, 1) == [2]
            await happen(1, 5)
            await happen(6, campaign_id=2)
            assert await take(of_campaign, 1) == [6]
            assert await take(of_lead, 1) == [1]
            assert await take(wanted, 2) == [5, 6]


async def test_a_change_waits_for_an_older_transaction_and_comes_after_it(connected: str) -> None:
    older_is_open, younger_is_done = asyncio.Event(), asyncio.Event()

    async def be_older() -> None:
        async with transaction(act()) as tx:
            await tx.connection.fetchval("SELECT pg_current_xact_id()")
            older_is_open.set()
            await younger_is_done.wait()
            note(tx, 1)

    async with feeding(connected) as feed, feed.subscribe() as changes:
        taking = asyncio.create_task(take(changes, 2))
        older = asyncio.create_task(be_older())
        await older_is_open.wait()
        await happen(2)
        early, _ = await asyncio.wait({taking}, timeout=0.3)
        younger_is_done.set()
        await older

        assert not early
        assert await taking == [1, 2]


async def test_a_change_behind_a_transaction_that_rolls_back_comes_soon(connected: str) -> None:
    async with feeding(connected) as feed, feed.subscribe() as changes:
        taking = asyncio.create_task(take(changes, 1))
        async with reading() as connection:
            older = connection.transaction()
            await older.start()
            await connection.fetchval("SELECT pg_current_xact_id()")
            await happen(1)
            await older.rollback()

        assert await asyncio.wait_for(taking, 1) == [1]


@pytest.mark.slow
async def test_nothing_is_lost_repeated_or_out_of_order_while_20_transactions_commit_out_of_order(
    connected: str,
) -> None:
    dice = random.Random(1)

    async def write(writer: int) -> None:
        for turn in range(15):
            async with transaction(act()) as tx:
                await tx.connection.fetchval("SELECT pg_current_xact_id()")
                await asyncio.sleep(dice.random() * 0.05)
                note(tx, writer * 100 + turn)
                if dice.random() < 0.1:
                    await tx.connection.execute("SELECT pg_sleep(0.05)")

    async def follow(feed: ActivityFeed) -> list[Change]:
        """Take a few changes, leave, come back with the position, until all have come."""
        seen: list[Change] = []
        position = Position(0, 0)
        while len(seen) < 300:
            async with feed.subscribe(after=position) as changes:
                wanted = min(dice.randrange(1, 30), 300 - len(seen))
                seen.extend([await anext(changes) for _ in range(wanted)])
            position = seen[-1].position
        return seen

    async def stay(changes: AsyncIterator[Change]) -> list[Change]:
        return [await anext(changes) for _ in range(300)]

    async with asyncio.timeout(60), feeding(connected) as feed, feeding(connected) as other, AsyncExitStack() as stack:
        staying = await stack.enter_async_context(other.subscribe())
        followers = [asyncio.create_task(follow(each)) for each in (feed, other)]
        followers.append(asyncio.create_task(stay(staying)))
        await asyncio.gather(*(write(writer) for writer in range(20)))
        everything = await asyncio.gather(*followers)

    async with reading() as connection:
        rows = await connection.fetch("SELECT id FROM activity ORDER BY transaction_id, id")
    for seen in everything:
        assert [change.position.id for change in seen] == [row["id"] for row in rows]
        assert [change.position for change in seen] == sorted(change.position for change in seen)
    assert [row["id"] for row in rows] != sorted(row["id"] for row in rows), "nothing was committed out of order"


async def test_a_slow_subscriber_is_told_where_to_resume_and_holds_nobody_up(connected: str) -> None:
    settings = FeedSettings(queue_size=3, poll_interval=60)
    async with feeding(connected, settings) as feed, feed.subscribe() as slow, feed.subscribe() as quick:
        firsts = [asyncio.create_task(take(each, 1)) for each in (slow, quick)]
        while feed.following < 2:
            await asyncio.sleep(0.01)
        await happen(0)
        assert await asyncio.gather(*firsts) == [[0], [0]]
        for number in range(1, 7):
            await happen(number)
            assert await take(quick, 1) == [number]

        assert await take(slow, 3) == [1, 2, 3]
        with pytest.raises(FellBehind) as fell_behind:
            await take(slow, 1)
        async with feed.subscribe(after=fell_behind.value.position) as resumed:
            assert await take(resumed, 3) == [4, 5, 6]


async def test_a_lost_connection_costs_a_subscriber_nothing(connected: str) -> None:
    async with feeding(connected) as feed, feed.subscribe() as changes:
        await happen(1)
        assert await take(changes, 1) == [1]
        async with reading() as connection:
            cut = await connection.fetchval(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE datname = current_database() AND application_name = 'cam-graphql feed'"
            )
        assert cut == 1
        await happen(2)
        assert await take(changes, 1) == [2]
        await happen(3)
        assert await take(changes, 1) == [3]


async def test_stopping_the_feed_ends_its_subscriptions(connected: str) -> None:
    async with feeding(connected) as feed, feed.subscribe() as changes:
        ended = asyncio.create_task(anext(changes, None))
        await asyncio.sleep(0)
        await feed.stop()

        assert await asyncio.wait_for(ended, 1) is None


async def test_a_position_survives_its_text_form(connected: str) -> None:
    await happen(1)
    async with reading() as connection:
        position = await end_of_log(connection)

    assert Position.decode(position.encode()) == position


@pytest.mark.parametrize("text", ["", "x", "MS4", "MS4x!", "LTEuMQ", "MS4xIA", "é", "\0"])
def test_a_text_that_is_no_position_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a position"):
        Position.decode(text)
