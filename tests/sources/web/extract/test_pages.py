"""The pages in `pages/`, each with the exact people, links and rules beside it in `….expected.json`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from sources.web.extract import parse_page
from sources.web.page import ParsedPage, PersonOnPage
from tests.sources.web.extract.fetched import fetched

PAGES = sorted(
    path for path in (Path(__file__).parent / "pages").iterdir() if path.suffix in {".html", ".jsonld", ".vcf"}
)
CONTENT_TYPES = {".html": "text/html", ".jsonld": "application/ld+json", ".vcf": "text/vcard"}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_has_exactly_these_people(path: Path) -> None:
    expected = json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))
    content_type = expected.pop("content_type", CONTENT_TYPES[path.suffix])
    page = fetched(path.read_bytes(), url=f"https://harbour.example/pages/{path.name}", content_type=content_type)

    parsed = parse_page(page)

    assert as_json(parsed) == expected


def test_at_least_forty_pages_in_every_syntax_are_read() -> None:
    expected = [json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8")) for path in PAGES]
    methods = [person["method"] for page in expected for person in page["people"]]

    assert len(PAGES) >= 40
    assert set(methods) == {"json-ld", "microdata", "rdfa", "h-card", "vcard"}
    assert all(methods.count(method) >= 8 for method in set(methods))


def as_json(parsed: ParsedPage) -> dict[str, Any]:
    """What is said, without what is not."""
    said = {
        "noindex": parsed.noindex,
        "nofollow": parsed.nofollow,
        "links": [link.url for link in parsed.links],
    }
    return {name: value for name, value in said.items() if value} | {"people": list(map(_person, parsed.people))}


def _person(person: PersonOnPage) -> dict[str, Any]:
    said = {name: value for name, value in asdict(person).items() if value not in (None, ())}
    if person.same_as:
        said["same_as"] = list(person.same_as)
    if person.last_active_at is not None:
        said["last_active_at"] = person.last_active_at.isoformat()
    return said
