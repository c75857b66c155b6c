"""How well a found profile meets a search's criteria. The formula is in `docs/matching.md`."""

from datetime import datetime

from rapidfuzz import fuzz, utils

from services.matching.minimums import judge_followers, judge_recent_activity
from services.matching.verdict import Criterion, Match, MatchReason, reason, total
from sources.protocol import FoundProfile, SearchCriteria

__all__ = ["Criterion", "Match", "MatchReason", "match", "total"]


def match(profile: FoundProfile, criteria: SearchCriteria, now: datetime) -> Match:
    """Apply every criterion that is given. Without any, the score is 1.0 and there are no reasons."""
    reasons: list[MatchReason] = []
    rejections: list[str | None] = []
    texts = " ".join(filter(None, (profile.role, profile.bio, profile.company)))
    if criteria.keywords:
        found = [_likeness(keyword, texts) for keyword in criteria.keywords]
        reasons.append(reason(Criterion.KEYWORDS, sum(found) / len(found), "compared with role, bio and company"))
    if criteria.role_contains:
        likeness = _likeness(criteria.role_contains, profile.role or "")
        reasons.append(reason(Criterion.ROLE, likeness, f"role: {profile.role or 'unknown'}"))
    if criteria.location:
        likeness = _likeness(criteria.location, profile.location or "")
        reasons.append(reason(Criterion.LOCATION, likeness, f"location: {profile.location or 'unknown'}"))
    if criteria.min_followers is not None:
        judged, rejection = judge_followers(profile.followers, criteria.min_followers)
        reasons.append(judged)
        rejections.append(rejection)
    if criteria.recent_activity_days is not None:
        judged, rejection = judge_recent_activity(profile.last_active_at, criteria.recent_activity_days, now)
        reasons.append(judged)
        rejections.append(rejection)
    return Match(total(reasons), tuple(reasons), "; ".join(filter(None, rejections)) or None)


def _likeness(wanted: str, text: str) -> float:
    return fuzz.token_set_ratio(wanted, text, processor=utils.default_process) / 100
