from urllib.parse import urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sources.web.urls import MAX_URL_LENGTH, canonical_url, resolve_url, url_host, url_key


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://harbour.example/people/ana", "https://harbour.example/people/ana"),
        ("HTTP://WWW.Harbour.EXAMPLE", "http://www.harbour.example/"),
        ("https://harbour.example:443/", "https://harbour.example/"),
        ("http://harbour.example:80/x", "http://harbour.example/x"),
        ("http://harbour.example:8080/x", "http://harbour.example:8080/x"),
        ("https://harbour.example:80/", "https://harbour.example:80/"),
        ("https://harbour.example./", "https://harbour.example/"),
        ("https://harbour.example/a#people", "https://harbour.example/a"),
        ("https://harbour.example/a/../b/./c", "https://harbour.example/b/c"),
        ("https://harbour.example/../..", "https://harbour.example/"),
        ("https://harbour.example/?utm_source=x&b=2&UTM_Medium=y&a=1&gclid=3", "https://harbour.example/?b=2&a=1"),
        ("https://harbour.example/?utm_source=x", "https://harbour.example/"),
        ("https://harbour.example/?", "https://harbour.example/"),
        ("https://harbour.example/%7eana/%c3%a1?q=%zz", "https://harbour.example/~ana/%C3%A1?q=%25zz"),
        ("https://harbour.example/ana silva/ø", "https://harbour.example/ana%20silva/%C3%B8"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://BÜCHER.example/", "https://xn--bcher-kva.example/"),
        ("http://[2001:DB8:0::1]:80/x", "http://[2001:db8::1]/x"),
        (" https://harbour.example/a\tb\n", "https://harbour.example/ab"),
        ("https://harbour.example\\people", "https://harbour.example/people"),
        ("https://harbour.example/a//b/", "https://harbour.example/a//b/"),
    ],
)
def test_every_address_has_one_spelling(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "",
        "harbour.example",
        "/people",
        "//harbour.example/",
        "ftp://harbour.example/",
        "javascript:alert(1)",
        "mailto:a@b.example",
        "http://",
        "http:///x",
        "http://a..b/",
        "http://harbour.example:99999/",
        "http://harbour.example:x/",
        "http://[::1",
        "http://[x]/",
        "http://user@harbour.example/",
        "http://user:secret@harbour.example/",
        "http://a b/",
        "http://-a.example/",
        "http://%41.example/",
        "http://harbour.example/" + "x" * MAX_URL_LENGTH,
        "http://" + "a" * 64 + ".example/",
        "http://�/",
    ],
)
def test_what_names_no_public_page_has_no_canonical_address(url: str) -> None:
    assert canonical_url(url) is None


@pytest.mark.parametrize(
    ("reference", "resolved"),
    [
        ("ana", "https://harbour.example/people/ana"),
        ("/ana", "https://harbour.example/ana"),
        ("../", "https://harbour.example/"),
        ("?page=2", "https://harbour.example/people/team?page=2"),
        ("//other.example/x", "https://other.example/x"),
        ("/\\other.example/x", "https://other.example/x"),
        ("http://Other.example", "http://other.example/"),
        (" /ana\n", "https://harbour.example/ana"),
        ("", "https://harbour.example/people/team"),
        ("mailto:a@b.example", None),
        ("x" * 5_000, None),
    ],
)
def test_references_are_resolved_against_the_base(reference: str, resolved: str | None) -> None:
    assert resolve_url("https://harbour.example/people/team", reference) == resolved


@given(
    base=st.from_regex(r"https://harbour\.example(?:/[ab.]{0,2}){0,3}(?:\?[a/]?)?", fullmatch=True),
    reference=st.from_regex(r"[ab./?#:]{0,8}", fullmatch=True),
)
def test_references_are_resolved_as_the_standard_library_does(base: str, reference: str) -> None:
    """But for empty segments, which browsers keep and `urljoin` folds."""
    assume("//" not in base.removeprefix("https://") + reference)

    assert resolve_url(base, reference) == canonical_url(urljoin(base, reference))


def test_a_base_without_a_path_is_a_base_too() -> None:
    assert resolve_url("https://harbour.example", "/ana") == "https://harbour.example/ana"


def test_spellings_of_one_page_share_a_key() -> None:
    assert url_key("https://www.harbour.example/ana/") == url_key("http://harbour.example/ana") == "harbour.example/ana"
    assert url_host("http://www.harbour.example:8080/ana") == "harbour.example:8080"


@given(
    st.text(max_size=80)
    | st.text(max_size=60).map("https://harbour.example/".__add__)
    | st.text(max_size=60).map("http://".__add__)
)
def test_the_canonical_spelling_is_final_and_ascii(url: str) -> None:
    canonical = canonical_url(url)

    assert canonical is None or canonical.isascii()
    assert canonical is None or canonical_url(canonical) == canonical
    assert canonical is None or "#" not in canonical
