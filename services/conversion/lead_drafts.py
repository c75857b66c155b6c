"""Leads as they will be once a conversion is written: new ones, and earlier ones of which more becomes known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

FROM_PROFILE = {
    "name": "display_name",
    "email": "email",
    "phone": "phone",
    "company": "company",
    "role": "role",
    "location": "location",
    "website": "website",
    "bio": "bio",
    "followers": "followers",
    "score": "match_score",
}
"""What a lead takes from a profile: the lead's column, the profile's."""


@dataclass(slots=True, eq=False)
class LeadDraft:
    """A lead in the making. `id` is 0 until a new one is given its own."""

    id: int = 0
    values: dict[str, Any] = field(default_factory=lambda: dict.fromkeys(FROM_PROFILE))
    provenance: list[dict[str, Any]] = field(default_factory=list)
    is_new: bool = False
    is_enriched: bool = False
    """An earlier lead of which something became known."""
    founder: Mapping[str, Any] | None = None
    """The profile of which a new lead is made."""

    @classmethod
    def of_profile(cls, profile: Mapping[str, Any]) -> "LeadDraft":
        """A new lead with everything the profile says."""
        draft = cls(is_new=True, founder=profile)
        draft.learn(profile)
        if draft.values["website"] is None:
            draft._take("website", profile["profile_url"], profile, "profile_url")
        return draft

    def learn(self, profile: Mapping[str, Any], *, but_not: frozenset[str] = frozenset()) -> None:
        """Fill what is empty from the profile, except the columns `but_not`. What is known stays as it is."""
        for column, source in FROM_PROFILE.items():
            if column not in but_not and self.values[column] is None and profile[source] is not None:
                self._take(column, profile[source], profile, source)

    def _take(self, column: str, value: Any, profile: Mapping[str, Any], source: str) -> None:
        self.values[column] = value
        self.is_enriched = not self.is_new
        if column == "score":
            return  # computed here, not read from anywhere
        self.provenance.extend(_provenance(column, profile, source))


def _provenance(column: str, profile: Mapping[str, Any], source: str) -> list[dict[str, Any]]:
    """Where the value comes from, and by which profile it came."""
    known = [origin for origin in profile["provenance"] if origin["field"] == source] or [
        {"source_url": profile["profile_url"], "method": "profile", "retrieved_at": _text(profile["discovered_at"])}
    ]
    return [
        {
            **origin,
            "field": column,
            "platform": profile["platform"],
            "handle": profile["handle"],
            "profile_url": profile["profile_url"],
        }
        for origin in known
    ]


def _text(at: datetime) -> str:
    return at.isoformat()
