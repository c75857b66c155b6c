"""What matching says about a profile: a score, the reasons it is made of, and perhaps a rejection."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Criterion(StrEnum):
    """A criterion of a search, named as clients see it."""

    KEYWORDS = "KEYWORDS"
    ROLE = "ROLE"
    LOCATION = "LOCATION"
    FOLLOWERS = "FOLLOWERS"
    RECENT_ACTIVITY = "RECENT_ACTIVITY"


WEIGHTS = {
    Criterion.KEYWORDS: 3.0,
    Criterion.ROLE: 3.0,
    Criterion.LOCATION: 2.0,
    Criterion.FOLLOWERS: 1.0,
    Criterion.RECENT_ACTIVITY: 1.0,
}
UNKNOWN = 0.2
"""The score of a criterion about which the profile says nothing. Whatever speaks for a profile scores more."""

_PLACES = 4
_LONGEST_QUOTE = 80
_LONGEST_EVIDENCE = 1_000


@dataclass(frozen=True, slots=True)
class MatchReason:
    """How far one criterion is met. `score` is in 0..1, rounded to four places; `evidence` is for people to read."""

    criterion: Criterion
    score: float
    weight: float
    evidence: str

    def as_json(self) -> dict[str, Any]:
        """The shape in which `DiscoveredProfile.match_reasons` holds it."""
        return {
            "criterion": self.criterion.value,
            "score": self.score,
            "weight": self.weight,
            "evidence": self.evidence,
        }


@dataclass(frozen=True, slots=True)
class Match:
    """The verdict on one profile."""

    score: float
    """In 0..1; what `total` makes of the reasons."""
    reasons: tuple[MatchReason, ...] = ()
    """One for each criterion given, in the order of `Criterion`."""
    rejected: str | None = None
    """Why the profile must not be kept, in words: it is known to fail a hard minimum."""

    def reasons_as_json(self) -> list[dict[str, Any]]:
        """The reasons as `DiscoveredProfile.match_reasons` holds them."""
        return [reason.as_json() for reason in self.reasons]


def graded(closeness: float) -> float:
    """A criterion's score by how closely it is met (0..1): 0 if not at all, and else above `UNKNOWN`."""
    return UNKNOWN + (1 - UNKNOWN) * closeness if closeness > 0 else 0.0


def quoted(text: str) -> str:
    """A text within evidence: on one line, and cut where it is long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + "…"}"'


def reason(criterion: Criterion, score: float, evidence: str) -> MatchReason:
    """A reason with its criterion's weight, its score rounded as it is stored."""
    evidence = evidence if len(evidence) <= _LONGEST_EVIDENCE else f"{evidence[: _LONGEST_EVIDENCE - 1]}…"
    return MatchReason(criterion, round(score, _PLACES), WEIGHTS[criterion], evidence)


def total(reasons: Iterable[MatchReason]) -> float:
    """Σ weight·score / Σ weight, to six places. 1.0 without reasons: nothing was asked, so nothing is missing."""
    given = tuple(reasons)
    if not given:
        return 1.0
    return round(sum(one.weight * one.score for one in given) / sum(one.weight for one in given), 6)
