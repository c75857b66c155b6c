"""Which items of one page describe the same person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sources.web.names import name_key
from sources.web.page import PersonOnPage
from sources.web.urls import url_key

_DISTINGUISHING = ("url", "email", "phone", "role", "company", "location", "bio", "followers")


@dataclass(frozen=True, slots=True)
class Mention:
    """One person as all items of one page describe them."""

    items: tuple[PersonOnPage, ...]
    """In the page's order; all bear the same name."""
    ordinal: int
    """0 where nobody else on the page has this name, otherwise which of them it is, from 1."""
    name_key: str
    """What the items' names share."""


def mentions(people: Iterable[PersonOnPage]) -> list[Mention]:
    """The people of a page, those put together who are described twice.

    Two syntaxes describe one person where the names are equal and neither address nor e-mail speaks against it. Within
    one syntax two items of one name are two people, unless one of them says nothing that the other does not say too.
    """
    by_name: defaultdict[str, list[list[PersonOnPage]]] = defaultdict(list)
    in_order: list[list[PersonOnPage]] = []
    for person in people:
        namesakes = by_name[name_key(person.name)]
        described = next((group for group in namesakes if all(_same(person, other) for other in group)), None)
        if described is None:
            described = []
            namesakes.append(described)
            in_order.append(described)
        described.append(person)
    ordinals = {
        id(group): number if len(namesakes) > 1 else 0
        for namesakes in by_name.values()
        for number, group in enumerate(namesakes, start=1)
    }
    return [Mention(tuple(group), ordinals[id(group)], name_key(group[0].name)) for group in in_order]


def _same(one: PersonOnPage, other: PersonOnPage) -> bool:
    if one.method != other.method:
        return not (_other_address(one, other) or _differ(one.email, other.email))
    said, also_said = ({f: v for f in _DISTINGUISHING if (v := getattr(p, f)) is not None} for p in (one, other))
    return said.items() <= also_said.items() or also_said.items() <= said.items()


def _other_address(one: PersonOnPage, other: PersonOnPage) -> bool:
    """Whether both have an address of their own and neither is among the other's further ones."""
    if one.url is None or other.url is None:
        return False
    ours, theirs = ({url_key(url) for url in (person.url, *person.same_as) if url} for person in (one, other))
    return url_key(one.url) not in theirs and url_key(other.url) not in ours


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one.casefold() != other.casefold()
