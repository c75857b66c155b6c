import pytest

from sources.web.extract import parse_page
from sources.web.page import PageLink
from tests.sources.web.extract.fetched import PAGE_URL, fetched


def links(body: str) -> tuple[PageLink, ...]:
    return parse_page(fetched(body)).links


def test_links_are_absolute_and_without_fragment() -> None:
    found = links('<a href="../team?utm_source=x#top">Our <b>team</b>\n &amp; friends</a>')

    assert found == (PageLink("https://harbour.example/team", "Our team & friends"),)


def test_links_are_relative_to_the_base() -> None:
    assert links('<base href="//other.example/a/"><a href="b">x</a>')[0].url == "https://other.example/a/b"


@pytest.mark.parametrize(
    "href",
    [
        "#top",
        "",
        "mailto:a@b.example",
        "tel:+1",
        "javascript:void(0)",
        "data:text/vcard,x",
        "ftp://x.example/",
        "http://[",
    ],
)
def test_what_leads_to_no_page_is_no_link(href: str) -> None:
    assert links(f'<a href="{href}">x</a>') == ()


def test_a_link_to_the_page_itself_leads_nowhere() -> None:
    assert links(f'<a href="{PAGE_URL}#people">x</a>') == ()


def test_links_the_page_does_not_vouch_for_are_left_out() -> None:
    assert links('<a href="/a" rel="NoFollow ugc">x</a><a href="/b" rel="external">y</a>') == (
        PageLink("https://harbour.example/b", "y", ("external",)),
    )


def test_one_address_is_one_link_with_the_first_text_there_is() -> None:
    found = links('<a href="/ana"><img src="a.jpg"></a><a href="/ana">Ana</a><a href="/ana">more</a>')

    assert found == (PageLink("https://harbour.example/ana", "Ana"),)


def test_an_image_names_its_link() -> None:
    assert links('<a href="/ana" title="Ana Silva"><img src="a.jpg"></a>')[0].text == "Ana Silva"


def test_card_files_and_pages_about_people_are_linked_from_the_head() -> None:
    found = links(
        '<link rel="alternate" type="text/vcard" href="/ana.vcf"><link rel="me" href="https://ana.example">'
        '<link rel="author" href="/about"><link rel="stylesheet" href="/s.css"><link rel="icon" href="/i.png">'
        '<link rel="alternate" type="application/rss+xml" href="/feed"><a href="bruno.vcf">Bruno</a>'
    )

    assert [(link.url, link.rel) for link in found] == [
        ("https://harbour.example/ana.vcf", ("alternate",)),
        ("https://ana.example/", ("me",)),
        ("https://harbour.example/about", ("author",)),
        ("https://harbour.example/pages/bruno.vcf", ()),
    ]


def test_texts_are_cut_at_two_hundred_characters() -> None:
    assert len(links(f'<a href="/x">{"long " * 100}</a>')[0].text) <= 200
