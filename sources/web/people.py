"""The people found so far, each once, however many pages and syntaxes describe them.

Two descriptions are of one person where they share an address (`url`, `sameAs`) or an e-mail address. A name alone
never makes them one; but names that cannot be one person's keep them two, for colleagues share an office's e-mail
address, and careless pages give everybody the home page as `url`.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from sources.protocol import FoundProfile
from sources.web.known_person import KnownPerson
from sources.web.mentions import Mention, mentions
from sources.web.names import names_agree, names_may_agree
from sources.web.page import ParsedPage
from sources.web.urls import url_key


class PeopleIndex:
    """Merges what pages say of people. Cost per person is constant; memory some 4 KB a person."""

    def __init__(self) -> None:
        self._people: dict[str, KnownPerson] = {}
        """By each key a person is recognised by."""
        self._shared: set[str] = set()
        """Keys which name several people and so recognise none."""
        self._handles: dict[str, KnownPerson] = {}

    def add(self, parsed: ParsedPage, retrieved_at: datetime) -> tuple[tuple[FoundProfile, ...], tuple[str, ...]]:
        """Take in one page. Gives the profiles that are new or changed, and the handles that are no longer anyone's.

        A handle depends on the evidence alone, not on the order in which it came. Adding a page again changes nothing.
        """
        found = mentions(parsed.people)
        keys = [_keys(mention, parsed.url) for mention in found]
        touched: dict[KnownPerson, None] = {}
        for key in _claimed_by_several(found, keys):
            self._share(key, touched)
        given_up: list[str] = []
        for mention, its_keys in zip(found, keys, strict=True):
            person = self._recognised(mention, its_keys, touched, given_up)
            for item in mention.items:
                person.learn(item, parsed.url, _place(mention), retrieved_at)
            for key in its_keys - self._shared:
                person.keys.add(key)
                self._people[key] = person
            for key in its_keys & self._shared:
                person.forget_address(key)
            touched[person] = None
        return self._yield(touched, given_up)

    def _recognised(
        self, mention: Mention, keys: set[str], touched: dict[KnownPerson, None], given_up: list[str]
    ) -> KnownPerson:
        """The one person the keys lead to, made one of several where need be; a new one where they lead nowhere."""
        name = mention.items[0].name
        recognised: KnownPerson | None = None
        for key in sorted(keys):
            person = self._people.get(key)
            if person is None or person is recognised:
                continue
            if not any(names_may_agree(name, known) for known in person.names):
                self._share(key, touched)
            elif recognised is None:
                recognised = person
            else:
                self._unite(recognised, person)
                recognised.yielded = None  # whoever holds one of the handles must learn of the other
                touched.pop(person, None)
                if person.handle is not None:
                    given_up.append(person.handle)
        return recognised or KnownPerson()

    def _unite(self, person: KnownPerson, other: KnownPerson) -> None:
        person.absorb(other)
        for key in other.keys:
            self._people[key] = person

    def _share(self, key: str, touched: dict[KnownPerson, None]) -> None:
        """From now on the key recognises nobody; whoever had it keeps what was learnt through it."""
        self._shared.add(key)
        person = self._people.pop(key, None)
        if person is not None:
            person.forget_address(key)
            touched[person] = None

    def _yield(
        self, touched: Iterable[KnownPerson], given_up: list[str]
    ) -> tuple[tuple[FoundProfile, ...], tuple[str, ...]]:
        changed: list[FoundProfile] = []
        for handle in given_up:
            self._handles.pop(handle, None)
        for person in touched:
            profile = person.profile()
            if person.handle is not None and person.handle != profile.handle:
                given_up.append(person.handle)
                if self._handles.get(person.handle) is person:
                    del self._handles[person.handle]
            self._handles[profile.handle] = person
            person.handle = profile.handle
            if (digest := hash(profile)) != person.yielded:
                person.yielded = digest
                changed.append(profile)
        return tuple(changed), tuple(handle for handle in dict.fromkeys(given_up) if handle not in self._handles)


def _keys(mention: Mention, page_url: str) -> set[str]:
    """What a mention is recognised by: addresses, e-mail, and its name at an address of its own or on this page.

    The last makes an item without `url` on a person's own page meet the listing which names that page and the person.
    """
    keys: set[str] = set()
    addressed = False
    for item in mention.items:
        if item.url is not None:
            addressed = True
            keys |= {url_key(item.url), f"{url_key(item.url)}#{mention.name_key}"}
        keys.update(map(url_key, item.same_as))
        if item.email is not None:
            keys.add(f"mailto:{item.email.casefold()}")
    if not addressed:
        keys.add(f"{url_key(page_url)}#{mention.name_key}#{mention.ordinal or ''}".rstrip("#"))
    return keys


def _claimed_by_several(found: list[Mention], keys: list[set[str]]) -> list[str]:
    """The keys which one page gives to people whose names tell them apart."""
    claims: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention, its_keys in zip(found, keys, strict=True):
        for key in its_keys:
            claims[key].append(mention)
    return [key for key, claiming in claims.items() if len(claiming) > 1 and _told_apart(claiming)]


def _told_apart(claiming: list[Mention]) -> bool:
    """Whether some two are different people. Comparing with the first suffices: one stranger spoils the key."""
    first = claiming[0].items[0]
    return any(
        not (names_agree if first.method == other.items[0].method else names_may_agree)(first.name, other.items[0].name)
        for other in claiming[1:]
    )


def _place(mention: Mention) -> str:
    slug = mention.name_key.replace(" ", "-")
    return f"{slug}-{mention.ordinal}" if mention.ordinal > 1 else slug
