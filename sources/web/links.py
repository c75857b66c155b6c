"""Which links are worth following: how much a link promises to lead to people, and which are traps."""

import re
import unicodedata
from dataclasses import dataclass

from yarl import URL

from sources.web.page import PageLink
from sources.web.people_words import ABOUT, LISTING_PARAMETERS, NEXT, PEOPLE, TRAP_PARAMETERS, TRAPS
from sources.web.sites import site_of

_LONGEST_URL = 500
_MOST_SEGMENTS = 8
_MOST_QUERY_PARAMETERS = 2
_LONGEST_PHRASE = 4
_MEDIA = re.compile(
    r"\.(?:7z|apk|atom|avi|avif|bmp|bz2|css|csv|dmg|docx?|eot|epub|exe|flac|gif|gz|ico|ics|iso|jpe?g|js|json|m4a|mjs|mkv"
    r"|mov|mp3|mp4|mpe?g|odp|ods|odt|ogg|ogv|otf|pdf|png|pptx?|rar|rss|rtf|svg|tar|tgz|tiff?|ttf|txt|wav|webm|webp|wmv"
    r"|woff2?|xlsx?|xml|zip)$",
    re.IGNORECASE,
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_WITHOUT_SPACES = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_DATED = re.compile(r"/(?:19|20)\d\d[/-]\d\d?(?:[/-]\d\d?)?(?:/|$)")
_NUMBERED_PAGE = re.compile(r"^(?:page|seite|pagina|p)?[-_]?\d{1,4}$")

STRONG = 1.0
SPOKEN = 0.9
ABOUT_US = 0.6
NEAR_PEOPLE = 0.5
NEAR_SEED = 0.3


@dataclass(frozen=True, slots=True)
class Promise:
    """What following a link promises."""

    worth: float
    """0 to 1: how likely it leads to people."""
    continues_list: bool = False
    """It is the next page of the list it stands on."""


def promise(link: PageLink, on: URL, *, on_worth: float, people_on_page: bool, on_seed: bool) -> Promise | None:
    """Judge one link of the page `on`, which itself promised `on_worth`. None: it is not to be followed."""
    try:
        url = URL(link.url)
        if site_of(url) != site_of(on) or "nofollow" in link.rel or is_trap(url):
            return None
    except ValueError:
        return None
    near_people = people_on_page or on_worth >= ABOUT_US
    if near_people and _continues(link, url, on):
        return Promise(max(on_worth, ABOUT_US), continues_list=True)
    if not url.path.lower().endswith(".vcf") and _is_filtered(url):
        return None
    worth = _worth_by_words(link, url)
    if worth is None and near_people:
        worth = NEAR_PEOPLE
    if worth is None and on_seed:
        worth = NEAR_SEED
    return None if worth is None else Promise(worth)


def _worth_by_words(link: PageLink, url: URL) -> float | None:
    if url.path.lower().endswith(".vcf") or {"author", "me"} & set(link.rel):
        return STRONG
    phrases = [_phrase(segment.rpartition(".")[0] or segment) for segment in url.path.split("/") if segment]
    if any(_names(phrase, PEOPLE) for phrase in phrases):
        return STRONG
    spoken = _phrase(link.text)
    if _names(spoken, PEOPLE):
        return SPOKEN
    if _names(spoken, ABOUT) or any(_names(phrase, ABOUT) for phrase in phrases):
        return ABOUT_US
    return None


def is_trap(url: URL) -> bool:
    """Whether the URL is one that crawlers get lost in, that changes something, or that is no page at all."""
    path = url.path
    segments = [segment for segment in path.split("/") if segment]
    return (
        len(str(url)) > _LONGEST_URL
        or len(segments) > _MOST_SEGMENTS
        or len(url.query) > _MOST_QUERY_PARAMETERS
        or _MEDIA.search(path) is not None
        or _DATED.search(path) is not None
        or _repeats(segments)
        or any("-".join(_phrase(segment.partition(".")[0])) in TRAPS for segment in segments)
        or any(name.lower() in TRAP_PARAMETERS for name in url.query)
    )


def _repeats(segments: list[str]) -> bool:
    """Relative links gone wrong make paths like /a/b/a/b/a/b."""
    return any(segments.count(segment) > 2 for segment in set(segments))


def _is_filtered(url: URL) -> bool:
    return any(name.lower() not in LISTING_PARAMETERS and name.lower() not in {"id", "lang"} for name in url.query)


def _continues(link: PageLink, url: URL, on: URL) -> bool:
    """Whether the link is another page of the same list: same path but for a page's number, or marked as next."""
    if url.raw_path_qs == on.raw_path_qs:
        return False
    if "next" in link.rel:
        return True
    listing = {name for name in url.query if name.lower() in LISTING_PARAMETERS}
    if listing and listing == set(url.query) and url.path.rstrip("/") == on.path.rstrip("/"):
        return True
    said = link.text.strip().casefold()
    numbered = _NUMBERED_PAGE.match(url.path.rstrip("/").rpartition("/")[2]) is not None
    return numbered and (said.isdecimal() or bool(set(_phrase(link.text)) & NEXT) or said in NEXT)


def _phrase(text: str) -> list[str]:
    """Fold case and accents, and split into words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    # Only European accents: in Japanese, such marks make another letter.
    folded = _ACCENTS.sub("", decomposed)
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", folded))


def _names(phrase: list[str], words: frozenset[str]) -> bool:
    """Whether a short phrase is, starts or ends with one of the words: "our team" does, "how to build a team" not."""
    if not phrase or len(phrase) > _LONGEST_PHRASE:
        return False
    if phrase[0] in words or phrase[-1] in words or "-".join(phrase) in words:
        return True
    return _WITHOUT_SPACES.search(phrase[0]) is not None and any(
        word in phrase[0] for word in words if _WITHOUT_SPACES.match(word)
    )
