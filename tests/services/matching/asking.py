"""Asking matching about one person."""

from datetime import UTC, datetime
from typing import Any

from services.matching import Criterion, Match, MatchReason, match
from sources.protocol import FoundProfile, SearchCriteria

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def profile(**known: Any) -> FoundProfile:
    """A profile of which nothing is known but what is given."""
    return FoundProfile(
        **({"handle": "ana", "profile_url": "https://people.example/ana", "display_name": "Ana Reyes"} | known)
    )


def ask(person: FoundProfile, **criteria: Any) -> Match:
    """The verdict on a person by the criteria given."""
    return match(person, SearchCriteria(**criteria), NOW)


def reason_of(verdict: Match, criterion: Criterion) -> MatchReason:
    """The verdict's reason for one criterion."""
    (reason,) = (reason for reason in verdict.reasons if reason.criterion is criterion)
    return reason


def role_score(wanted: str, role: str | None, **known: Any) -> float:
    """What a role scores."""
    return reason_of(ask(profile(role=role, **known), role_contains=wanted), Criterion.ROLE).score


def location_score(wanted: str, location: str | None, **known: Any) -> float:
    """What a location scores."""
    return reason_of(ask(profile(location=location, **known), location=wanted), Criterion.LOCATION).score


def keyword_score(*keywords: str, **known: Any) -> float:
    """What the keywords score."""
    return reason_of(ask(profile(**known), keywords=keywords), Criterion.KEYWORDS).score
