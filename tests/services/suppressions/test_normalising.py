"""How what is suppressed is spelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import SuppressionKind
from services.suppressions.normalising import domains_of, normal_value, without_tag

EMAIL, DOMAIN, PHONE, HANDLE = (
    SuppressionKind.EMAIL,
    SuppressionKind.DOMAIN,
    SuppressionKind.PHONE,
    SuppressionKind.HANDLE,
)
_LABELS = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=10)
_DOMAINS = st.lists(_LABELS, min_size=2, max_size=4).map(".".join)
_EMAILS = st.builds("{}@{}".format, _LABELS, _DOMAINS)
_SPACES = st.text(" \t\n\r\u00a0\u2003\u200b\ufeff", max_size=3)


@pytest.mark.parametrize(
    ("kind", "text", "normal"),
    [
        (EMAIL, " ANA@Mail.EXAMPLE ", "ana@mail.example"),
        (EMAIL, "ana@mail.example.", "ana@mail.example"),
        (EMAIL, "mailto:ana@mail.example", "ana@mail.example"),
        (EMAIL, "ana@bücher.example", "ana@xn--bcher-kva.example"),
        (EMAIL, "ana@XN--BCHER-KVA.example", "ana@xn--bcher-kva.example"),
        (EMAIL, "ana@bu\u0308cher.example", "ana@xn--bcher-kva.example"),
        (EMAIL, "ana\u200b@mail.example\u00a0", "ana@mail.example"),
        (EMAIL, "ana+news@mail.example", "ana+news@mail.example"),
        (DOMAIN, " Mail.Example. ", "mail.example"),
        (DOMAIN, "@mail.example", "mail.example"),
        (DOMAIN, "*.mail.example", "mail.example"),
        (DOMAIN, ".mail.example", "mail.example"),
        (DOMAIN, "Bücher.example", "xn--bcher-kva.example"),
        (DOMAIN, "bücher。example", "xn--bcher-kva.example"),
        (PHONE, "+351 21 000 0000", "+351210000000"),
        (PHONE, "00351 210-000-000", "+351210000000"),
        (HANDLE, "twitter: @Ana ", "TWITTER:ana"),
        (HANDLE, "MASTODON:ana@social.example", "MASTODON:ana@social.example"),
    ],
)
def test_each_thing_has_one_spelling(kind: SuppressionKind, text: str, normal: str) -> None:
    assert normal_value(kind, text) == normal


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (EMAIL, "ana"),
        (EMAIL, "@mail.example"),
        (EMAIL, "ana@"),
        (EMAIL, "Ana <ana@mail.example>"),
        (EMAIL, "ana@mail.example, bo@mail.example"),
        (EMAIL, "a\0na@mail.example"),
        (EMAIL, "a" * 250 + "@mail.example"),
        (DOMAIN, "example"),
        (DOMAIN, "com"),
        (DOMAIN, "*"),
        (DOMAIN, "a..b"),
        (DOMAIN, "ana@mail.example"),
        (DOMAIN, "https://mail.example"),
        (PHONE, "210 000 000"),
        (PHONE, "+1"),
        (HANDLE, "ana"),
        (HANDLE, "MYSPACE:ana"),
        (HANDLE, "TWITTER:@"),
        (SuppressionKind.LEAD, "x"),
    ],
)
def test_what_is_nothing_of_its_kind_has_none(kind: SuppressionKind, text: str) -> None:
    assert normal_value(kind, text) is None


@given(
    st.sampled_from([EMAIL, DOMAIN, PHONE, HANDLE]),
    st.one_of(st.text(), _EMAILS, _DOMAINS, st.text().map("TWITTER:{}".format)),
)
def test_the_one_spelling_stays_itself(kind: SuppressionKind, text: str) -> None:
    normal = normal_value(kind, text)
    if normal is not None:
        assert normal_value(kind, normal) == normal


@given(_EMAILS, _SPACES, _SPACES, st.booleans(), st.booleans())
def test_an_address_is_recognised_however_it_is_written(
    email: str, before: str, after: str, upper: bool, dotted: bool
) -> None:
    written = f"{before}{email.upper() if upper else email}{'.' if dotted else ''}{after}"
    assert normal_value(EMAIL, written) == normal_value(EMAIL, email)


@given(_DOMAINS, _SPACES, st.sampled_from(["", "@", ".", "*."]), st.booleans())
def test_a_domain_is_recognised_however_it_is_written(domain: str, spaces: str, before: str, upper: bool) -> None:
    written = f"{spaces}{before}{domain.upper() if upper else domain}{spaces}"
    assert normal_value(DOMAIN, written) == normal_value(DOMAIN, domain)


def test_a_tag_is_what_follows_a_plus() -> None:
    assert without_tag("ana+news+more@mail.example") == "ana@mail.example"
    assert without_tag("ana@mail+x.example") == "ana@mail+x.example"
    assert without_tag("+ana@mail.example") == "+ana@mail.example"


def test_an_address_belongs_to_every_domain_above_it_but_the_topmost() -> None:
    assert list(domains_of("ana@a.team.example")) == ["a.team.example", "team.example"]
