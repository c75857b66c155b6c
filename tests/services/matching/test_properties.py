from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sources.protocol import FoundProfile
from tests.services.matching.asking import NOW, ask, profile

WORDS = (
    *("rust", "boats", "jazz", "harbour", "painter", "engineer", "engineering", "VP", "CTO", "Chief", "Technology"),
    *("Officer", "president", "PM", "marketing", "Sr.", "mktg", "Lisbon", "Portugal", "Berlin", "DE", "東京", "Москва"),
    *("R&D", "C++", "🚀", "machine", "learning", "ML", "head", "of", "and", "Zürich", "café"),
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
TEXTS = st.none() | PHRASES | st.text(max_size=60)
PEOPLE = st.builds(
    profile,
    display_name=PHRASES | st.text(min_size=1, max_size=20),
    role=TEXTS,
    bio=TEXTS,
    company=TEXTS,
    location=TEXTS,
    followers=st.none() | st.integers(0, 10**6),
    last_active_at=st.none() | st.integers(-10, 400).map(lambda days: NOW - timedelta(days=days)),
)
CRITERIA = st.fixed_dictionaries(
    {},
    optional={
        "keywords": st.lists(PHRASES | st.text(max_size=20), max_size=4).map(tuple),
        "role_contains": PHRASES | st.text(max_size=20),
        "location": PHRASES | st.text(max_size=20),
        "min_followers": st.integers(0, 10**6),
        "recent_activity_days": st.integers(1, 365),
    },
)


@given(PEOPLE, CRITERIA)
def test_scores_are_in_range_and_can_be_recomputed(person: FoundProfile, criteria: dict[str, Any]) -> None:
    verdict = ask(person, **criteria)

    assert 0.0 <= verdict.score <= 1.0
    assert all(0.0 <= reason.score <= 1.0 and reason.evidence for reason in verdict.reasons)
    weights = sum(reason.weight for reason in verdict.reasons)
    weighted = sum(one.weight * one.score for one in verdict.reasons)
    assert verdict.score == (round(weighted / weights, 6) if weights else 1.0)


@given(PEOPLE, CRITERIA)
def test_the_same_question_has_the_same_answer(person: FoundProfile, criteria: dict[str, Any]) -> None:
    assert ask(person, **criteria) == ask(person, **criteria)


@given(PEOPLE, CRITERIA)
def test_case_and_decomposed_accents_change_nothing(person: FoundProfile, criteria: dict[str, Any]) -> None:
    known = {name: getattr(person, name) for name in ("display_name", "role", "bio", "company", "location")}
    shouted = {name: text.upper() if text else text for name, text in known.items()}
    rest = {"followers": person.followers, "last_active_at": person.last_active_at}

    before = ask(person, **criteria)
    after = ask(profile(**shouted, **rest), **criteria)

    assert [reason.score for reason in after.reasons] == [reason.score for reason in before.reasons]


@given(PEOPLE, st.permutations(["rust", "boats", "VP Eng", "machine learning"]))
def test_the_order_of_keywords_changes_nothing(person: FoundProfile, keywords: list[str]) -> None:
    score = ask(person, keywords=tuple(keywords)).score

    assert score == ask(person, keywords=tuple(sorted(keywords))).score


@given(st.permutations(["head", "marketing", "europe", "senior"]), st.permutations(["head", "marketing", "europe"]))
def test_the_order_of_words_changes_nothing(role: list[str], wanted: list[str]) -> None:
    assert ask(profile(role=", ".join(role)), role_contains=" ".join(wanted)).score == 1.0


@given(PEOPLE, st.lists(PHRASES, min_size=1, max_size=4), PHRASES, st.integers(0, 3))
def test_a_matching_fact_never_lowers_the_score(
    person: FoundProfile, keywords: list[str], wanted: str, number: int
) -> None:
    criteria = {"keywords": tuple(keywords), "role_contains": wanted, "location": wanted}
    fact = keywords[number % len(keywords)]

    known = {name: getattr(person, name) for name in ("display_name", "role", "bio", "company", "location")}
    longer = f"{known['bio']} . {fact}" if known["bio"] else fact

    before = ask(person, **criteria)
    after = ask(profile(**(known | {"bio": longer})), **criteria)

    assert after.score >= before.score
    assert ask(profile(**(known | {"role": wanted})), role_contains=wanted).score == 1.0
