from itertools import product

import pytest

from models import ContactDirection, LeadStage
from services.leads.funnel import CLOSED, OPEN, REACHED_BY_CONTACT, origins, why_not

ORDER = list(LeadStage)


@pytest.mark.parametrize(("present", "target"), list(product(LeadStage, repeat=2)))
def test_a_lead_leaves_won_and_lost_by_reopening_only(present: LeadStage, target: LeadStage) -> None:
    problem = why_not(present, target, reopen=False, path=("reopen",))

    assert (problem is not None) == (present in CLOSED and present is not target)
    assert (present in origins(target, reopen=False)) == (problem is None and present is not target)
    assert why_not(present, target, reopen=True, path=("reopen",)) is None
    assert (present in origins(target, reopen=True)) == (present is not target)


def test_every_stage_is_open_or_closed() -> None:
    assert set(LeadStage) == CLOSED | OPEN
    assert not CLOSED & OPEN


@pytest.mark.parametrize("direction", ContactDirection)
def test_contact_brings_a_lead_forward_and_never_past_a_reply(direction: ContactDirection) -> None:
    target, from_stages = REACHED_BY_CONTACT[direction]

    assert all(ORDER.index(stage) < ORDER.index(target) for stage in from_stages)
    assert ORDER.index(target) <= ORDER.index(LeadStage.REPLIED)
    assert set(from_stages) == set(ORDER[: ORDER.index(target)])
