"""What of a lead is compared with others, in the one spelling in which equal things are equal."""

from collections.abc import Sequence
from dataclasses import dataclass

import asyncpg
from rapidfuzz.distance import OSA

from services.identities import normal_email
from services.matching.words import words_of
from services.merges.free_mail import FREE_MAIL
from sources.web.urls import canonical_url, url_key

_SHORTEST_SIMILAR = 3
"""Letters. Of shorter words another letter makes another name."""
_LEAST_WORD = 0.7
_INITIAL = 0.9
_OF_A_MISSING_WORD = 0.95


@dataclass(frozen=True, slots=True)
class Traits:
    """A lead as it is compared; what is unknown is empty. `domain` is that of a company's mail."""

    id: int
    name: str
    words: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    email: str = ""
    mailbox: str = ""
    domain: str = ""
    phone: str = ""
    site: str = ""


def traits_of(lead: asyncpg.Record) -> Traits:
    """The traits of a row of `leads`."""
    email = normal_email(lead["email"] or "") or ""
    local, _, domain = email.rpartition("@")
    return Traits(
        id=lead["id"],
        name=lead["name"],
        words=words_of(lead["name"]),
        company=words_of(lead["company"] or ""),
        email=email,
        # Many servers pass over dots, and over what follows a plus.
        mailbox=email and f"{local.partition('+')[0].replace('.', '')}@{domain}",
        domain="" if domain in FREE_MAIL else domain,
        phone=lead["phone"] or "",
        site=url_key(canonical_url(lead["website"] or "") or ""),
    )


def name_likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How alike two names are, given by their words in any order: 0 to 1.

    An initial stands for a word, and second names may be missing where two words agree. One word that does not agree
    makes another name, however alike the others are.
    """
    shorter, longer = sorted((one, other), key=len)
    if not shorter:
        return 0.0
    left = list(longer)
    found = []
    for word in sorted(shorter, key=len, reverse=True):
        likeness, match = max((_word_likeness(word, candidate), candidate) for candidate in left)
        left.remove(match)
        found.append(likeness)
    mean = sum(found) / len(found)
    if min(found) < _LEAST_WORD or (max(found) < 1 and len(found) == 1):
        return mean / 2
    if left and len(shorter) == 1:
        return mean * _LEAST_WORD  # a given name alone says little
    return mean * float(_OF_A_MISSING_WORD ** len(left))


def _word_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if min(len(one), len(other)) == 1:
        return _INITIAL if one[0] == other[0] else 0.0
    if min(len(one), len(other)) < _SHORTEST_SIMILAR or any(map(str.isdigit, one + other)):
        return 0.0
    if one[:-1] == other[:-1]:
        return 0.0  # Mario is not Maria
    return OSA.normalized_similarity(one, other)
