"""The keywords criterion: each keyword looked for in the profile's texts."""

from collections.abc import Sequence

from services.matching.fields import Field
from services.matching.phrases import Finding, look_up, read_phrase
from services.matching.verdict import UNKNOWN, Criterion, MatchReason, graded, quoted, reason

WORTH = {"display_name": 0.5}
"""What a word counts where it is found, 1.0 elsewhere: a Ms Baker need not bake."""
TELLING_FIELDS = frozenset(("role", "bio", "company"))
"""Texts which say what somebody does. Without any of them it is unknown whether a keyword fits."""


def judge_keywords(keywords: Sequence[str], fields: Sequence[Field]) -> MatchReason:
    """How well the keywords are met on average, each by its best finding."""
    findings = [look_up(read_phrase(keyword), fields, WORTH) for keyword in keywords]
    closeness = sum(finding.score for finding in findings) / len(findings)
    evidence = "; ".join(map(_told, keywords, findings))
    if not closeness and not any(field.name in TELLING_FIELDS for field in fields):
        return reason(Criterion.KEYWORDS, UNKNOWN, f"role, bio and company unknown; {evidence}")
    return reason(Criterion.KEYWORDS, graded(closeness), evidence)


def _told(keyword: str, finding: Finding) -> str:
    if not finding.score:
        return f"{quoted(keyword)}: not found"
    return f"{quoted(keyword)} {finding.score:.0%}: {words_and_fields(finding)}"


def words_and_fields(finding: Finding) -> str:
    """The words found, with the field of each: `rust in role, remote in bio`."""
    by_field: dict[str, list[str]] = {}
    for word, field in finding.words:
        by_field.setdefault(field, []).append(word)
    return ", ".join(f"{' + '.join(words)} in {field}" for field, words in by_field.items())
