"""The funnel in figures, counted row by row."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import product
from statistics import median
from typing import Any

from models import LeadStage
from tests.resolvers.plainly.paging import DEFAULTS
from tests.resolvers.plainly.tables import Row

Arguments = Mapping[str, Any]
_DAY = timedelta(days=1)


class Passing(float):
    """A figure that grows while it is looked at."""


def pipeline(campaign: Row | None, leads: Sequence[Row], changes: Sequence[Row]) -> dict[str, Any]:
    """The figures over these leads and these changes of stages."""
    of = {stage: [lead for lead in leads if lead.stage is stage] for stage in LeadStage}
    won, lost = len(of[LeadStage.WON]), len(of[LeadStage.LOST])
    return {
        "campaign": campaign,
        "total": len(leads),
        "conversionRate": won / (won + lost) if won + lost else 0,
        "stages": [{"of": stage, "stage": stage.value, "rows": of[stage], "changes": changes} for stage in LeadStage],
        "changes": changes,
    }


def leads_of_stage(stage: Mapping[str, Any], arguments: Arguments) -> list[Row]:
    """The first leads of a stage."""
    first = arguments.get("first")
    return DEFAULTS["Query", "leads"].sorted(stage["rows"])[: 20 if first is None else first]


def entered(stage: Mapping[str, Any], arguments: Arguments) -> int:
    """How often it was entered within the period asked for."""
    return sum(1 for change in _within(stage["changes"], arguments) if change.to_stage is stage["of"])


def entered_last_7_days(stage: Mapping[str, Any], _: Arguments) -> int:
    """How often it was entered in the week up to now."""
    return entered(stage, {"since": datetime.now(UTC) - 7 * _DAY})


def median_days_in_stage(stage: Mapping[str, Any], arguments: Arguments) -> float | None:
    """How long those who left it within the period had been in it."""
    left = [change for change in _within(stage["changes"], arguments) if change.from_stage is stage["of"]]
    return median((change.at - change.entered_from_at) / _DAY for change in left) if left else None


def median_days_so_far(stage: Mapping[str, Any], _: Arguments) -> float | None:
    """How long those who are in it have been in it by now."""
    now = datetime.now(UTC)
    return Passing(median((now - lead.stage_entered_at) / _DAY for lead in stage["rows"])) if stage["rows"] else None


def conversions(pipeline: Mapping[str, Any], arguments: Arguments) -> list[dict[str, Any]]:
    """The moves made within the period, in the order of the funnel."""
    moved = [(change.from_stage, change.to_stage) for change in _within(pipeline["changes"], arguments)]
    return [
        {
            "from": came_from.value,
            "to": to.value,
            "count": count,
            "rate": count / sum(one == came_from for one, _ in moved),
        }
        for came_from, to in product(LeadStage, LeadStage)
        if (count := moved.count((came_from, to)))
    ]


def _within(changes: Sequence[Row], arguments: Arguments) -> list[Row]:
    since, until = arguments.get("since"), arguments.get("until") or datetime.now(UTC)
    if since is None:
        earliest = datetime.min.replace(tzinfo=UTC)
        since = until - 30 * _DAY if until - earliest > 30 * _DAY else earliest
    return [change for change in changes if since <= change.at < until]


Figure = Callable[[Mapping[str, Any], Arguments], Any]

FIGURES: Mapping[tuple[str, str], Figure] = {
    ("Pipeline", "conversions"): conversions,
    ("PipelineStage", "count"): lambda stage, _: len(stage["rows"]),
    ("PipelineStage", "entered"): entered,
    ("PipelineStage", "enteredLast7Days"): entered_last_7_days,
    ("PipelineStage", "leads"): leads_of_stage,
    ("PipelineStage", "medianDaysInStage"): median_days_in_stage,
    ("PipelineStage", "medianDaysSoFar"): median_days_so_far,
}
"""The fields that take some counting."""
