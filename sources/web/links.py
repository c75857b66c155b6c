"""Which links are worth following: how much a link promises to lead to people, and which are traps.

Runs where pages are parsed, for a page may have thousands of links.
"""

import re
import unicodedata
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from sources.web.page import PageLink, ParsedPage
from sources.web.people_words import ABOUT, LISTING_PARAMETERS, NEXT, PEOPLE, TRAP_PARAMETERS, TRAPS
from sources.web.sites import site_of

_LONGEST_URL = 500
_MOST_LINKS = 500
_MOST_SEGMENTS = 8
_MOST_PARAMETERS = 2
_LONGEST_PHRASE = 4
_REMEMBERED = 8_192
_MEDIA = re.compile(
    r"\.(?:7z|apk|atom|avi|avif|bmp|bz2|css|csv|dmg|docx?|eot|epub|exe|flac|gif|gz|ico|ics|iso|jpe?g|js|json|m4a|mjs|mkv"
    r"|mov|mp3|mp4|mpe?g|odp|ods|odt|ogg|ogv|otf|pdf|png|pptx?|rar|rss|rtf|svg|tar|tgz|tiff?|ttf|txt|wav|webm|webp|wmv"
    r"|woff2?|xlsx?|xml|zip)$",
    re.IGNORECASE,
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not decompose."""
_WITHOUT_SPACES = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_DATED = re.compile(r"/(?:19|20)\d\d[/-]\d\d?(?:[/-]\d\d?)?(?:/|$)")
_NUMBERED_PAGE = re.compile(r"(?:page|seite|pagina|p)?[-_]?\d{1,4}")
_HARMLESS_PARAMETERS = LISTING_PARAMETERS | {"id", "lang"}

STRONG = 1.0
SPOKEN = 0.9
ABOUT_US = 0.6
NEAR_PEOPLE = 0.5
NEAR_SEED = 0.3


class PromisingLink(NamedTuple):
    """A link to follow. A tuple, because thousands of them are unpickled on the event loop."""

    url: str
    worth: float
    """0 to 1: how likely it leads to people."""
    continues_list: bool = False
    """It is another page of the list it stands on."""


def promising_links(parsed: ParsedPage, *, worth: float, is_seed: bool) -> tuple[PromisingLink, ...]:
    """A page's links that may lead to people, at most 500, best first. `worth` is what the page itself promised."""
    try:
        site = site_of(parsed.url)
    except ValueError:
        return ()
    near_people = bool(parsed.people) or worth >= ABOUT_US
    judged: list[PromisingLink] = []
    for link in parsed.links:
        if link.url.startswith("http") and site_of(link.url) == site and not is_trap(link.url):
            if near_people and _continues_list(link, parsed.url):
                judged.append(PromisingLink(link.url, max(worth, ABOUT_US), continues_list=True))
            elif (promised := _worth(link, near_people=near_people, on_seed=is_seed)) is not None:
                judged.append(PromisingLink(link.url, promised))
    judged.sort(key=attrgetter("worth"), reverse=True)
    return tuple(judged[:_MOST_LINKS])


def _worth(link: PageLink, *, near_people: bool, on_seed: bool) -> float | None:
    """None: nothing says that the link leads to people, and it is no near neighbour of what does."""
    path, query = _path_and_query(link.url)
    is_card = path.lower().endswith(".vcf")
    if not is_card and any(name not in _HARMLESS_PARAMETERS for name in query):
        return None
    if is_card or "author" in link.rel or "me" in link.rel:
        return STRONG
    by_path = _worth_of_path(path)
    if by_path == STRONG:
        return STRONG
    by_text = _worth_of_phrase(link.text)
    if by_text == STRONG:
        return SPOKEN
    if by_path or by_text:
        return ABOUT_US
    if near_people:
        return NEAR_PEOPLE
    return NEAR_SEED if on_seed else None


@lru_cache(_REMEMBERED)
def is_trap(url: str) -> bool:
    """Whether the URL is one that crawlers get lost in, that changes something, or that is no page at all."""
    if len(url) > _LONGEST_URL:
        return True
    path, query = _path_and_query(url)
    segments = [segment for segment in path.split("/") if segment]
    return (
        len(segments) > _MOST_SEGMENTS
        or len(query) > _MOST_PARAMETERS
        or _MEDIA.search(path) is not None
        or _DATED.search(path) is not None
        or _repeats(segments)
        or any("-".join(_phrase(segment.partition(".")[0])) in TRAPS for segment in segments)
        or not TRAP_PARAMETERS.isdisjoint(query)
    )


def _repeats(segments: list[str]) -> bool:
    """Relative links gone wrong make paths like /a/b/a/b/a/b."""
    return len(segments) > 2 and any(segments.count(segment) > 2 for segment in segments)


def _continues_list(link: PageLink, on: str) -> bool:
    """Whether the link is another page of the same list: marked as next, or the same but for a page's number."""
    if link.url == on:
        return False
    if "next" in link.rel:
        return True
    path, query = _path_and_query(link.url)
    own_path, _ = _path_and_query(on)
    if query and LISTING_PARAMETERS.issuperset(query):
        return path.rstrip("/") == own_path.rstrip("/")
    if _NUMBERED_PAGE.fullmatch(path.rstrip("/").rpartition("/")[2]) is None:
        return False
    said = link.text.strip().casefold()
    return said.isdecimal() or said in NEXT or not NEXT.isdisjoint(_phrase(said))


@lru_cache(_REMEMBERED)
def _path_and_query(url: str) -> tuple[str, tuple[str, ...]]:
    """The path in plain characters, and the lower-case names of the query's parameters."""
    parts = urlsplit(url)
    names = tuple(name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)) if parts.query else ()
    return unquote(parts.path), names


@lru_cache(_REMEMBERED)
def _worth_of_path(path: str) -> float:
    """What the best of the path's segments says: STRONG, ABOUT_US or nothing."""
    stems = (segment.rpartition(".")[0] or segment for segment in path.split("/") if segment)
    return max(map(_worth_of_phrase, stems), default=0.0)


@lru_cache(_REMEMBERED)
def _worth_of_phrase(text: str) -> float:
    phrase = _phrase(text)
    if _names(phrase, PEOPLE):
        return STRONG
    return ABOUT_US if _names(phrase, ABOUT) else 0.0


def _phrase(text: str) -> list[str]:
    """Fold case and accents, and split into words."""
    folded = text.casefold()
    if not folded.isascii():
        # Only European accents: in Japanese, such marks make another letter.
        decomposed = unicodedata.normalize("NFKD", folded.translate(_STROKES))
        folded = unicodedata.normalize("NFKC", _ACCENTS.sub("", decomposed))
    return re.findall(r"[^\W_]+", folded)


def _names(phrase: list[str], words: frozenset[str]) -> bool:
    """Whether a short phrase is, starts or ends with one of the words: "our team" does, "how to build a team" not."""
    if not phrase or len(phrase) > _LONGEST_PHRASE:
        return False
    if phrase[0] in words or phrase[-1] in words or "-".join(phrase) in words:
        return True
    return _WITHOUT_SPACES.search(phrase[0]) is not None and any(
        word in phrase[0] for word in words if _WITHOUT_SPACES.match(word)
    )
