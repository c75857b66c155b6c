"""What h-cards and vCards share: formats without types, which describe people and organisations alike."""

import re
from collections.abc import Iterable

from sources.web.extract.text import clean_text
from sources.web.urls import url_host

_LEGAL_FORM = re.compile(
    r"(?:[\s,](?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|company|gmbh|ug|ag|kg|e\.v|s\.a|s\.l|s\.r\.l|"
    r"s\.p\.a|sarl|sas|b\.v|n\.v|a/s|oy|ab|lda|ltda|pty|foundation|association|university|institute)\.?)\Z",
    re.IGNORECASE,
)


def is_organisation(name: str, company: str | None) -> bool:
    """Whether a card is an organisation's: by the formats' own rule its name is its organisation's; or a legal form."""
    return (company is not None and name.casefold() == company.casefold()) or _LEGAL_FORM.search(name) is not None


def distinct_texts(raw: Iterable[str], length: int) -> str | None:
    """Several short texts as one, each once."""
    texts = dict.fromkeys(text for one in raw if (text := clean_text(one, length)))
    return ", ".join(texts)[:length] or None


def other_host(urls: Iterable[str], page_url: str) -> str | None:
    """The first of a person's addresses on another host than the page's: a site of their own, most likely."""
    return next((url for url in urls if url_host(url) != url_host(page_url)), None)
