import pytest

from sources.web.names import is_person_name, name_key, names_agree, names_may_agree


@pytest.mark.parametrize(
    "name", ["Ana Silva", "Bo", "李小龙", "Ольга Иванова", "O'Hara", "Jean-Luc", "X Æ A-12", "Anonymous Smith"]
)
def test_names_are_names(name: str) -> None:
    assert is_person_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "42",
        "- -",
        "admin",
        "ANONYMOUS",
        "n/a",
        "Staff Writer",
        "ana@harbour.example",
        "https://x.example",
        "www.x.example",
        "{{name}}",
        "%%author%%",
        "<b>",
        "/people/ana",
        "a|b",
    ],
)
def test_placeholders_addresses_and_templates_are_none(text: str) -> None:
    assert not is_person_name(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Silva", "ANA  SILVA"),
        ("Ana Silva", "Silva, Ana"),
        ("Dr. Ana Silva, PhD", "ana silva"),
        ("Núñez", "Nunez"),
        ("O'Hara", "O’Hara"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other", "agree", "may_agree"),
    [
        ("Ana Silva", "A. Silva", True, True),
        ("Ana Silva", "Ana Maria Silva", True, True),
        ("Rob Smith", "Robert Smith", True, True),
        ("Bob Smith", "Robert Smith", False, True),
        ("Ana Silva", "Ana Costa", False, True),
        ("Ana Silva", "Bruno Costa", False, False),
        ("Olga Ivanova", "Ольга Иванова", False, True),
        ("Mr", "Ms", False, False),
    ],
)
def test_names_speak_for_or_against_one_person(one: str, other: str, agree: bool, may_agree: bool) -> None:
    assert names_agree(one, other) is names_agree(other, one) is agree
    assert names_may_agree(one, other) is names_may_agree(other, one) is may_agree
