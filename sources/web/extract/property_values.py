"""The value an element gives to a property, by the element's kind. Microdata and RDFa agree on nearly all of it."""

from lxml.html import HtmlElement

from sources.web.extract.limits import ExtractionLimits
from sources.web.extract.markup import attribute_by_tag, element_text

_ATTRIBUTE_OF = {
    "audio": "src",
    "data": "value",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "link": "href",
    "meter": "value",
    "object": "data",
    "source": "src",
    "time": "datetime",
    "track": "src",
    "video": "src",
}
_ADDRESSES = frozenset({"url", "sameAs", "mainEntityOfPage", "email", "telephone", "interactionType", "image"})
_LONG = frozenset({"description", "disambiguatingDescription"})


def property_value(element: HtmlElement, term: str, limits: ExtractionLimits) -> str:
    """The raw value of a schema.org property.

    `content` goes before all else, as authors expect although microdata has it for `meta` only. The value of a link is
    its address where the property wants one, otherwise its text: by the letter of the specification
    `<a itemprop="name" href="…">Ana Silva</a>` would name a person by her address.
    """
    content: str | None = element.get("content")
    if content is None:
        content = attribute_by_tag(element, _ATTRIBUTE_OF)
    if content is not None:
        return content
    text = element_text(element, limits.bio_length if term in _LONG else limits.text_length)
    href: str | None = element.get("href")
    if href is not None and (term in _ADDRESSES or not text.strip()):
        return href
    return text
