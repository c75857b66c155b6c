"""One person as all pages together describe them."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote

from sources.protocol import FieldProvenance, FoundProfile
from sources.web.page import PersonOnPage
from sources.web.urls import url_host, url_key

MAX_HANDLE_LENGTH = 500
MAX_LINKS = 20
_MAX_ADDRESSES = 10
_MAX_NAMES = 5
_HASHED_TAIL = 32

_METHOD_QUALITY = {"json-ld": 5, "microdata": 4, "rdfa": 3, "h-card": 2, "vcard": 1}
_OWN_PAGE_QUALITY = 10
"""What people's own pages say of them outweighs any listing."""
_FIELDS = ("bio", "role", "company", "email", "phone", "website", "location", "followers")


class _Filled(NamedTuple):
    value: Any
    quality: int
    provenance: FieldProvenance

    def outweighs(self, other: "_Filled") -> bool:
        """Whether this value wins where two people become one; a draw goes by the pages' addresses, not by time."""
        if self.quality != other.quality:
            return self.quality > other.quality
        return self.provenance.source_url < other.provenance.source_url


class _Address(NamedTuple):
    """A URL that is the person's own. The greatest is the profile's URL, whatever order they were found in."""

    quality: int
    """2: the page itself says it is the person's; 1: another page of its host says so; 0: a page elsewhere."""
    shortness: int
    url: str
    provenance: FieldProvenance


@dataclass(slots=True, eq=False)
class KnownPerson:
    """The evidence for one person, best value of each field first."""

    names: list[str] = field(default_factory=list)
    """Names the person was found under, at most five."""
    keys: set[str] = field(default_factory=set)
    """What the person is recognised by."""
    handle: str | None = None
    """The handle yielded last, None before the first time."""
    yielded: int | None = None
    """Hash of the profile yielded last."""
    _filled: dict[str, _Filled] = field(default_factory=dict)
    _addresses: list[_Address] = field(default_factory=list)
    _place: tuple[int, str, FieldProvenance] | None = None
    """Where the person stands on a page: the profile's URL for want of a better one."""
    _links: set[str] = field(default_factory=set)

    def learn(self, item: PersonOnPage, page_url: str, place: str, retrieved_at: datetime) -> None:
        """Add what one item of a page says. `place` is the fragment by which the person is named on that page."""
        page_key = url_key(page_url)
        own_page = any(url_key(url) == page_key for url in (item.url, *(a.url for a in self._addresses)) if url)
        quality = _METHOD_QUALITY.get(item.method, 0) + own_page * _OWN_PAGE_QUALITY

        def provenance(of: str) -> FieldProvenance:
            return FieldProvenance(of, page_url, item.method, retrieved_at)

        if item.name not in self.names and len(self.names) < _MAX_NAMES:
            self.names.append(item.name)
        self._fill(_Filled(item.name, quality, provenance("display_name")))
        for name in _FIELDS:
            if (value := getattr(item, name)) is not None:
                self._fill(_Filled(value, quality, provenance(name)))
        if item.last_active_at is not None:
            self._fill_latest(_Filled(item.last_active_at, quality, provenance("last_active_at")))
        if item.url is not None:
            near = 2 if url_key(item.url) == page_key else int(url_host(item.url) == url_host(page_url))
            self._take_address(_Address(near, -len(item.url), item.url, provenance("profile_url")))
        if item.url is not None or item.same_as:
            self._take_links({url for url in (item.url, *item.same_as) if url}, provenance("links"))
        spot = f"{page_url}#{quote(place)}"
        self._take_place((len(spot), spot, provenance("profile_url")))

    def absorb(self, other: "KnownPerson") -> None:
        """Take over all evidence for another who turned out to be the same person."""
        self.names = list(dict.fromkeys(self.names + other.names))[:_MAX_NAMES]
        self.keys |= other.keys
        for name, filled in other._filled.items():
            if name == "last_active_at":
                self._fill_latest(filled)
            elif name != "links":
                known = self._filled.get(name)
                if known is None or filled.outweighs(known):
                    self._filled[name] = filled
        for address in other._addresses:
            self._take_address(address)
        if other._links:
            self._take_links(other._links, other._filled["links"].provenance)
        if other._place is not None:
            self._take_place(other._place)

    def forget_address(self, key: str) -> None:
        """Give up an address that turned out to be shared with other people."""
        self.keys.discard(key)
        self._addresses = [address for address in self._addresses if url_key(address.url) != key]
        self._links = {link for link in self._links if url_key(link) != key}

    def profile(self) -> FoundProfile:
        """The person as far as known now."""
        best = max(self._addresses, default=None)
        if best is not None:
            url, url_provenance = best.url, best.provenance
        else:
            assert self._place is not None, "a person is known from a page"
            _, url, url_provenance = self._place
        links = tuple(sorted(link for link in self._links if url_key(link) != url_key(url)))
        said = {name: filled for name, filled in self._filled.items() if name != "links" or links}
        values = {name: filled.value for name, filled in said.items() if name != "links"}
        return FoundProfile(
            handle=handle_of(url),
            profile_url=url,
            links=links,
            provenance=(url_provenance, *(filled.provenance for filled in said.values())),
            **values,
        )

    def _fill(self, filled: _Filled) -> None:
        known = self._filled.get(filled.provenance.field)
        if known is None or filled.quality > known.quality:
            self._filled[filled.provenance.field] = filled

    def _fill_latest(self, filled: _Filled) -> None:
        known = self._filled.get("last_active_at")
        if known is None or filled.value > known.value:
            self._filled["last_active_at"] = filled

    def _take_address(self, address: _Address) -> None:
        known = next((a for a in self._addresses if url_key(a.url) == url_key(address.url)), None)
        if known is not None:
            if address[:3] <= known[:3]:
                return
            self._addresses.remove(known)
        self._addresses = sorted([*self._addresses, address], reverse=True)[:_MAX_ADDRESSES]

    def _take_links(self, links: set[str], provenance: FieldProvenance) -> None:
        self._links = set(sorted(self._links | links)[:MAX_LINKS])
        self._filled.setdefault("links", _Filled(None, 0, provenance))

    def _take_place(self, place: tuple[int, str, FieldProvenance]) -> None:
        if self._place is None or place[:2] < self._place[:2]:
            self._place = place


def handle_of(url: str) -> str:
    """The handle of a canonical URL: no scheme, no `www.`, no closing slash; overlong ones end in a hash."""
    handle = url_key(url)
    if len(handle) <= MAX_HANDLE_LENGTH:
        return handle
    digest = sha256(handle.encode()).hexdigest()[:_HASHED_TAIL]
    return f"{handle[: MAX_HANDLE_LENGTH - _HASHED_TAIL - 1]}-{digest}"
