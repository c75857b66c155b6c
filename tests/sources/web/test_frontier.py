import pytest

from sources.web.frontier import Frontier, Step, page_key
from sources.web.links import PromisingLink
from sources.web.sites import origin_of, site_of

_SEED = Step("http://a.example/", 0, is_seed=True)


def _url(path: str) -> str:
    return f"http://a.example{path}"


def _order(frontier: Frontier) -> list[str]:
    popped: list[str] = []
    while (step := frontier.pop()) is not None:
        popped.append(step.url)
    return popped


def test_seeds_come_first_then_near_and_promising_pages() -> None:
    frontier = Frontier(capacity=10, depth=4)
    frontier.offer(PromisingLink(_url("/weak"), 0.3), _SEED)
    frontier.offer(PromisingLink(_url("/far"), 1.0), Step(_url("/x"), 3))
    frontier.offer(PromisingLink(_url("/strong"), 1.0), _SEED)
    frontier.add_seed(_url("/seed"))
    frontier.offer(PromisingLink(_url("/next"), 1.0), Step(_url("/x"), 1))

    assert _order(frontier) == [_url(path) for path in ("/seed", "/strong", "/next", "/weak", "/far")]


def test_a_page_is_queued_once() -> None:
    frontier = Frontier(capacity=10, depth=4)
    frontier.add_seed(_url("/team"))
    frontier.offer(PromisingLink("https://www.a.example/team/", 1.0), _SEED)

    assert _order(frontier) == [_url("/team")]
    assert not frontier.claim(_url("/team"))
    assert frontier.claim(_url("/other"))
    frontier.offer(PromisingLink(_url("/other"), 1.0), _SEED)
    assert _order(frontier) == []


def test_pages_beyond_the_depth_are_not_queued_but_further_pages_of_a_list_are() -> None:
    frontier = Frontier(capacity=10, depth=2)
    deepest = Step(_url("/team"), 2)
    frontier.offer(PromisingLink(_url("/team/ada"), 1.0), deepest)
    frontier.offer(PromisingLink(_url("/team?page=2"), 1.0, continues_list=True), deepest)

    assert _order(frontier) == [_url("/team?page=2")]


def test_the_least_promising_are_forgotten_beyond_the_capacity_and_may_come_again() -> None:
    frontier = Frontier(capacity=10, depth=4)
    for n in range(21):
        frontier.offer(PromisingLink(_url(f"/{n}"), n / 21), _SEED)

    assert _order(frontier) == [_url(f"/{n}") for n in range(20, 10, -1)]
    frontier.offer(PromisingLink(_url("/0"), 1.0), _SEED)
    assert _order(frontier) == [_url("/0")]


def test_endless_queries_of_one_path_are_cut() -> None:
    frontier = Frontier(capacity=1_000, depth=4)
    for n in range(500):
        frontier.offer(PromisingLink(_url(f"/team?id={n}"), 1.0), _SEED)

    assert len(_order(frontier)) == 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.example/team", "https://www.a.example/team/"),
        ("http://a.example/team", "HTTP://A.EXAMPLE:80/team#top"),
        ("http://a.example/team?utm_source=x&id=1", "http://a.example/team?id=1"),
        ("http://a.example/te%61m", "http://a.example/team"),
    ],
)
def test_spellings_of_one_page_share_a_key(one: str, other: str) -> None:
    assert page_key(one) == page_key(other)


@pytest.mark.parametrize("other", ["http://a.example/team?id=2", "http://a.example/teams", "http://b.example/team"])
def test_different_pages_do_not(other: str) -> None:
    assert page_key("http://a.example/team") != page_key(other)


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("http://a.example/x", "a.example"),
        ("https://WWW.A.example.:443/x", "a.example"),
        ("http://a.example:80?x", "a.example"),
        ("http://a.example:8080/", "a.example:8080"),
        ("http://b.a.example/", "b.a.example"),
        ("http://user@a.example/", "a.example"),
        ("http://[2001:db8::1]/", "[2001:db8::1]"),
        ("http://[2001:db8::1]:8080/", "[2001:db8::1]:8080"),
    ],
)
def test_a_site_is_a_host_and_its_port(url: str, site: str) -> None:
    assert site_of(url) == site


def test_an_origin_tells_schemes_and_subdomains_apart() -> None:
    urls = ("http://a.example/", "https://a.example/", "http://www.a.example/", "http://a.example:8080/")

    assert len({origin_of(url) for url in urls}) == 4
    assert origin_of("http://a.example/x") == origin_of("http://A.example:80/y")


@pytest.mark.parametrize("url", ["ftp://a.example/", "mailto:a@a.example", "/team", ""])
def test_what_is_no_web_address_has_no_site(url: str) -> None:
    with pytest.raises(ValueError, match="absolute"):
        site_of(url)
