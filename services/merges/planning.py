"""What a merge makes of its leads: worked out from their values alone.

The surviving lead comes first. Its values win, and what it lacks is filled from the others in their order.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models import LeadStage
from services.errors import ErrorCode
from services.leads.values import LONGEST_NOTES, MOST_TAGS
from services.validation import Findings

Values = Mapping[str, Any]
"""A lead by its columns."""


class MergeField(StrEnum):
    """What somebody can say of whom it is to be taken from."""

    NAME = "NAME"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    COMPANY = "COMPANY"
    ROLE = "ROLE"
    LOCATION = "LOCATION"
    TIME_ZONE = "TIME_ZONE"
    WEBSITE = "WEBSITE"
    BIO = "BIO"
    FOLLOWERS = "FOLLOWERS"
    OWNER = "OWNER"
    TAGS = "TAGS"
    NOTES = "NOTES"

    @property
    def column(self) -> str:
        """The lead's column."""
        return self.value.lower()


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What the surviving lead will have. `origins` has for each column the leads whose values are in it, by id."""

    values: Values
    origins: Mapping[str, tuple[int, ...]]

    @property
    def stage(self) -> LeadStage:
        """The stage of the merged lead."""
        return LeadStage(self.values["stage"])


_Taken = tuple[Any, tuple[int, ...]]
"""A value, and whose it is."""


def plan_merge(
    leads: Sequence[Values], choices: Mapping[MergeField, int], findings: Findings | None = None
) -> MergePlan:
    """The merge of leads, the surviving one first. A choice takes a field as one lead has it, even if that is nothing.

    What becomes too long is a finding on `("merge_ids",)`: a choice of its owner is the remedy. Provenance follows the
    values; where a lead came from and when stays the survivor's.
    """
    by_id = {lead["id"]: lead for lead in leads}
    taken: dict[str, _Taken] = {}
    for column, rule in _RULES.items():
        chosen = next((lead_id for field, lead_id in choices.items() if field.column == column), None)
        taken[column] = rule(leads, column) if chosen is None else _of(by_id[chosen], column)
    if findings is not None:
        _check(findings, taken)
    values = {column: value for column, (value, _) in taken.items()}
    origins = {column: whose for column, (_, whose) in taken.items() if whose}
    return MergePlan(values | {"provenance": _provenance(leads, origins)}, origins)


def _of(lead: Values, column: str) -> _Taken:
    return lead[column], (() if _is_empty(lead[column]) else (lead["id"],))


def _is_empty(value: object) -> bool:
    return value is None or value in ("", [])


def _first(leads: Sequence[Values], column: str) -> _Taken:
    """The first value there is."""
    return next((_of(lead, column) for lead in leads if not _is_empty(lead[column])), (None, ()))


def _largest(leads: Sequence[Values], column: str) -> _Taken:
    """The largest there is, the last in time."""
    known = [lead for lead in leads if lead[column] is not None]
    return _of(max(known, key=lambda lead: lead[column]), column) if known else (None, ())


def _any(leads: Sequence[Values], column: str) -> _Taken:
    """True where one is."""
    whose = tuple(lead["id"] for lead in leads if lead[column])
    return bool(whose), whose


def _united(leads: Sequence[Values], column: str) -> _Taken:
    """Every tag once whatever its case, as it is spelt first."""
    tags: dict[str, str] = {}
    for lead in leads:
        for tag in lead[column]:
            tags.setdefault(tag.casefold(), tag)
    return list(tags.values()), tuple(lead["id"] for lead in leads if lead[column])


def _joined(leads: Sequence[Values], column: str) -> _Taken:
    """The texts one after the other, between them a blank line; one that says the same as an earlier is left out."""
    texts: dict[str, int] = {}
    for lead in leads:
        if not _is_empty(lead[column]):
            texts.setdefault(lead[column].strip(), lead["id"])
    return "\n\n".join(texts) or None, tuple(texts.values())


def _furthest(leads: Sequence[Values], column: str) -> _Taken:
    """WON where one is WON; otherwise the furthest of the open stages; LOST where all are LOST."""
    furthest = max(leads, key=lambda lead: _FAR.index(lead[column]))  # the first of several
    return LeadStage(furthest[column]), (furthest["id"],)


_FAR = (
    LeadStage.LOST,
    LeadStage.NEW,
    LeadStage.CONTACTED,
    LeadStage.REPLIED,
    LeadStage.QUALIFIED,
    LeadStage.WON,
)

_RULES: Mapping[str, Callable[[Sequence[Values], str], _Taken]] = {
    **dict.fromkeys((field.column for field in MergeField if field not in {MergeField.TAGS, MergeField.NOTES}), _first),
    "tags": _united,
    "notes": _joined,
    "do_not_contact": _any,
    "score": _largest,
    "last_contacted_at": _largest,
    "last_replied_at": _largest,
    "stage": _furthest,
}

DECIDED = (*_RULES, "provenance")
"""The columns which a merge decides on."""

KEPT = frozenset(("id", "campaign_id", "source", "version", "created_at", "updated_at", "stage_entered_at"))
"""Those which are the surviving lead's own."""


def _check(findings: Findings, taken: Mapping[str, _Taken]) -> None:
    if len(taken["notes"][0] or "") > LONGEST_NOTES:
        message = f"The notes together have more than {LONGEST_NOTES:,} characters: choose whose to take."
        findings.add(("merge_ids",), ErrorCode.TOO_LONG, message)
    if len(taken["tags"][0]) > MOST_TAGS:
        message = f"There would be more than {MOST_TAGS} tags: choose whose to take."
        findings.add(("merge_ids",), ErrorCode.TOO_MANY, message)


def _provenance(leads: Sequence[Values], origins: Mapping[str, tuple[int, ...]]) -> list[dict[str, Any]]:
    """The survivor's, without what is said of values which another lead gave; then what the others say of those."""
    survivor, *others = leads
    foreign = {
        column for column, rule in _RULES.items() if rule is _first and survivor["id"] not in origins.get(column, ())
    }
    kept = [entry for entry in survivor["provenance"] if entry.get("field") not in foreign]
    return [*kept, *_brought(others, origins, foreign)]


def _brought(
    others: Iterable[Values], origins: Mapping[str, tuple[int, ...]], foreign: set[str]
) -> Iterable[dict[str, Any]]:
    for lead in others:
        for entry in lead["provenance"]:
            column = entry.get("field")
            if column in foreign and lead["id"] in origins.get(column, ()):
                yield entry
