import pytest

from services.matching import Criterion
from tests.services.matching.asking import ask, keyword_score, profile, reason_of


@pytest.mark.parametrize("field", ["role", "bio", "company", "location"])
def test_a_keyword_is_found_in_any_text(field: str) -> None:
    assert keyword_score("harbour", **{field: "Old Harbour Works"}) == 1.0


@pytest.mark.parametrize(
    ("keyword", "bio"),
    [
        ("Rust", "I write #rust and 🦀"),
        ("machine learning", "ML nerd"),
        ("ML", "teaching machines: machine-learning courses"),
        ("node.js", "Node JS, mostly"),
        ("open source", "opensource maintainer"),
        ("e-mail", "email deliverability"),
        ("café", "CAFE owner"),
        ("O'Brien", "by O’Brien"),
        ("naïve bayes", "Bayes, the NAIVE way"),
        ("ﬁnance", "FINANCE"),
        ("数据", "大数据工程师"),
        ("डेटा", "मैं डेटा वैज्ञानिक हूँ"),
        ("ประเทศ", "ทั่วประเทศไทย"),
        ("🚀", "to the moon 🚀🚀"),
        ("the", "The The"),
        (".NET", "C# and .NET"),
    ],
)
def test_a_keyword_is_met_fully(keyword: str, bio: str) -> None:
    assert keyword_score(keyword, bio=bio) == 1.0


@pytest.mark.parametrize(
    ("keyword", "bio"),
    [
        ("Java", "JavaScript"),
        ("sales", "Salesforce"),
        ("Ana", "Banana bread"),
        ("Rust", "Trust and rusty nails"),
        ("go", "Google, good, cargo"),
        ("AI", "air, rain, Aida"),
        (".NET", "net revenue"),
        ("C++", "C"),
        ("Maria", "Mario and Marta"),
        ("Paris", "parish priest"),
        ("founder", "found happiness"),
        ("🚀", "no rocket"),
    ],
)
def test_a_keyword_is_not_met_by_a_false_friend(keyword: str, bio: str) -> None:
    assert keyword_score(keyword, bio=bio, display_name="Someone Else") == 0.0


def test_names_are_compared_exactly_and_say_less() -> None:
    assert keyword_score("baker", display_name="Ana Bakers", bio="Paints") == 0.0
    assert 0.2 < keyword_score("reyes", bio="Paints") < keyword_score("reyes", bio="Reyes & Co.")


def test_every_keyword_contributes() -> None:
    scores = [
        keyword_score("rust", "boats", "jazz", bio=bio) for bio in ("none", "rust", "rust, boats", "jazz boats rust")
    ]

    assert scores == sorted(set(scores))
    assert (scores[0], scores[-1]) == (0.0, 1.0)


def test_nothing_to_look_in_is_unknown() -> None:
    assert keyword_score("rust") == 0.2
    assert keyword_score("rust", "boats", location="Lisbon") == 0.2


def test_the_evidence_names_each_keyword_with_its_field_and_words() -> None:
    verdict = ask(
        profile(role="VP of Engineering", bio="Learning to sail"), keywords=("vp eng", "machine learning", "jazz")
    )

    assert reason_of(verdict, Criterion.KEYWORDS).evidence == (
        '"vp eng" 100%: vp + engineering in role; "machine learning" 25%: learning in bio; "jazz": not found'
    )
