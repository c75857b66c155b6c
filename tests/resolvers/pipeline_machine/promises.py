"""What holds of leads at every moment, and from each step to the next."""

from collections.abc import Iterable
from itertools import combinations, pairwise

from models import LeadStage
from pushdown import encode_global_id
from tests.resolvers.conftest import Execute
from tests.resolvers.pipeline_machine.state import Row, State, moment

PIPELINE = "query ($campaign: ID) { pipeline(campaignId: $campaign) { total stages { stage count } } }"


async def hold_counts(state: State, execute: Execute) -> None:
    """What a board counts are the leads there are."""
    for campaign in (None, *state["campaigns"]):
        leads = [lead for lead in state["leads"].values() if campaign in {None, lead["campaign_id"]}]
        counted = await execute(PIPELINE, campaign=campaign and encode_global_id("Campaign", campaign))
        assert counted["pipeline"] == {
            "total": len(leads),
            "stages": [
                {"stage": stage.value, "count": sum(lead["stage"] == stage for lead in leads)} for stage in LeadStage
            ],
        }


def hold_now(state: State) -> None:
    """What holds of every lead at any moment."""
    for lead in state["leads"].values():
        _hold_history(lead, state.of_lead("stage_changes", lead["id"]).values())
        _hold_times(lead, state.of_lead("contact_events", lead["id"]).values())
        keys = {row["value"] for row in state.of_lead("lead_identities", lead["id"]).values() if row["kind"] == "EMAIL"}
        assert lead["email"] is None or lead["email"] in keys, "an address is its lead's key"
    for table in ("stage_changes", "lead_identities"):
        for row in state[table].values():
            assert row["campaign_id"] == state["leads"][row["lead_id"]]["campaign_id"]
    _hold_apart(state["appointments"].values())


def hold_since(before: State, after: State, *, parted: int | None = None) -> None:
    """What holds from one step to the next; `parted` is the lead of which others were just parted again."""
    for lead_id in before["leads"].keys() & after["leads"].keys():
        then, now = before["leads"][lead_id], after["leads"][lead_id]
        if then == now:
            continue
        assert now["version"] > then["version"], "each change is a version"
        for column in ("updated_at", "stage_entered_at", "last_contacted_at", "last_replied_at"):
            if then[column] is not None and (lead_id != parted or column == "updated_at"):
                assert now[column] is not None, column
                assert moment(now[column]) >= moment(then[column]), column


def _hold_history(lead: Row, changes: Iterable[Row]) -> None:
    """The history has no gap, and ends where the lead stands."""
    ordered = sorted(changes, key=lambda change: (moment(change["at"]), change["id"]))
    assert (ordered[0]["from_stage"], ordered[0]["entered_from_at"]) == (None, None)
    for earlier, later in pairwise(ordered):
        assert (later["from_stage"], later["entered_from_at"]) == (earlier["to_stage"], earlier["at"])
    assert (ordered[-1]["to_stage"], ordered[-1]["at"]) == (lead["stage"], lead["stage_entered_at"])


def _hold_times(lead: Row, events: Iterable[Row]) -> None:
    """No message is later than the last."""
    for event in events:
        last = lead["last_contacted_at" if event["direction"] == "OUTBOUND" else "last_replied_at"]
        assert last is not None
        assert moment(last) >= moment(event["occurred_at"])


def _hold_apart(appointments: Iterable[Row]) -> None:
    """Neither a lead nor a host has two appointments at once."""
    scheduled = [row for row in appointments if row["status"] == "SCHEDULED"]
    for one, other in combinations(scheduled, 2):
        if one["lead_id"] == other["lead_id"] or one["host_id"] == other["host_id"] is not None:
            apart = moment(one["ends_at"]) <= moment(other["starts_at"])
            assert apart or moment(other["ends_at"]) <= moment(one["starts_at"])
