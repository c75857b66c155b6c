import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import IdentityKind
from services.identities import LONGEST_VALUE, address_key, identity_keys, linked_addresses, normal_email


def test_a_profile_has_its_account_its_address_and_its_email_as_keys_in_this_order() -> None:
    keys = identity_keys(
        "WEB", "harbour.example/people/ana", "http://www.Harbour.example/people/ana/", "Ana.Reyes@Harbour.example"
    )

    assert [(key.kind, key.value) for key in keys] == [
        (IdentityKind.HANDLE, "WEB:harbour.example/people/ana"),
        (IdentityKind.PROFILE_URL, "https://harbour.example/people/ana"),
        (IdentityKind.EMAIL, "ana.reyes@harbour.example"),
    ]


def test_without_an_email_there_are_two_keys() -> None:
    assert [key.kind for key in identity_keys("GITHUB", "ana", "https://github.example/ana", None)] == [
        IdentityKind.HANDLE,
        IdentityKind.PROFILE_URL,
    ]


@pytest.mark.parametrize(
    "spelling",
    [
        "https://harbour.example/people/ana",
        "http://harbour.example/people/ana",
        "https://www.harbour.example/people/ana",
        "HTTPS://Harbour.Example:443/people/ana/",
        "https://harbour.example/people/./team/../ana?utm_source=x",
        "https://harbour.example/people/%61na",
    ],
)
def test_spellings_of_one_address_are_one_key(spelling: str) -> None:
    assert address_key(spelling).value == "https://harbour.example/people/ana"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://harbour.example/team#ana-reyes", "https://harbour.example/team#ben-okafor"),
        ("https://harbour.example/team#ana-reyes", "https://harbour.example/team"),
        ("https://harbour.example/Ana", "https://harbour.example/ana"),
        ("https://harbour.example/?id=1", "https://harbour.example/?id=2"),
        ("https://harbour.example/ana", "https://harbour.example:8443/ana"),
    ],
)
def test_addresses_that_may_be_of_two_people_are_two_keys(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


@pytest.mark.parametrize(
    ("spelling", "normal"),
    [
        ("Ana@Harbour.EXAMPLE", "ana@harbour.example"),
        ("  ana@harbour.example.  ", "ana@harbour.example"),
        ("ana@bücher.example", "ana@xn--bcher-kva.example"),
        ("ana@xn--bcher-kva.example", "ana@xn--bcher-kva.example"),
        ("jose\u0301@harbour.example", "jos\u00e9@harbour.example"),
        ("ana@some_host.example", "ana@some_host.example"),
        ("ana+news@harbour.example", "ana+news@harbour.example"),
        ("ana", None),
        ("@harbour.example", None),
        ("ana@", None),
        ("", None),
    ],
)
def test_email_addresses_have_one_spelling(spelling: str, normal: str | None) -> None:
    assert normal_email(spelling) == normal


def test_linked_addresses_are_sorted_and_each_there_once() -> None:
    keys = linked_addresses(["https://b.example/", "https://a.example/x/", "http://www.a.example/x"])

    assert [key.value for key in keys] == ["https://a.example/x", "https://b.example"]


def test_two_long_handles_that_differ_at_their_end_only_are_two_keys_that_fit_an_index() -> None:
    one, other = (identity_keys("WEB", "é" * 2_000 + end, "https://a.example/", None)[0].value for end in "ab")

    assert one != other
    assert len(one.encode()) <= LONGEST_VALUE


@given(st.text(), st.text(min_size=1), st.text(), st.none() | st.text())
def test_any_text_gives_keys_which_can_be_indexed(platform: str, handle: str, url: str, email: str | None) -> None:
    for key in identity_keys(platform, handle, url, email):
        assert len(key.value.encode("utf-8", "surrogatepass")) <= LONGEST_VALUE
