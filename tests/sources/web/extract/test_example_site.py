"""The example site, read as the crawler would: what a first run shows."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sources.protocol import FoundProfile
from sources.web.extract import parse_page
from sources.web.page import FetchedPage
from sources.web.people import PeopleIndex

SITE = Path(__file__).parents[4] / "examples" / "site"
BASE = "http://127.0.0.1:8080/"
RETRIEVED_AT = datetime(2026, 11, 1, tzinfo=UTC)

PEOPLE = {
    ("Aiko Cobblestone", "Creative Director", "Quayside Studio", "Osaka, Japan"),
    ("Ana Tidewater", "Chief Technology Officer", "Harbour Software", "Porto, Portugal"),
    ("Ben Lamplighter", "Brand Strategist", "Quayside Studio", "Leeds, United Kingdom"),
    ("Bruno Saltmarsh", "VP Engineering", "Harbour Software", "Lisbon, Portugal"),
    ("Carla Gullwing", "Product Manager", "Harbour Software", "Porto, Portugal"),
    ("Cleo Bandstand", "Copywriter", "Quayside Studio", "Marseille, France"),
    ("Dario Pierhead", "Marketing Director", "Quayside Studio", "Genoa, Italy"),
    ("Dmitri Lanternfish", "Site Reliability Engineer", "Harbour Software", "Tallinn, Estonia"),
    ("Elif Seaglass", "Head of Design", "Harbour Software", "Istanbul, Turkey"),
    ("Farid Cormorant", "Founder, Chief Executive Officer", "Harbour Software", "Porto, Portugal"),
    ("Greta Windlass", "Director of Research", "Tidal Energy Lab", "Copenhagen, Denmark"),
    ("Hiro Wavecrest", "Turbine Engineer", "Tidal Energy Lab", "Kobe, Japan"),
    ("Ines Moorhen", "Grants Manager", "Tidal Energy Lab", "Lisbon, Portugal"),
    ("Jonas Breakwater", "Data Scientist", "Tidal Energy Lab", "Hamburg, Germany"),
    ("Kaia Fjordlight", "Field Engineer", "Tidal Energy Lab", "Bergen, Norway"),
    ("Luca Ferrymead", "Science Broadcaster", None, None),
    ("Maren Reedcutter", "Professor of Hydrology", "Fen Institute", "Ely, United Kingdom"),
    ("Noor Marshlight", "Research Fellow", "Fen Institute", "Leiden, Netherlands"),
    ("Oskar Peatland", "Librarian", "Fen Institute", "Ely, United Kingdom"),
    ("Priya Willowbank", "Head of Partnerships", "Fen Institute", "Leeds, United Kingdom"),
    ("Rosa Inkwell", "Editor in Chief", "The Lindmar Courier", "Galway, Ireland"),
    ("Sam Anchor", "Apprentice", "Boatbuilders’ Guild", None),
    ("Sam Anchor", "Laboratory Manager", "Fen Institute", "Ely, United Kingdom"),
    ("Sven Quillfeather", "Technology Reporter", "The Lindmar Courier", "Gothenburg, Sweden"),
    ("Tuva Margin", None, None, None),
    ("Ugo Stopress", "Photographer", "The Lindmar Courier", None),
    ("Vera Pressroom", "Advertising Manager", "The Lindmar Courier", "Dublin, Ireland"),
    ("Wim Folio", "Subscriptions Manager", "The Lindmar Courier", None),
    ("Xenia Keelson", "Master Boatbuilder", "Boatbuilders’ Guild", "Piraeus, Greece"),
    ("Yusuf Rudderford", "Sailmaker", "Boatbuilders’ Guild", "Izmir, Turkey"),
    ("Zoë Mastwright", "Workshop Manager", "Boatbuilders’ Guild", None),
    ("Åse Timberfloe", "Wood Buyer", "Boatbuilders’ Guild", "Oslo, Norway"),
}


def people_of_the_site(*, reverse: bool = False) -> dict[str, FoundProfile]:
    """Follow every link from the first page, but those robots.txt forbids. The order of the pages may be reversed."""
    pages: dict[str, FetchedPage] = {}
    waiting = [f"{BASE}index.html"]
    while waiting:
        url = waiting.pop(0)
        if url in pages or not url.startswith(BASE) or url.startswith(f"{BASE}private/"):
            continue
        body = (SITE / url.removeprefix(BASE)).read_bytes()
        pages[url] = FetchedPage(url, body, "text/vcard" if url.endswith(".vcf") else "text/html", None, RETRIEVED_AT)
        waiting += (link.url for link in parse_page(pages[url]).links)
    assert len(pages) == len([path for path in SITE.rglob("*") if path.suffix in {".html", ".vcf"}]) - 1

    index = PeopleIndex()
    profiles: dict[str, FoundProfile] = {}
    for page in reversed(pages.values()) if reverse else pages.values():
        changed, superseded = index.add(parse_page(page), RETRIEVED_AT)
        for handle in superseded:
            del profiles[handle]
        profiles |= {profile.handle: profile for profile in changed}
    return profiles


@pytest.mark.parametrize("reverse", [False, True], ids=["first page first", "last page first"])
def test_the_example_site_has_exactly_these_people(reverse: bool) -> None:
    profiles = people_of_the_site(reverse=reverse).values()

    assert len(profiles) == len(PEOPLE) == 32
    assert {(p.display_name, p.role, p.company, p.location) for p in profiles} == PEOPLE


def test_the_handles_are_the_same_in_whatever_order_the_pages_come() -> None:
    assert set(people_of_the_site()) == set(people_of_the_site(reverse=True))


def test_one_person_of_three_pages_in_two_syntaxes_is_known_in_full() -> None:
    ana = people_of_the_site()["127.0.0.1:8080/harbour-software/people/ana-tidewater.html"]

    assert (ana.email, ana.phone, ana.followers) == ("ana@harbour-software.example", "+351221234567", 4820)
    assert ana.last_active_at == datetime(2026, 10, 10, 9, tzinfo=UTC)
    assert ana.links == ("https://social.example/@ana-tidewater", "https://tidewater.example/")
    sources = {p.field: (p.source_url.removeprefix(BASE), p.method) for p in ana.provenance}
    assert sources["bio"] == ("harbour-software/people/ana-tidewater.html", "json-ld")
    assert sources["phone"] == ("guild/cards/ana-tidewater.vcf", "vcard")


def test_the_site_uses_every_syntax() -> None:
    methods = {p.method for profile in people_of_the_site().values() for p in profile.provenance}

    assert methods == {"json-ld", "microdata", "rdfa", "h-card", "vcard"}


def test_every_link_on_the_site_is_relative_and_leads_somewhere() -> None:
    for path in SITE.rglob("*.html"):
        url = f"{BASE}{path.relative_to(SITE).as_posix()}"
        links = parse_page(FetchedPage(url, path.read_bytes(), "text/html", None, RETRIEVED_AT)).links
        assert links
        for link in links:
            assert not link.url.startswith(BASE) or (SITE / link.url.removeprefix(BASE)).is_file(), link
            assert link.url.startswith(BASE) or ".example/" in link.url
