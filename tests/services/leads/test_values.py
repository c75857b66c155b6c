from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.errors import InvalidInput
from services.identities import normal_email
from services.leads.values import CHECKS, checked_values, lead_phone
from services.validation import Findings, is_storable


def _checked(column: str, value: Any) -> Any:
    findings = Findings()
    checked = checked_values(findings, {column: value})
    findings.raise_if_any()
    return checked[column]


def _wrong(values: dict[str, Any]) -> list[tuple[str, str]]:
    findings = Findings()
    checked_values(findings, values)
    with pytest.raises(InvalidInput) as refusal:
        findings.raise_if_any()
    return [(".".join(problem.path), problem.code) for problem in refusal.value.problems]


@pytest.mark.parametrize(
    ("column", "value", "spelling"),
    [
        ("name", "  Jose\u0301 Reyes ", "José Reyes"),
        ("email", " Ana.Reyes+news@Harbour.EXAMPLE ", "ana.reyes+news@harbour.example"),
        ("email", "ana@bücher.example", "ana@xn--bcher-kva.example"),
        ("email", "ANA@XN--BCHER-KVA.example", "ana@xn--bcher-kva.example"),
        ("email", "JOSÉ@harbour.example", "josé@harbour.example"),
        ("email", "o'neill@harbour.example", "o'neill@harbour.example"),
        ("phone", "+351 21 000 0000", "+351210000000"),
        ("phone", "+44 (0)20 7946 0958", "+442079460958"),
        ("phone", "tel:+351-21-000-0000", "+351210000000"),
        ("phone", "+1 212-555-0100 ext. 5", "+12125550100"),
        ("website", "HTTPS://Harbour.example:443/a/../b#top", "https://harbour.example/b"),
        ("time_zone", "europe/LISBON", "Europe/Lisbon"),
        ("time_zone", "UTC", "UTC"),
        ("time_zone", "US/Eastern", "US/Eastern"),
        ("company", " ", None),
        ("email", "", None),
        ("phone", None, None),
        ("website", " ", None),
        ("time_zone", None, None),
        ("notes", " one\n two ", "one\n two"),
        ("tags", [" Hot ", "hot", "HOT", "Straße", "strasse"], ["Hot", "Straße"]),
        ("tags", [], []),
        ("tags", None, []),
        ("score", 0.0, 0.0),
        ("score", 1, 1),
        ("score", None, None),
        ("do_not_contact", True, True),
    ],
)
def test_each_value_has_one_spelling(column: str, value: Any, spelling: Any) -> None:
    assert _checked(column, value) == spelling


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("name", " \t", "BLANK"),
        ("name", "x" * 301, "TOO_LONG"),
        ("name", "a\0b", "MALFORMED"),
        ("name", "half \ud83d", "MALFORMED"),
        ("email", "ana", "MALFORMED"),
        ("email", "ana@", "MALFORMED"),
        ("email", "ana@harbour", "MALFORMED"),
        ("email", "ana@@harbour.example", "MALFORMED"),
        ("email", "ana..reyes@harbour.example", "MALFORMED"),
        ("email", "Ana <ana@harbour.example>", "MALFORMED"),
        ("email", "ana@localhost", "MALFORMED"),
        ("email", "ana@[127.0.0.1]", "MALFORMED"),
        ("email", "ana reyes@harbour.example", "MALFORMED"),
        ("email", "a@b.example, c@d.example", "MALFORMED"),
        ("email", "a" * 64 + "@" + "b" * 200 + ".example", "TOO_LONG"),
        ("phone", "210 000 000", "MALFORMED"),
        ("phone", "+351 21", "MALFORMED"),
        ("phone", "+999 123456789", "MALFORMED"),
        ("phone", "call me", "MALFORMED"),
        ("phone", "+351210000000" + " " * 10 + "0" * 30, "TOO_LONG"),
        ("company", "x" * 501, "TOO_LONG"),
        ("role", "x" * 501, "TOO_LONG"),
        ("location", "x" * 501, "TOO_LONG"),
        ("notes", "x" * 20_001, "TOO_LONG"),
        ("owner", "x" * 201, "TOO_LONG"),
        ("website", "harbour.example", "MALFORMED"),
        ("website", "ftp://harbour.example/", "MALFORMED"),
        ("website", "javascript:alert(1)", "MALFORMED"),
        ("website", "https://user:secret@harbour.example/", "MALFORMED"),
        ("website", "https://harbour.example/" + "x" * 2_000, "TOO_LONG"),
        ("time_zone", "Lisbon", "MALFORMED"),
        ("time_zone", "../../etc/passwd", "MALFORMED"),
        ("time_zone", "/etc/localtime", "MALFORMED"),
        ("time_zone", "localtime", "MALFORMED"),
        ("time_zone", "Europe", "MALFORMED"),
        ("time_zone", "+02:00", "MALFORMED"),
        ("time_zone", "x" * 65, "TOO_LONG"),
        ("tags", [str(number) for number in range(51)], "TOO_MANY"),
        ("score", -0.001, "OUT_OF_RANGE"),
        ("score", 1.001, "OUT_OF_RANGE"),
        ("score", float("nan"), "OUT_OF_RANGE"),
        ("score", float("inf"), "OUT_OF_RANGE"),
        ("do_not_contact", None, "REQUIRED"),
    ],
)
def test_what_has_no_spelling_is_refused(column: str, value: Any, code: str) -> None:
    assert _wrong({column: value}) == [(column, code)]


def test_everything_wrong_is_said_at_once_each_with_its_place() -> None:
    values = {"name": "", "email": "ana", "tags": ["fine", " ", "x" * 65], "score": 2.0}

    assert _wrong(values) == [
        ("name", "BLANK"),
        ("email", "MALFORMED"),
        ("tags.1", "BLANK"),
        ("tags.2", "TOO_LONG"),
        ("score", "OUT_OF_RANGE"),
    ]


@pytest.mark.parametrize(
    ("longest", "column"), [("é" * 300, "name"), ("🙂" * 500, "company"), ("é" * 20_000, "notes"), ("é" * 200, "owner")]
)
def test_the_longest_texts_fit(longest: str, column: str) -> None:
    assert _checked(column, longest) == longest


@pytest.mark.parametrize(
    ("spelling", "region", "number"),
    [
        ("21 000 0000", "PT", "+351210000000"),
        ("(212) 555-0100", "US", "+12125550100"),
        ("+351210000000", "US", "+351210000000"),
        ("21 000 0000", "US", None),
        ("21 000 0000", "XX", None),
        ("21 000 0000", "pt", None),
    ],
)
def test_a_number_without_its_prefix_is_dialled_in_the_region(spelling: str, region: str, number: str | None) -> None:
    assert lead_phone(Findings(), (), spelling, region=region) == number


@given(st.emails())
def test_an_address_keeps_its_spelling_and_is_recognised_by_it(address: str) -> None:
    findings = Findings()
    spelling = checked_values(findings, {"email": address})["email"]
    if spelling is not None:
        assert spelling == normal_email(address) == _checked("email", spelling)


_RUBBISH = st.text() | st.text("+0123456789 ()-.ext;", max_size=45) | st.text("a@.-é\u0130\u00df_'\"", max_size=40)


@given(st.sampled_from(sorted(set(CHECKS) - {"tags", "score", "do_not_contact"})), _RUBBISH)
def test_any_text_is_a_value_in_its_one_spelling_or_is_refused(column: str, text: str) -> None:
    findings = Findings()
    spelling = checked_values(findings, {column: text})[column]
    if not findings.any and spelling is not None:
        assert is_storable(spelling)
        assert _checked(column, spelling) == spelling


@given(st.lists(st.text(max_size=70), max_size=60))
def test_any_tags_are_kept_once_each_or_refused(tags: list[str]) -> None:
    findings = Findings()
    kept = checked_values(findings, {"tags": tags})["tags"]
    if not findings.any:
        assert _checked("tags", kept) == kept
        assert {tag.casefold() for tag in kept} == {tag.strip().casefold() for tag in kept}
