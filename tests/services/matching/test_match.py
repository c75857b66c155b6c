import json
import os
import re
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest

from services.matching import Criterion, match, total
from services.matching.verdict import WEIGHTS
from sources.protocol import SearchCriteria
from tests.services.matching.asking import NOW, ask, profile

ANA = profile(
    role="VP of Engineering",
    bio="Teaches machines to sail: ML, Rust, boats.",
    company="Harbour",
    location="Lisboa, Portugal",
    followers=1_200,
    last_active_at=NOW - timedelta(days=3),
)
EVERYTHING = {
    "keywords": ("machine learning", "jazz"),
    "role_contains": "Vice President of Engineering",
    "location": "Portugal",
    "min_followers": 1_000,
    "recent_activity_days": 30,
}


def test_every_criterion_given_has_a_reason_with_its_weight() -> None:
    verdict = ask(ANA, **EVERYTHING)

    assert [(reason.criterion, reason.weight) for reason in verdict.reasons] == list(WEIGHTS.items())
    assert verdict.rejected is None


@pytest.mark.parametrize("name", EVERYTHING)
def test_each_criterion_alone_gives_its_reason_alone(name: str) -> None:
    assert len(ask(ANA, **{name: EVERYTHING[name]}).reasons) == 1


def test_the_score_is_the_weighted_mean_of_the_reasons() -> None:
    verdict = ask(ANA, **EVERYTHING)

    stored = json.loads(json.dumps(verdict.reasons_as_json()))
    weighted = sum(reason["weight"] * reason["score"] for reason in stored)
    assert verdict.score == round(weighted / sum(reason["weight"] for reason in stored), 6)
    assert verdict.score == total(verdict.reasons)


def test_stored_reasons_have_the_shape_which_clients_see() -> None:
    assert ask(ANA, location="Portugal").reasons_as_json() == [
        {
            "criterion": "LOCATION",
            "score": 1.0,
            "weight": 2.0,
            "evidence": '"Portugal": location "Lisboa, Portugal" meets portugal',
        }
    ]


def test_without_criteria_nothing_is_missing() -> None:
    verdict = ask(profile())

    assert (verdict.score, verdict.reasons, verdict.rejected) == (1.0, (), None)


def test_blank_criteria_are_not_given() -> None:
    assert ask(profile(), keywords=("", "  "), role_contains=" ", location="").reasons == ()


def test_criteria_which_are_about_the_search_are_not_about_the_profile() -> None:
    assert ask(profile(), seed_urls=("https://a.example/",), usernames=("ana",), max_profiles=1).reasons == ()


def test_one_failed_minimum_rejects_whatever_else_is_met() -> None:
    verdict = ask(ANA, **(EVERYTHING | {"min_followers": 5_000}))

    assert verdict.rejected == "1200 followers, at least 5000 wanted"
    assert 0.0 < verdict.score < 1.0


def test_huge_texts_take_bounded_time() -> None:
    huge = profile(
        bio="engineering manager of the machines " * 30_000, role="developer " * 30_000, location="Lisbon, " * 30_000
    )
    keywords = tuple(f"keyword number {number} with many words in it" for number in range(20))
    began = time.process_time()

    ask(huge, keywords=keywords, role_contains="head " * 1_000, location="Porto, " * 1_000)

    assert time.process_time() - began < 1.0


@pytest.mark.slow
def test_verdicts_do_not_depend_on_the_order_of_sets() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _TELL],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[3])},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(told) == 1


_TELL = """
from services.matching import match
from tests.services.matching.test_match import ANA, EVERYTHING
from tests.services.matching.asking import ask
print(ask(ANA, **EVERYTHING))
print(ask(ANA, keywords=("PM or VP Eng", "CPO", "dev ops", "teach"), location="New York or LA"))
"""


def _worked_examples() -> list[tuple[str, str, float]]:
    text = (Path(__file__).parents[3] / "docs" / "matching.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)=(.+?)` \| (.+?) \| ([\d.]+) \|", text, re.MULTILINE)
    assert len(rows) > 20, "the tables of worked examples were not found"
    return [(f"{name}={value}", person, float(score)) for name, value, person, score in rows]


@pytest.mark.parametrize(("asked", "person", "score"), _worked_examples())
def test_the_worked_examples_of_the_documentation_hold(asked: str, person: str, score: float) -> None:
    criteria = eval(f"dict({asked})", {})
    known = eval("dict(" + ", ".join(re.findall(r"`(.+?)`", person)) + ")", {"timedelta": timedelta, "now": NOW})

    (reason,) = ask(profile(**known), **criteria).reasons

    assert reason.score == score


def test_the_whole_worked_example_of_the_documentation_holds() -> None:
    text = (Path(__file__).parents[3] / "docs" / "matching.md").read_text("utf-8")
    (stated,) = re.findall(r"^Score = .+ = \*\*([\d.]+)\*\*$", text, re.MULTILINE)

    verdict = match(
        profile(role="CTO", bio="Rust and boats", location="Lisboa", last_active_at=NOW - timedelta(days=3)),
        SearchCriteria(
            keywords=("rust", "jazz"),
            role_contains="Chief Technology Officer",
            location="Portugal",
            min_followers=500,
            recent_activity_days=30,
        ),
        NOW,
    )

    assert round(verdict.score, 4) == float(stated)
    assert {reason.criterion: reason.score for reason in verdict.reasons} == {
        Criterion.KEYWORDS: 0.6,
        Criterion.ROLE: 1.0,
        Criterion.LOCATION: 1.0,
        Criterion.FOLLOWERS: 0.2,
        Criterion.RECENT_ACTIVITY: 1.0,
    }
