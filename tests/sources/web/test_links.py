import pytest

from sources.web.links import ABOUT_US, NEAR_PEOPLE, NEAR_SEED, SPOKEN, STRONG, PromisingLink, promising_links
from sources.web.page import PageLink, ParsedPage, PersonOnPage

_ON = "http://company.example/"


def _judge(
    path: str, text: str = "", *rel: str, on: str = _ON, worth: float = 0.0, people: bool = False, is_seed: bool = False
) -> PromisingLink | None:
    """Judge one link of a page."""
    url = path if path.startswith("http") else f"http://company.example{path}"
    persons = (PersonOnPage("Ada Example", "h-card"),) if people else ()
    judged = promising_links(ParsedPage(on, persons, (PageLink(url, text, rel),)), worth=worth, is_seed=is_seed)
    return judged[0] if judged else None


@pytest.mark.parametrize(
    "path",
    [
        "/team", "/Team/", "/our-team.html", "/people/ada-example", "/about/leadership", "/en/staff", "/speakers/2026",
        "/author/ada", "/members.php", "/board_of_directors", "/ueber-uns/mitarbeiter", "/%C3%BCber/vorstand",
        "/equipe", "/%C3%A9quipe",
        "/qui-sommes-nous", "/nuestro-equipo", "/chi-siamo", "/medewerkers", "/zesp%C3%B3%C5%82",
        "/%D0%BA%D0%BE%D0%BC%D0%B0%D0%BD%D0%B4%D0%B0", "/%E3%83%81%E3%83%BC%E3%83%A0", "/%E5%9B%A2%E9%98%9F",
        "/%ED%8C%80", "/contact/ada.vcf",
    ],
)  # fmt: skip
def test_a_path_that_names_people_is_a_sure_lead(path: str) -> None:
    judged = _judge(path)

    assert judged is not None
    assert judged.worth == STRONG


@pytest.mark.parametrize(
    "text",
    ["Our team", "THE TEAM", "Meet our people", "Über das Team", "L'équipe", "Équipe", "Nuestro equipo", "Ons team",
     "Наша команда", "チーム紹介", "メンバー", "团队介绍", "우리 팀", "Wer wir sind: Mitarbeiter"],
)  # fmt: skip
def test_a_text_that_names_people_counts_nearly_as_much(text: str) -> None:
    judged = _judge("/x7", text)

    assert judged is not None
    assert judged.worth == SPOKEN


@pytest.mark.parametrize("rel", ["author", "me"])
def test_a_link_marked_as_somebodys_is_a_sure_lead(rel: str) -> None:
    assert _judge("/~ada", "", rel) == PromisingLink("http://company.example/~ada", STRONG)


@pytest.mark.parametrize("path", ["/about", "/company/history", "/kontakt", "/impressum", "/o-nas", "/contact-us.html"])
def test_pages_about_the_place_are_a_fair_lead(path: str) -> None:
    assert _judge(path) == PromisingLink(f"http://company.example{path}", ABOUT_US)


def test_other_links_count_only_near_people_or_a_seed() -> None:
    url = "http://company.example/x7"

    assert _judge("/x7") is None
    assert _judge("/x7", is_seed=True) == PromisingLink(url, NEAR_SEED)
    assert _judge("/x7", people=True) == PromisingLink(url, NEAR_PEOPLE)
    assert _judge("/x7", worth=STRONG) == PromisingLink(url, NEAR_PEOPLE)


@pytest.mark.parametrize("path", ["/blog/how-to-build-a-great-team", "/news/the-people-of-the-north-speak-up"])
def test_a_word_within_a_sentence_is_no_lead(path: str) -> None:
    assert _judge(path) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://other.example/team", "http://team.company.example/", "http://company.example:8080/team",
        "mailto:team@company.example", "ftp://company.example/team", "javascript:team()",
    ],
)  # fmt: skip
def test_links_to_elsewhere_are_not_followed(url: str) -> None:
    judged = promising_links(ParsedPage(_ON, (), (PageLink(url, "Our team"),)), worth=STRONG, is_seed=True)

    assert judged == ()


@pytest.mark.parametrize("url", ["https://company.example/team", "http://www.company.example/team"])
def test_the_same_site_under_https_or_www_is_no_elsewhere(url: str) -> None:
    assert _judge(url) == PromisingLink(url, STRONG)


@pytest.mark.parametrize(
    "path",
    [
        "/team/ada.jpg", "/team.pdf", "/people.xml", "/team/feed", "/calendar/team", "/team/2026/05/17",
        "/team?month=5",
        "/team?date=2026-05-01", "/login", "/team/log-out", "/wp-admin/team", "/team?a=1&b=2&c=3", "/team?sort=name",
        "/cart", "/search?q=team", "/a/b/c/d/e/f/g/h/team", "/team/x/team/x/team", "/team/" + "x" * 500,
        "/team?replytocom=7", "/people?action=edit", "/newsletter/team",
    ],
)  # fmt: skip
def test_traps_are_not_entered_whatever_they_promise(path: str) -> None:
    assert _judge(path, "Our team", worth=STRONG, people=True, is_seed=True) is None


@pytest.mark.parametrize(
    ("path", "text", "rel"),
    [
        ("/team?page=2", "2", ()),
        ("/team?page=2", "", ()),
        ("/team?offset=20", "more", ()),
        ("/team/page/2", "2", ()),
        ("/team/page/2/", "Next page", ()),
        ("/team/2", "›", ()),
        ("/team/page/3", "Suivant", ()),
        ("/anything", "", ("next",)),
    ],
)
def test_the_next_page_of_a_list_of_people_continues_it(path: str, text: str, rel: tuple[str, ...]) -> None:
    judged = _judge(path, text, *rel, on="http://company.example/team", worth=STRONG)

    assert judged == PromisingLink(f"http://company.example{path}", STRONG, continues_list=True)


def test_the_next_page_of_anything_else_does_not() -> None:
    judged = _judge("/news?page=2", "2", on="http://company.example/news")

    assert judged is None


def test_the_best_links_come_first_and_there_are_at_most_500() -> None:
    links = [PageLink(f"http://company.example/x{n}", "") for n in range(2_000)]
    links.append(PageLink("http://company.example/team", ""))

    judged = promising_links(ParsedPage(_ON, (), tuple(links)), worth=0.0, is_seed=True)

    assert len(judged) == 500
    assert judged[0].url == "http://company.example/team"
