"""What undoing a merge brings back, and when it may be refused."""

from dataclasses import dataclass

from tests.resolvers.pipeline_machine.state import Row, State, moment

_SINCE = ("version", "updated_at")
_BY_MESSAGES = ("last_contacted_at", "last_replied_at", "stage", "stage_entered_at")
_CHILDREN = ("contact_events", "appointments")


@dataclass(frozen=True, slots=True)
class Merge:
    """A merge as it was made: everything before it, and right after."""

    id: int
    before: State
    after: State

    @property
    def survivor(self) -> int:
        """The lead which took the others in."""
        lead_id: int = self.after["lead_merges"][self.id]["before"]["id"]
        return lead_id

    @property
    def absorbed(self) -> list[int]:
        """Those others."""
        return [one["lead_id"] for one in self.after["lead_merges"][self.id]["absorbed"]]

    def why_not(self, now: State) -> str | None:
        """What stands in the way of undoing it; None where nothing does."""
        row = now["lead_merges"][self.id]
        if row["undone_at"] is not None:
            return "undone"
        standing = [other for other in now["lead_merges"].values() if other["undone_at"] is None]
        if row["lead_id"] != self.survivor or any(
            other["id"] > self.id and other["lead_id"] == self.survivor for other in standing
        ):
            return "not the last"
        return self._whose_address(now)

    def _whose_address(self, now: State) -> str | None:
        survivor, merged = now["leads"][self.survivor], self.after["leads"][self.survivor]
        was = self.before["leads"][self.survivor]
        owners = {row["value"]: row["lead_id"] for row in self._keys(now)}
        back = {row["value"] for row in self._keys(self.before) if row["lead_id"] in self.absorbed}
        if any(owners.get(value, self.survivor) != self.survivor for value in back):
            return "an address of an absorbed lead is somebody else's"
        if survivor["email"] != merged["email"] and survivor["email"] in back:
            return "the survivor was given an absorbed lead's address"
        if survivor["email"] == merged["email"] and owners.get(was["email"], self.survivor) != self.survivor:
            return "the survivor's own address is somebody else's"
        return None

    def _keys(self, state: State) -> list[Row]:
        campaign_id = self.before["leads"][self.survivor]["campaign_id"]
        return [row for row in state["lead_identities"].values() if row["campaign_id"] == campaign_id]

    def hold_undone(self, then: State, now: State) -> None:
        """Everything is as before the merge, but for what happened since. `then` was right before undoing."""
        if then == self.after:
            self._hold_all_back(now)
        for lead_id in self.absorbed:
            self._hold_back(lead_id, now)
        for table in _CHILDREN:
            for key, row in then[table].items():
                owner = self.before[table][key]["lead_id"] if key in self.before[table] else row["lead_id"]
                returns = owner in self.absorbed and row["lead_id"] == self.survivor
                assert now[table][key] == {**row, "lead_id": owner if returns else row["lead_id"]}
            assert now[table].keys() == then[table].keys()
        self._hold_survivor(then, now)

    def _hold_all_back(self, now: State) -> None:
        """Nothing happened since: every row of every table is what it was."""
        for table, rows in self.before.tables.items():
            if table not in {"leads", "lead_merges"}:
                assert now[table] == rows, table
        assert now["leads"].keys() == self.before["leads"].keys()
        assert all(now["leads"][key] == row for key, row in self.before["leads"].items() if key != self.survivor)
        was, is_ = self.before["leads"][self.survivor], now["leads"][self.survivor]
        assert _without(was, _SINCE) == _without(is_, _SINCE)

    def _hold_back(self, lead_id: int, now: State) -> None:
        """An absorbed lead, its history and its keys are what they were; messages corrected since count."""
        was, is_ = self.before["leads"][lead_id], now["leads"][lead_id]
        assert _without(was, _BY_MESSAGES[:2]) == _without(is_, _BY_MESSAGES[:2])
        for column in _BY_MESSAGES[:2]:
            assert is_[column] == was[column] or was[column] is None or moment(is_[column]) > moment(was[column])
        for table in ("stage_changes", "lead_identities"):
            assert now.of_lead(table, lead_id) == self.before.of_lead(table, lead_id)

    def _hold_survivor(self, then: State, now: State) -> None:
        """What still was as the merge had left it is as before the merge; what was changed since stays."""
        was, merged = self.before["leads"][self.survivor], self.after["leads"][self.survivor]
        changed, is_ = then["leads"][self.survivor], now["leads"][self.survivor]
        for column in was.keys() - {*_SINCE, *_BY_MESSAGES}:
            assert is_[column] == (was if changed[column] == merged[column] else changed)[column], column
        if (changed["stage"], changed["stage_entered_at"]) != (merged["stage"], merged["stage_entered_at"]):
            assert (is_["stage"], is_["stage_entered_at"]) == (changed["stage"], changed["stage_entered_at"])


def _without(row: Row, columns: tuple[str, ...]) -> dict[str, object]:
    return {column: value for column, value in row.items() if column not in columns}
