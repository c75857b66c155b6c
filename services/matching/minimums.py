"""The hard criteria: followers and recent activity. A known failure rejects; what is unknown scores `UNKNOWN`."""

from datetime import UTC, datetime

from services.matching.verdict import UNKNOWN, Criterion, MatchReason, reason

_DAY_SECONDS = 86_400


def judge_followers(followers: int | None, minimum: int) -> tuple[MatchReason, str | None]:
    """1.0 at or above the minimum. A minimum of 0 is met by an unknown count, too."""
    if followers is None:
        if minimum <= 0:
            return reason(Criterion.FOLLOWERS, 1.0, "followers unknown; any number will do"), None
        return reason(Criterion.FOLLOWERS, UNKNOWN, f"followers unknown; at least {minimum} wanted"), None
    if followers < minimum:
        why = f"{followers} followers, at least {minimum} wanted"
        return reason(Criterion.FOLLOWERS, 0.0, why), why
    return reason(Criterion.FOLLOWERS, 1.0, f"{followers} followers, at least {minimum} wanted"), None


def judge_recent_activity(last_active_at: datetime | None, days: int, now: datetime) -> tuple[MatchReason, str | None]:
    """1.0 where the last activity is at most `days` times 24 hours before `now`, or after it (clocks differ).

    A time without zone is taken as UTC.
    """
    if last_active_at is None:
        return reason(Criterion.RECENT_ACTIVITY, UNKNOWN, f"last activity unknown; wanted within {days} days"), None
    at = last_active_at if last_active_at.tzinfo else last_active_at.replace(tzinfo=UTC)
    evidence = f"last active {at.astimezone(UTC):%Y-%m-%d}, wanted within {days} days"
    if (now - at).total_seconds() > days * _DAY_SECONDS:
        return reason(Criterion.RECENT_ACTIVITY, 0.0, evidence), evidence
    return reason(Criterion.RECENT_ACTIVITY, 1.0, evidence), None
