from datetime import datetime, timedelta

import pytest

from services.matching import Criterion
from tests.services.matching.asking import NOW, ask, profile, reason_of


@pytest.mark.parametrize("followers", [100, 101, 10**9])
def test_enough_followers_meet_the_minimum(followers: int) -> None:
    verdict = ask(profile(followers=followers), min_followers=100)

    assert (verdict.score, verdict.rejected) == (1.0, None)


@pytest.mark.parametrize("followers", [0, 99])
def test_too_few_followers_reject(followers: int) -> None:
    verdict = ask(profile(followers=followers), min_followers=100)

    assert verdict.rejected == f"{followers} followers, at least 100 wanted"
    assert verdict.score == 0.0


def test_unknown_followers_neither_pass_nor_reject() -> None:
    verdict = ask(profile(), min_followers=100)

    assert (verdict.score, verdict.rejected) == (0.2, None)
    assert "unknown" in reason_of(verdict, Criterion.FOLLOWERS).evidence


def test_a_minimum_of_nothing_is_met_by_anybody() -> None:
    assert ask(profile(), min_followers=0).score == 1.0
    assert ask(profile(followers=0), min_followers=0).score == 1.0


@pytest.mark.parametrize(
    "last_active_at",
    [NOW, NOW - timedelta(days=30), NOW + timedelta(hours=3), (NOW - timedelta(days=1)).replace(tzinfo=None)],
    ids=["now", "on the last day", "in the future", "without a zone"],
)
def test_recent_activity_meets(last_active_at: datetime) -> None:
    verdict = ask(profile(last_active_at=last_active_at), recent_activity_days=30)

    assert (verdict.score, verdict.rejected) == (1.0, None)


def test_activity_long_ago_rejects() -> None:
    verdict = ask(profile(last_active_at=NOW - timedelta(days=30, seconds=1)), recent_activity_days=30)

    assert verdict.rejected == "last active 2026-01-30, wanted within 30 days"
    assert verdict.score == 0.0


def test_unknown_activity_neither_passes_nor_rejects() -> None:
    verdict = ask(profile(), recent_activity_days=30)

    assert (verdict.score, verdict.rejected) == (0.2, None)
    assert "unknown" in reason_of(verdict, Criterion.RECENT_ACTIVITY).evidence


def test_any_number_of_days_can_be_asked_for() -> None:
    assert ask(profile(last_active_at=NOW - timedelta(days=365)), recent_activity_days=2**31 - 1).score == 1.0


def test_every_failed_minimum_is_told() -> None:
    verdict = ask(profile(followers=1, last_active_at=NOW - timedelta(days=9)), min_followers=2, recent_activity_days=5)

    assert verdict.rejected == "1 followers, at least 2 wanted; last active 2026-02-20, wanted within 5 days"
