"""What reading one page gives: the border between fetching and extraction. Every value here can be pickled."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A response as it came. `body` is decompressed and cut at the byte cap."""

    url: str
    """The final URL, after redirects."""
    body: bytes
    content_type: str | None
    """The whole `Content-Type` header."""
    robots_header: str | None
    """All `X-Robots-Tag` headers, joined by a comma."""
    retrieved_at: datetime


@dataclass(frozen=True, slots=True)
class PersonOnPage:
    """A person as one structured-data item of one page describes them; texts cleaned and bounded, URLs absolute."""

    name: str
    method: str
    """`json-ld`, `microdata`, `rdfa`, `h-card` or `vcard`."""
    url: str | None = None
    """Canonical http(s) URL of the person's own page, where the markup names one."""
    same_as: tuple[str, ...] = ()
    bio: str | None = None
    role: str | None = None
    company: str | None = None
    email: str | None = None
    phone: str | None = None
    location: str | None = None
    followers: int | None = None
    last_active_at: datetime | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to follow perhaps. `url` is absolute, without fragment."""

    url: str
    text: str
    """The anchor's text, white space folded, at most 200 characters."""
    rel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What one page says. A page which forbids indexing (`noindex`) has no people."""

    url: str
    people: tuple[PersonOnPage, ...] = ()
    links: tuple[PageLink, ...] = ()
    noindex: bool = False
    nofollow: bool = False
    """The page forbids following its links; `links` is empty then."""
