"""A server is asked for four times what it can do, by one credential, and for little by another."""

import asyncio
from dataclasses import dataclass

import asyncpg

from cam_graphql.database import connection_arguments
from cam_graphql.overload import OverloadBounds
from tests.end_to_end.client import AUTHORIZATION, client
from tests.end_to_end.loading import Load, Outcome, load, within
from tests.end_to_end.processes import Process

SETTINGS = {"CAM_COST_BUCKET": "1000000000", "CAM_COST_RESTORED": "1000000000", "CAM_KEEP_ALIVE": "120"}
"""So that nothing but the load itself has requests refused, and the client keeps its connections."""
CREATE_TOKEN = 'mutation { createApiToken(input: {name: "modest", role: VIEWER, days: 1}) { secret } }'

_TIMES = 4
_STALLS = 0.5
"""Seconds for which everything may stand still on a busy machine of two cores."""
_FULL_SPEED = 0.7
"""Share of the speed before; some tenths are the machine's moods."""
_CAMPAIGNS = """INSERT INTO campaigns (name, description, status, created_at, updated_at)
    SELECT 'Campaign ' || n, repeat('harbour ', 20), 'ACTIVE', now(), now() FROM generate_series(1, 10000) n"""
_HEAVY = "{" + " ".join(f"a{n}: campaigns {{ totalCount }}" for n in range(20)) + "}"
_LIGHT = "{ campaigns { totalCount } }"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What became of it."""

    before: float
    """Operations a second which it could do."""
    flood: Outcome
    others: Outcome
    after: float

    def __str__(self) -> str:
        return (
            f"{self.before:.0f} operations/s; at {_TIMES} times: {self.flood}\n"
            f"another: {self.others}\nafterwards {self.after:.0f}/s"
        )


async def press(server: tuple[Process, str], database_url: str, seconds: float, *, anew: bool) -> Pressed:
    """Ask for four times what the server can do, for so long; another credential asks for little meanwhile.

    `anew` has each request of the flood come over a new connection; those of the other credential always do.
    """
    connection = await asyncpg.connect(**connection_arguments(database_url))
    await connection.execute(_CAMPAIGNS)
    await connection.close()
    async with client(server[1]) as api:
        secret = (await api.execute(CREATE_TOKEN))["createApiToken"]["secret"]
    async with (
        load("flood", server, _HEAVY, AUTHORIZATION, anew=anew) as flooding,
        load("modest", server, _LIGHT, {"authorization": f"Bearer {secret}"}, anew=True) as asking,
    ):
        before = max([await flooding.sustained(0.5) for _ in range(2)])
        flood, others = await asyncio.gather(flooding.pressed(_TIMES * before, seconds), asking.pressed(5, seconds))
        return Pressed(before, flood, others, await _until_full_speed(flooding, before))


async def _until_full_speed(flooding: Load, before: float) -> float:
    """Operations a second, once they are as many as before; or the most of a few seconds."""
    most = 0.0
    for _ in range(10):
        most = max(most, await flooding.sustained(0.5))
        if most > _FULL_SPEED * before:
            break
    return most


def assert_held(pressed: Pressed, seconds: float, bounds: OverloadBounds) -> None:
    """Whether all is as it has to be, where the server has these bounds."""
    before, flood, others = pressed.before, pressed.flood, pressed.others
    for one in (flood, others):
        assert not one.told["wrong"], one.told["wrong"][0]
    assert len(flood.accepted) > 0.4 * before * seconds, "the server hardly did anything any more"
    assert len(flood.refused) > 0.2 * len(flood.accepted)
    assert not others.refused, "one that floods takes others' turns"
    # As many as may be at once are carried out in this time; twice, since refusing takes time, and so does the load.
    carried_out = 2 * bounds.turns.running / before
    for one in (flood, others):
        assert within(one.accepted_by_server()) < bounds.queue_seconds + carried_out + _STALLS
        # What the server's log does not see: connections it has not accepted, and requests it has not read.
        assert within(one.beyond_server()) < carried_out + _STALLS + within(one.told["late"])
    refused = within(flood.refused.values())
    assert refused < bounds.queue_seconds + carried_out + _STALLS + within(flood.told["late"])
    due = _TIMES * before * seconds
    assert len(flood.accepted) + len(flood.refused) > 0.9 * due, "the client did not press as it should"
    assert pressed.after > _FULL_SPEED * before
