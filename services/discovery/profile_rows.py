"""A found profile as a row of `discovered_profiles`."""

from typing import Any

from services.matching import Match
from services.validation import is_storable, storable
from sources.protocol import FoundProfile

LONGEST_HANDLE = 500
LONGEST_DISPLAY_NAME = 300
LONGEST_EMAIL = 320
LONGEST_PHONE = 32
MOST_FOLLOWERS = 2**31 - 1

COLUMNS = {
    "handle": "text",
    "profile_url": "text",
    "display_name": "text",
    "bio": "text",
    "role": "text",
    "company": "text",
    "email": "text",
    "phone": "text",
    "website": "text",
    "location": "text",
    "followers": "integer",
    "last_active_at": "timestamptz",
    "links": "jsonb",
    "match_score": "double precision",
    "match_reasons": "jsonb",
    "provenance": "jsonb",
}
"""What a profile's row holds that comes from its source and from matching, with PostgreSQL's types."""


def is_keepable(profile: FoundProfile) -> bool:
    """Whether the profile can be told from others: it has a handle that fits, and a place on the web."""
    return (
        bool(profile.handle)
        and len(profile.handle) <= LONGEST_HANDLE
        and is_storable(profile.handle)
        and bool(_clean(profile.profile_url))
    )


def row(profile: FoundProfile, match: Match) -> dict[str, Any]:
    """The row's values by column. What does not fit is cut where it is prose, and left out where half is worthless."""
    return {
        "handle": profile.handle,
        "profile_url": _clean(profile.profile_url),
        "display_name": (_clean(profile.display_name) or profile.handle)[:LONGEST_DISPLAY_NAME],
        "bio": _clean(profile.bio),
        "role": _clean(profile.role),
        "company": _clean(profile.company),
        "email": _whole(profile.email, LONGEST_EMAIL),
        "phone": _whole(profile.phone, LONGEST_PHONE),
        "website": _clean(profile.website),
        "location": _clean(profile.location),
        "followers": None if profile.followers is None else min(max(profile.followers, 0), MOST_FOLLOWERS),
        "last_active_at": profile.last_active_at,
        "links": [link for link in profile.links if is_storable(link)],
        "match_score": match.score,
        "match_reasons": [_clean_reason(reason) for reason in match.reasons_as_json()],
        "provenance": [
            {
                "field": known.field,
                "source_url": _clean(known.source_url),
                "method": known.method,
                "retrieved_at": known.retrieved_at,
            }
            for known in profile.provenance
        ],
    }


def _clean_reason(reason: dict[str, Any]) -> dict[str, Any]:
    return reason | {"evidence": _clean(reason["evidence"])}


def _whole(text: str | None, longest: int) -> str | None:
    text = _clean(text)
    return text if text and len(text) <= longest else None


def _clean(text: str | None) -> str | None:
    return None if text is None else storable(text).strip() or None
