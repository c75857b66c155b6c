"""How well a found profile meets a search's criteria. The formula, with worked examples, is in `docs/matching.md`."""

from collections.abc import Iterable
from datetime import datetime

from services.matching.fields import Field, read_field
from services.matching.keywords import judge_keywords
from services.matching.location import judge_location
from services.matching.minimums import judge_followers, judge_recent_activity
from services.matching.role import judge_role
from services.matching.verdict import Criterion, Match, MatchReason, total
from sources.protocol import FoundProfile, SearchCriteria

__all__ = ["Criterion", "Match", "MatchReason", "match", "total"]


def match(profile: FoundProfile, criteria: SearchCriteria, now: datetime) -> Match:
    """Apply every criterion that is given, a blank one counting as not given; `now` is aware.

    The score is Σ weight·score / Σ weight over the reasons, to the last digit. Without any criterion it is 1.0, and
    there are no reasons. Keywords, role and location grade; followers and recent activity reject what is known to fail.
    """
    keywords = [keyword for keyword in criteria.keywords if keyword.strip()]
    role = (criteria.role_contains or "").strip()
    location = (criteria.location or "").strip()
    fields = list(_fields(profile)) if keywords or role else []
    reasons: list[MatchReason] = []
    rejections: list[str | None] = []
    if keywords:
        reasons.append(judge_keywords(keywords, fields))
    if role:
        reasons.append(judge_role(role, fields))
    if location:
        reasons.append(judge_location(location, profile.location, profile.bio))
    if criteria.min_followers is not None:
        judged, rejection = judge_followers(profile.followers, criteria.min_followers)
        reasons.append(judged)
        rejections.append(rejection)
    if criteria.recent_activity_days is not None:
        judged, rejection = judge_recent_activity(profile.last_active_at, criteria.recent_activity_days, now)
        reasons.append(judged)
        rejections.append(rejection)
    return Match(total(reasons), tuple(reasons), "; ".join(filter(None, rejections)) or None)


def _fields(profile: FoundProfile) -> Iterable[Field]:
    if profile.role:
        yield read_field("role", profile.role, is_role=True)
    if profile.bio:
        yield read_field("bio", profile.bio)
    if profile.company:
        yield read_field("company", profile.company)
    if profile.location:
        yield read_field("location", profile.location)
    yield read_field("display_name", profile.display_name, exact=True)
