"""The funnel in figures: what is in each stage, what came and went, from one statement."""

from datetime import UTC, datetime, timedelta
from typing import Any

import models
from pushdown import encode_global_id
from tests.resolvers.conftest import Execute

DAY = timedelta(days=1)
FIGURES = """
query($campaign: ID, $since: DateTime, $until: DateTime) {
  pipeline(campaignId: $campaign) {
    total
    conversionRate
    stages {
      stage count enteredLast7Days entered(since: $since, until: $until)
      medianDaysInStage(since: $since, until: $until) medianDaysSoFar
    }
    conversions(since: $since, until: $until) { from to count rate }
  }
}
"""


async def _campaign(name: str) -> models.Campaign:
    now = datetime.now(UTC)
    return await models.Campaign.create(name=name, created_at=now, updated_at=now)


async def _lead(campaign: models.Campaign, *moves: tuple[str, float]) -> None:
    """A lead which went through these stages, each with how many days ago it was entered."""
    now = datetime.now(UTC)
    times = [(models.LeadStage(stage), now - days * DAY) for stage, days in moves]
    lead = await models.Lead.create(
        campaign=campaign,
        name="A",
        source=models.LeadSource.MANUAL,
        stage=times[-1][0],
        stage_entered_at=times[-1][1],
        provenance=[],
        created_at=times[0][1],
        updated_at=now,
    )
    came_from: tuple[models.LeadStage | None, datetime | None] = (None, None)
    for stage, at in times:
        await models.StageChange.create(
            lead=lead,
            campaign=campaign,
            from_stage=came_from[0],
            entered_from_at=came_from[1],
            to_stage=stage,
            actor="tester",
            at=at,
        )
        came_from = (stage, at)


async def _figures(execute: Execute, campaign: models.Campaign | None, since: float, until: float) -> Any:
    now = datetime.now(UTC)
    answer = await execute(
        FIGURES,
        campaign=campaign and encode_global_id("Campaign", campaign.id),
        since=(now - since * DAY).isoformat(),
        until=(now - until * DAY).isoformat(),
    )
    return answer["pipeline"]


async def test_all_six_stages_stand_in_order_zeros_included(execute: Execute) -> None:
    pipeline = await _figures(execute, None, 30, 0)
    assert [stage.pop("stage") for stage in pipeline["stages"]] == [stage.value for stage in models.LeadStage]
    nothing = {"medianDaysInStage": None, "medianDaysSoFar": None, "enteredLast7Days": 0, "entered": 0, "count": 0}
    assert pipeline == {"total": 0, "conversionRate": 0, "stages": [nothing] * 6, "conversions": []}


async def test_entries_and_stays_and_moves_are_those_of_the_period(execute: Execute) -> None:
    # given
    campaign = await _campaign("Builders")
    await _lead(campaign, ("NEW", 20), ("CONTACTED", 16), ("REPLIED", 6))
    await _lead(campaign, ("NEW", 18), ("CONTACTED", 10), ("WON", 3))
    await _lead(campaign, ("NEW", 2))

    # when: the period leaves out when the leads came in
    pipeline = await _figures(execute, campaign, 17, 2.5)

    # then
    stages = {stage["stage"]: stage for stage in pipeline["stages"]}
    assert {name: stage["entered"] for name, stage in stages.items()} == {
        "NEW": 0,
        "CONTACTED": 2,
        "REPLIED": 1,
        "QUALIFIED": 0,
        "WON": 1,
        "LOST": 0,
    }
    assert {name: stage["enteredLast7Days"] for name, stage in stages.items() if stage["enteredLast7Days"]} == {
        "NEW": 1,
        "REPLIED": 1,
        "WON": 1,
    }
    assert round(stages["NEW"]["medianDaysInStage"], 3) == 6  # of 4 and 8
    assert round(stages["CONTACTED"]["medianDaysInStage"], 3) == 8.5  # of 10 and 7
    assert stages["REPLIED"]["medianDaysInStage"] is None
    assert round(stages["REPLIED"]["medianDaysSoFar"], 3) == 6
    assert pipeline["conversions"] == [
        {"from": "NEW", "to": "CONTACTED", "count": 2, "rate": 1.0},
        {"from": "CONTACTED", "to": "REPLIED", "count": 1, "rate": 0.5},
        {"from": "CONTACTED", "to": "WON", "count": 1, "rate": 0.5},
    ]
    assert (pipeline["total"], pipeline["conversionRate"]) == (3, 1.0)


async def test_figures_of_one_campaign_leave_the_others_out(execute: Execute) -> None:
    # given
    ours, theirs = await _campaign("Ours"), await _campaign("Theirs")
    await _lead(ours, ("NEW", 3), ("LOST", 1))
    await _lead(theirs, ("NEW", 3), ("CONTACTED", 1))

    # when
    one, all_ = await _figures(execute, ours, 30, 0), await _figures(execute, None, 30, 0)

    # then
    assert one["conversions"] == [{"from": "NEW", "to": "LOST", "count": 1, "rate": 1.0}]
    assert [move["rate"] for move in all_["conversions"]] == [0.5, 0.5]
    assert [sum(stage["entered"] for stage in each["stages"]) for each in (one, all_)] == [2, 4]
    assert (one["total"], all_["total"]) == (1, 2)
