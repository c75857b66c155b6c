"""The role criterion: what is wanted, looked for in the profile's role, and less confidently in its bio."""

from collections.abc import Sequence

from services.matching.fields import Field
from services.matching.keywords import words_and_fields
from services.matching.phrases import look_up, read_phrase
from services.matching.verdict import UNKNOWN, Criterion, MatchReason, graded, quoted, reason

WORTH = {"bio": 0.8}
"""What a word counts where it is found, 1.0 in the role itself."""


def judge_role(wanted: str, fields: Sequence[Field]) -> MatchReason:
    """How well the role wanted is met, whatever the words' order."""
    finding = look_up(read_phrase(wanted), [field for field in fields if field.name in ("role", "bio")], WORTH)
    role = next((field.text for field in fields if field.name == "role"), None)
    if finding.score:
        evidence = f"{quoted(wanted)} {finding.score:.0%}: {words_and_fields(finding)}"
        return reason(Criterion.ROLE, graded(finding.score), f"{evidence}, {_described(role)}")
    if role is None:
        return reason(Criterion.ROLE, UNKNOWN, f"role unknown; {quoted(wanted)} wanted")
    return reason(Criterion.ROLE, 0.0, f"{quoted(wanted)}: not found, {_described(role)}")


def _described(role: str | None) -> str:
    return "role unknown" if role is None else f"role {quoted(role)}"
