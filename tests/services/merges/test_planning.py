"""What a merge makes of its leads, whatever they are."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tortoise import Tortoise

import models
from models import LeadStage
from services.merges.planning import DECIDED, KEPT, MergeField, plan_merge
from services.validation import Findings
from tests.examples import examples

_NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_TIMES = st.none() | st.integers(-5, 5).map(lambda hours: _NOON + timedelta(hours=hours))
_TEXTS = st.none() | st.sampled_from(("", "a", "b", " a"))
_OTHERS = {MergeField.TAGS, MergeField.NOTES, MergeField.FOLLOWERS}
_FILLED = [field.column for field in MergeField if field not in _OTHERS]
_ORIGINS = st.fixed_dictionaries({"field": st.sampled_from(("name", "bio", "score"))})

_LEADS = st.lists(
    st.fixed_dictionaries(
        {
            **dict.fromkeys(_FILLED, _TEXTS),
            "followers": st.none() | st.integers(0, 5),
            "tags": st.lists(st.sampled_from(("a", "A", "b", "ß", "SS")), max_size=3),
            "notes": _TEXTS,
            "stage": st.sampled_from(LeadStage),
            "score": st.none() | st.floats(0, 1),
            "do_not_contact": st.booleans(),
            "last_contacted_at": _TIMES,
            "last_replied_at": _TIMES,
            "provenance": st.lists(_ORIGINS, max_size=3),
        }
    ),
    min_size=2,
    max_size=5,
).map(lambda leads: [{"id": number, **lead} for number, lead in enumerate(leads, start=1)])

_OPEN = (LeadStage.NEW, LeadStage.CONTACTED, LeadStage.REPLIED, LeadStage.QUALIFIED)


def test_every_column_of_a_lead_is_decided_on_or_kept() -> None:
    """A column that is added later must be one or the other."""
    Tortoise.init_models(["models"], "models")
    columns = set(models.Lead._meta.fields_db_projection.values())
    assert columns == {*DECIDED, *KEPT}
    assert not KEPT & set(DECIDED)


@examples(200)
@given(_LEADS)
def test_nothing_that_is_known_of_the_person_is_lost(leads: list[dict[str, Any]]) -> None:
    values = plan_merge(leads, {}).values
    assert values["do_not_contact"] == any(lead["do_not_contact"] for lead in leads)
    assert {tag.casefold() for tag in values["tags"]} == {tag.casefold() for lead in leads for tag in lead["tags"]}
    assert len({tag.casefold() for tag in values["tags"]}) == len(values["tags"])
    assert set((values["notes"] or "").split("\n\n")) - {""} == {(lead["notes"] or "").strip() for lead in leads} - {""}
    for column in ("score", "last_contacted_at", "last_replied_at"):
        assert values[column] == max((lead[column] for lead in leads if lead[column] is not None), default=None)
    for column in (*_FILLED, "followers"):
        known = [lead[column] for lead in leads if lead[column] not in {None, ""}]
        assert values[column] == (known[0] if known else None)


@examples(200)
@given(_LEADS)
def test_the_stage_is_the_furthest_whoever_survives(leads: list[dict[str, Any]]) -> None:
    stages = [lead["stage"] for lead in leads]
    stage = plan_merge(leads, {}).stage
    assert stage == plan_merge(leads[::-1], {}).stage
    if LeadStage.WON in stages:
        assert stage is LeadStage.WON
    elif still_open := [one for one in stages if one in _OPEN]:
        assert stage is max(still_open, key=_OPEN.index)
    else:
        assert stage is LeadStage.LOST


@examples(200)
@given(_LEADS, st.data())
def test_a_value_is_that_of_the_leads_which_are_named_for_it(leads: list[dict[str, Any]], data: st.DataObject) -> None:
    choices = data.draw(st.dictionaries(st.sampled_from(MergeField), st.sampled_from([lead["id"] for lead in leads])))
    plan = plan_merge(leads, choices)
    by_id = {lead["id"]: lead for lead in leads}
    for column, whose in plan.origins.items():
        theirs = [by_id[lead_id][column] for lead_id in whose]
        if column == "tags":
            assert {tag for tags in theirs for tag in tags} >= set(plan.values[column])
        elif column == "notes":
            assert "\n\n".join(text.strip() for text in theirs) == plan.values[column].strip()
        else:
            assert theirs[0] == plan.values[column]
    for field, lead_id in choices.items():
        assert plan.values[field.column] == by_id[lead_id][field.column]


@examples(100)
@given(_LEADS)
def test_provenance_is_of_values_which_the_merged_lead_has(leads: list[dict[str, Any]]) -> None:
    plan = plan_merge(leads, {})
    expected = [entry for entry in leads[0]["provenance"] if entry["field"] == "score" or _is_of(plan, entry, 1)]
    for lead in leads[1:]:
        expected += [one for one in lead["provenance"] if one["field"] != "score" and _is_of(plan, one, lead["id"])]
    assert plan.values["provenance"] == expected


def _is_of(plan: Any, entry: dict[str, str], lead_id: int) -> bool:
    return lead_id in plan.origins.get(entry["field"], ())


def test_what_becomes_too_much_is_found_unless_somebodys_is_chosen() -> None:
    lead = dict.fromkeys((*_FILLED, "followers", "score", "last_contacted_at", "last_replied_at"))
    lead |= {"stage": LeadStage.NEW, "do_not_contact": False, "provenance": []}
    leads = [
        lead | {"id": number, "notes": str(number) * 12_000, "tags": [f"{number} {tag}" for tag in range(26)]}
        for number in (1, 2)
    ]
    findings = Findings()
    plan_merge(leads, {}, findings)
    assert findings.any
    findings = Findings()
    plan_merge(leads, {MergeField.NOTES: 2, MergeField.TAGS: 1}, findings)
    assert not findings.any
