"""What is asked for when suppressions are added, and what is answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models import SuppressionKind, SuppressionSource
from services.errors import ErrorCode, Problem
from services.suppressions.digests import Value
from services.suppressions.normalising import normal_value
from services.transaction import Act
from services.validation import Findings, Path

LONGEST_REASON = 2_000

_WANTED = {
    SuppressionKind.EMAIL: "This must be an e-mail address, such as ana@team.example.",
    SuppressionKind.DOMAIN: "This must be a domain of at least two parts, such as team.example.",
    SuppressionKind.PHONE: "This must be a telephone number that exists, with its country's prefix.",
    SuppressionKind.HANDLE: "This must be a platform and an account on it, such as TWITTER:ana.",
    SuppressionKind.LEAD: "There is no lead with this id.",
}


@dataclass(frozen=True, slots=True)
class Given:
    """Something to suppress as somebody wrote it. A LEAD is written as its primary key."""

    kind: SuppressionKind
    text: str

    def value(self, path: Path, *, region: str | None = None) -> Value | Problem:
        """It normalised, or what is wrong with it. `region` is where numbers without their + are dialled."""
        if not self.text.strip() and self.kind is not SuppressionKind.LEAD:
            return Problem(path, ErrorCode.BLANK, "This must not be blank.")
        normal = normal_value(self.kind, self.text, region=region)
        return self.wrong(path) if normal is None else Value(self.kind, normal)

    def wrong(self, path: Path) -> Problem:
        """That it is nothing of its kind."""
        code = ErrorCode.NOT_FOUND if self.kind is SuppressionKind.LEAD else ErrorCode.MALFORMED
        return Problem(path, code, _WANTED[self.kind])


@dataclass(frozen=True, slots=True)
class SuppressionDraft:
    """Suppressions to be added. They hold from now on, until `expires_at` or for ever."""

    entries: Sequence[Given]
    reason: str | None = None
    source: SuppressionSource = SuppressionSource.MANUAL
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for all suppressions that are added together."""

    source: SuppressionSource
    reason: str | None = None
    expires_at: datetime | None = None

    @classmethod
    def checked(
        cls,
        findings: Findings,
        source: SuppressionSource,
        reason: str | None,
        expires_at: datetime | None,
        act: Act,
    ) -> "Terms":
        """The terms, with what is wrong with them noted."""
        if expires_at is not None and expires_at <= act.at:
            findings.add(("expires_at",), ErrorCode.IN_THE_PAST, "This must be in the future.")
        return cls(source, findings.optional_text(("reason",), reason, LONGEST_REASON), expires_at)


class SuppressionOutcome(StrEnum):
    """What became of an entry."""

    ADDED = "ADDED"
    ALREADY = "ALREADY"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class SuppressionResult:
    """What became of one entry. `suppression_id` is by what it is suppressed now; REFUSED ones have a problem."""

    outcome: SuppressionOutcome
    suppression_id: int | None = None
    problem: Problem | None = None
