import pytest

from sources.web.extract import parse_page
from tests.sources.web.extract.fetched import fetched, h_card

PAGE = h_card("Ana Silva") + '<a href="/next">next</a>'


@pytest.mark.parametrize(
    ("header", "noindex", "nofollow"),
    [
        (None, False, False),
        ("", False, False),
        ("noindex", True, False),
        ("NOINDEX, NoFollow", True, True),
        ("none", True, True),
        ("all, noarchive", False, False),
        ("cam-graphql: noindex", True, False),
        ("CAM-GraphQL: none", True, True),
        ("otherbot: noindex, nofollow", False, False),
        ("otherbot: noindex, nofollow, cam-graphql: nofollow", False, True),
        ("noindex, otherbot: nofollow", True, False),
        ("*: noindex", True, False),
        ("unavailable_after: 25 Jun 2010 15:00:00 PST, nofollow", False, True),
        ("max-snippet: 10, noindex", True, False),
        ("noindexing", False, False),
        (":::,,,: noindex", False, False),
    ],
)
def test_the_header_forbids_indexing_and_following(header: str | None, noindex: bool, nofollow: bool) -> None:
    parsed = parse_page(fetched(PAGE, robots_header=header))

    assert (parsed.noindex, parsed.nofollow) == (noindex, nofollow)
    assert (parsed.people == ()) is noindex
    assert (parsed.links == ()) is nofollow


@pytest.mark.parametrize(
    ("meta", "noindex", "nofollow"),
    [
        ('<meta name="robots" content="noindex">', True, False),
        ('<meta name="ROBOTS" content="NONE">', True, True),
        ('<meta content="nofollow noindex" name=robots>', True, True),
        ('<meta name="cam-graphql" content="nofollow">', False, True),
        ('<meta name="googlebot" content="none">', False, False),
        ('<meta name="robots" content="index"><meta name="robots" content="noindex">', True, False),
        ('<meta name="robots">', False, False),
        ('<meta property="robots" content="noindex">', False, False),
    ],
)
def test_meta_elements_forbid_indexing_and_following(meta: str, noindex: bool, nofollow: bool) -> None:
    parsed = parse_page(fetched(meta + PAGE))

    assert (parsed.noindex, parsed.nofollow) == (noindex, nofollow)
    assert (parsed.people == ()) is noindex


def test_rules_for_another_agent_are_its_own() -> None:
    page = fetched('<meta name="lindmar-bot" content="noindex">' + PAGE, robots_header="lindmar-bot: nofollow")

    assert not parse_page(page).noindex
    assert not parse_page(page).nofollow
    assert parse_page(page, "Lindmar-Bot").noindex
    assert parse_page(page, "Lindmar-Bot").nofollow


def test_a_card_file_is_subject_to_the_header_too() -> None:
    body = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Silva\nEND:VCARD\n"

    assert parse_page(fetched(body, content_type="text/vcard")).people
    assert parse_page(fetched(body, content_type="text/vcard", robots_header="noindex")).people == ()
