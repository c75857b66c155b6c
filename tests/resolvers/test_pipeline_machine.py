"""Leads, messages, appointments and merges in any order: what the pipeline promises holds after every step."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import event, given, note
from hypothesis import strategies as st

import models
from services.errors import DomainError
from services.transaction import Act, reading
from tests.examples import examples
from tests.resolvers.conftest import Execute
from tests.resolvers.pipeline_machine.moves import MOVES, Draw
from tests.resolvers.pipeline_machine.parting import Merge
from tests.resolvers.pipeline_machine.promises import hold_counts, hold_now, hold_since
from tests.resolvers.pipeline_machine.state import State

BEGINNING = datetime(2026, 3, 1, 9, tzinfo=UTC)
OFTEN = ("create", "log", "merge", "merge", "part", "part", "book", "update")
_STEPS = st.lists(st.sampled_from((*MOVES, *OFTEN)), min_size=20, max_size=60)
_SECONDS = st.integers(0, 7_200)


async def _two_campaigns() -> State:
    """An empty database but for these, with two leads each."""
    async with reading() as connection:
        await connection.execute("DELETE FROM campaigns; DELETE FROM hosts; DELETE FROM activity")
    for name in ("Builders", "Others"):
        await models.Campaign.create(name=name, created_at=BEGINNING, updated_at=BEGINNING)
    return await State.read()


class Machine:
    """Makes one move after the other, and looks at each."""

    def __init__(self, data: st.DataObject, state: State, execute: Execute) -> None:
        self._data = data
        self._state = state
        self._execute = execute
        self._now = BEGINNING
        self._merges: dict[int, Merge] = {}

    async def step(self, name: str) -> None:
        """Make a move. One that is refused changes nothing."""
        self._now += timedelta(seconds=self._data.draw(_SECONDS))
        before = self._state
        draw = Draw(self._data, before, Act("tester", self._now))
        try:
            merged = await MOVES[name](draw)
        except DomainError as error:
            await self._hold_refused(name, error)
            return
        event(f"{name}: done")
        after = self._state = await State.read()
        if merged is not None:
            self._merges[merged] = Merge(merged, before, after)
        parted = self._parted(before, after)
        hold_now(after)
        hold_since(before, after, parted=parted.survivor if parted else None)
        await hold_counts(after, self._execute)
        if parted is not None:
            assert parted.why_not(before) is None
            parted.hold_undone(before, after)

    async def _hold_refused(self, name: str, error: DomainError) -> None:
        codes = sorted({problem.code for problem in error.problems})
        event(f"{name}: {', '.join(codes)}")
        note(f"{name} is refused: {error}")
        assert await State.read() == self._state
        if codes == ["NOT_UNDOABLE"]:
            assert any(
                merge.why_not(self._state) for merge in self._merges.values() if merge.id in self._state["lead_merges"]
            )

    def _parted(self, before: State, after: State) -> Merge | None:
        undone = [
            key
            for key in before["lead_merges"].keys() & after["lead_merges"].keys()
            if before["lead_merges"][key]["undone_at"] != after["lead_merges"][key]["undone_at"]
        ]
        assert len(undone) <= 1
        return self._merges[undone[0]] if undone else None


@pytest.mark.slow
@examples(20)
@given(data=st.data())
async def test_the_pipeline_keeps_its_promises_whatever_is_done_in_whatever_order(
    execute: Execute, data: st.DataObject
) -> None:
    machine = Machine(data, await _two_campaigns(), execute)
    for name in ("create", "create", "create", "create", *data.draw(_STEPS)):
        await machine.step(name)
