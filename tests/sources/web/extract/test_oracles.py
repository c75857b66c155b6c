"""Our readers beside the libraries which read one syntax each: whoever they find, we find too."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import extruct
import pytest

from sources.web.extract import ExtractionLimits, parse_page
from sources.web.extract.text import person_name
from tests.sources.web.extract.fetched import PAGE_URL, fetched
from tests.sources.web.extract.test_pages import PAGES

METHODS = {"json-ld": "json-ld", "microdata": "microdata", "microformat": "h-card"}
LEFT_OUT_ON_PURPOSE = {
    "encoding-undeclared-western.html": "is handed over as UTF-8, which it is not",
    "h-card-nested.html": "the h-card in p-org is the employer",
    "h-card-organisation.html": "h-cards of organisations and places",
    "json-ld-other-vocabularies.html": "a Person of ActivityStreams is no schema.org Person",
    "microdata-no-people.html": "a Person of an unknown vocabulary",
    "robots-noindex.html": "asks not to be indexed",
    "robots-none-for-us.html": "asks not to be indexed",
}


@pytest.mark.slow
@pytest.mark.parametrize("path", [path for path in PAGES if path.suffix == ".html"], ids=lambda path: path.name)
def test_everybody_is_found_whom_the_libraries_find(path: Path) -> None:
    logging.getLogger("extruct").setLevel(logging.CRITICAL)
    body = path.read_bytes()

    read = extruct.extract(body.decode("utf-8", "replace"), base_url=PAGE_URL, errors="ignore", syntaxes=list(METHODS))
    theirs = {(METHODS[syntax], name) for syntax, items in read.items() for name in _people(items)}
    ours = {(person.method, person.name) for person in parse_page(fetched(body)).people}

    assert (theirs <= ours) is (path.name not in LEFT_OUT_ON_PURPOSE), theirs - ours


def _people(node: Any) -> Iterator[str]:
    """The names of all Person items and h-cards, however deep."""
    if isinstance(node, list):
        for one in node:
            yield from _people(one)
    elif isinstance(node, dict):
        kinds = node.get("@type") or node.get("type") or []
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if any(kind == "h-card" or kind.rpartition("/")[2] == "Person" for kind in kinds):
            name = node.get("properties", node).get("name")
            name = name[0] if isinstance(name, list) and name else name
            if isinstance(name, str) and (cleaned := person_name(name, ExtractionLimits())):
                yield cleaned
        for value in node.values():
            yield from _people(value)
