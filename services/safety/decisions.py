"""Decisions: every rule checked, not only the first that fails."""

from dataclasses import dataclass
from datetime import datetime

from models import SafetyRule, SafetyVerdict


@dataclass(frozen=True, slots=True)
class Check:
    """What one rule says. One that fails for now has `until`, when it is worth asking again; others never pass."""

    rule: SafetyRule
    passed: bool
    detail: str
    until: datetime | None = None
    waits: bool = False
    """Whether it may pass later, though nobody knows when."""

    @property
    def blocks(self) -> bool:
        """Whether it never passes."""
        return not self.passed and self.until is None and not self.waits


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a message may be sent, and why. `next_eligible_at` is None for ALLOWED and BLOCKED, or where unknown."""

    verdict: SafetyVerdict
    checks: tuple[Check, ...]
    settings_version: int
    next_eligible_at: datetime | None = None

    @property
    def allowed(self) -> bool:
        """Whether it may be sent now."""
        return self.verdict is SafetyVerdict.ALLOWED

    @property
    def rule(self) -> SafetyRule | None:
        """The rule that decides: the first which blocks it for good, or else the first which defers it."""
        failed = [check for check in self.checks if not check.passed]
        blocking = (check for check in failed if check.blocks)
        return next((check.rule for check in (*blocking, *failed)), None)
