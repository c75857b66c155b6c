"""How probable it is that leads are one person: what speaks for it, how much, and who belongs together.

Each piece of evidence is wrong so and so often on its own; the score of several is that not all of them are wrong.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from services.merges.candidates import Block, Common
from services.merges.traits import Traits, name_likeness

LEAST_SCORE = 0.5
"""What is less probable is not told."""
MOST_PAIRS = 10_000
"""How many pairs are judged at most, those with the most telling in common first."""
MOST_IN_GROUP = 51
"""As many as one merge takes: the survivor and fifty others."""
MOST_EVIDENCE = 20
"""Told of one group."""

_ALIKE = 0.85
_UNLIKE = 0.5


class EvidenceKind(StrEnum):
    """What two leads have in common."""

    EMAIL = "EMAIL"
    EMAIL_VARIANT = "EMAIL_VARIANT"
    PROFILE = "PROFILE"
    PHONE = "PHONE"
    NAME = "NAME"
    HANDLE = "HANDLE"
    WEBSITE = "WEBSITE"


_WEIGHTS: Mapping[EvidenceKind, float] = {
    EvidenceKind.EMAIL: 0.95,
    EvidenceKind.EMAIL_VARIANT: 0.85,
    EvidenceKind.PROFILE: 0.85,
    EvidenceKind.PHONE: 0.75,
    EvidenceKind.NAME: 0.8,
    EvidenceKind.HANDLE: 0.6,
    EvidenceKind.WEBSITE: 0.45,
}
_SHARED = frozenset((EvidenceKind.EMAIL, EvidenceKind.PHONE, EvidenceKind.WEBSITE))
"""What colleagues can have in common: an office's mailbox, a switchboard, a company's site."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Something that two leads have in common, for people to check."""

    kind: EvidenceKind
    value: str
    weight: float


@dataclass(frozen=True, slots=True)
class Group:
    """Leads which are probably one person, by id. It is as sure as its weakest link; evidence is of all its pairs."""

    ids: tuple[int, ...]
    score: float
    evidence: tuple[Evidence, ...]


def likely_groups(traits: Iterable[Traits], blocks: Sequence[Block]) -> list[Group]:
    """Who is probably one person, the surest first. Each lead is in one group at most."""
    by_id = {one.id: one for one in traits}
    found = _found_elsewhere(blocks)
    judged = []
    for pair in _pairs(blocks):
        if pair[0] in by_id and pair[1] in by_id:
            evidence = evidence_of(by_id[pair[0]], by_id[pair[1]], found.get(pair, ()))
            if (score := combined(evidence)) >= LEAST_SCORE:
                judged.append((score, pair, evidence))
    return _grouped(sorted(judged, key=lambda one: (-one[0], one[1])))


def evidence_of(one: Traits, other: Traits, found: Iterable[Evidence] = ()) -> list[Evidence]:
    """What speaks for two leads being one person; `found` was seen elsewhere than in their rows."""
    likeness = name_likeness(one.words, other.words)
    evidence = [*_from_rows(one, other), *found]
    if likeness < _UNLIKE:
        return [Evidence(e.kind, e.value, e.weight / 2) if e.kind in _SHARED else e for e in evidence]
    if likeness >= _ALIKE and (evidence or _are_colleagues(one, other)):
        certainty = 1 - (1 - likeness) / (1 - _ALIKE) / 3
        weight = _WEIGHTS[EvidenceKind.NAME] * certainty
        evidence.append(Evidence(EvidenceKind.NAME, _both(one.name, other.name), weight))
    return evidence


def combined(evidence: Iterable[Evidence]) -> float:
    """The probability, 0 to 1, that not all of the evidence is wrong."""
    wrong = 1.0
    for one in evidence:
        wrong *= 1 - one.weight
    return 1 - wrong


def _from_rows(one: Traits, other: Traits) -> Iterable[Evidence]:
    if one.email and one.email == other.email:
        yield _evidence(EvidenceKind.EMAIL, one.email)
    elif one.mailbox and one.mailbox == other.mailbox:
        yield _evidence(EvidenceKind.EMAIL_VARIANT, _both(one.email, other.email))
    if one.phone and one.phone == other.phone:
        yield _evidence(EvidenceKind.PHONE, one.phone)
    if one.site and one.site == other.site:
        yield _evidence(EvidenceKind.WEBSITE, one.site)


def _evidence(kind: EvidenceKind, value: str) -> Evidence:
    return Evidence(kind, value, _WEIGHTS[kind])


def _are_colleagues(one: Traits, other: Traits) -> bool:
    """Whether both work for one company, by its name or by the domain of its mail."""
    return bool((one.company and one.company == other.company) or (one.domain and one.domain == other.domain))


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one} / {other}"


_ELSEWHERE: Mapping[Common, EvidenceKind] = {
    Common.PROFILE: EvidenceKind.PROFILE,
    Common.HANDLE: EvidenceKind.HANDLE,
}

_Pair = tuple[int, int]


def _found_elsewhere(blocks: Iterable[Block]) -> dict[_Pair, list[Evidence]]:
    found: dict[_Pair, list[Evidence]] = {}
    for block in blocks:
        if (kind := _ELSEWHERE.get(block.common)) and block.value:
            for pair in combinations(block.ids, 2):
                found.setdefault(pair, []).append(_evidence(kind, block.value))
    return found


def _pairs(blocks: Iterable[Block]) -> Iterable[_Pair]:
    pairs: dict[_Pair, None] = {}
    for block in blocks:
        for pair in combinations(block.ids, 2):
            pairs[pair] = None
            if len(pairs) >= MOST_PAIRS:
                return pairs
    return pairs


@dataclass(slots=True, eq=False)
class _Growing:
    """A group as pairs join it, the surest first, so that the last to join is its weakest link."""

    ids: list[int]
    score: float = 1.0
    evidence: list[Evidence] = field(default_factory=list)

    def take_in(self, other: "_Growing", score: float) -> None:
        self.ids += other.ids
        self.evidence += other.evidence
        self.score = score


def _grouped(judged: Iterable[tuple[float, _Pair, list[Evidence]]]) -> list[Group]:
    groups: dict[int, _Growing] = {}
    for score, (one, other), evidence in judged:
        ours, theirs = (groups.setdefault(lead_id, _Growing([lead_id])) for lead_id in (one, other))
        if ours is not theirs:
            if len(ours.ids) + len(theirs.ids) > MOST_IN_GROUP:
                continue
            ours.take_in(theirs, score)
            groups.update(dict.fromkeys(theirs.ids, ours))
        ours.evidence += evidence
    made = [
        Group(tuple(sorted(group.ids)), group.score, _distinct(group.evidence))
        for group in dict.fromkeys(groups.values())
        if len(group.ids) > 1
    ]
    return sorted(made, key=lambda group: (-group.score, group.ids))


def _distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each once, the most telling first."""
    strongest: dict[tuple[EvidenceKind, str], Evidence] = {}
    for one in sorted(evidence, key=lambda one: (-one.weight, one.value)):
        strongest.setdefault((one.kind, one.value), one)
    return tuple(strongest.values())[:MOST_EVIDENCE]
