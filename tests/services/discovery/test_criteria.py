"""Which criteria a job may have."""

from typing import Any

import pytest

import models
from models import Platform
from services.discovery import CriteriaDraft, DiscoveryJobDraft, create_discovery_job
from services.discovery.criteria import search_criteria, stored
from sources.protocol import SearchCriteria
from tests.services.discovery.story import a_campaign, act
from tests.services.refusals import problems_of

SEED = ("https://people.example/",)


@pytest.fixture(scope="module")
async def campaign_id(module_connected: str) -> int:
    return await a_campaign()


@pytest.mark.parametrize(
    ("criteria", "problems"),
    [
        ({"platforms": ()}, {("platforms", "EMPTY")}),
        ({"platforms": (Platform.WEB, Platform.GITHUB, Platform.WEB)}, {("platforms.2", "REPEATED")}),
        ({"seed_urls": ()}, {("seed_urls", "REQUIRED")}),
        ({"keywords": ("ok", " ", "x" * 101)}, {("keywords.1", "BLANK"), ("keywords.2", "TOO_LONG")}),
        ({"keywords": ("nul\0",)}, {("keywords.0", "MALFORMED")}),
        ({"keywords": tuple(map(str, range(51)))}, {("keywords", "TOO_MANY")}),
        ({"usernames": ("",)}, {("usernames.0", "BLANK")}),
        ({"usernames": tuple(map(str, range(501)))}, {("usernames", "TOO_MANY")}),
        (
            {"location": "x" * 201, "role_contains": "\ud800"},
            {("location", "TOO_LONG"), ("role_contains", "MALFORMED")},
        ),
        ({"min_followers": -1}, {("min_followers", "OUT_OF_RANGE")}),
        ({"min_followers": 2**31}, {("min_followers", "OUT_OF_RANGE")}),
        ({"recent_activity_days": 0}, {("recent_activity_days", "OUT_OF_RANGE")}),
        ({"recent_activity_days": 36_501}, {("recent_activity_days", "OUT_OF_RANGE")}),
        ({"max_profiles": 0}, {("max_profiles", "OUT_OF_RANGE")}),
        ({"max_profiles": 10_001}, {("max_profiles", "OUT_OF_RANGE")}),
        ({"seed_urls": ("ftp://people.example/",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("javascript:alert(1)",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("people.example",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("/team",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https://",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https:///team",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https://ada:secret@people.example/",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https://people.example:99999/",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https://[::1/",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https://people .example/",)}, {("seed_urls.0", "MALFORMED")}),
        ({"seed_urls": ("https://people.example/" + "x" * 2_000,)}, {("seed_urls.0", "TOO_LONG")}),
        ({"seed_urls": (*SEED, " ")}, {("seed_urls.1", "BLANK")}),
        ({"seed_urls": SEED * 501}, {("seed_urls", "TOO_MANY")}),
    ],
)
async def test_criteria_that_cannot_be_are_refused_where_they_are_wrong(
    campaign_id: int, criteria: dict[str, Any], problems: set[tuple[str, str]]
) -> None:
    draft = CriteriaDraft(**{"platforms": (Platform.WEB,), "seed_urls": SEED} | criteria)
    request = create_discovery_job(DiscoveryJobDraft(campaign_id, "Search", draft), act())

    assert await problems_of(request) == {(f"criteria.{path}", code) for path, code in problems}
    assert await models.DiscoveryJob.all().count() == await models.SourceRun.all().count() == 0


def test_what_is_stored_is_what_sources_are_asked() -> None:
    draft = CriteriaDraft((Platform.WEB,), keywords=("logo",), min_followers=5, seed_urls=SEED, max_profiles=7)

    assert search_criteria(stored(draft)) == SearchCriteria(
        keywords=("logo",), min_followers=5, seed_urls=SEED, max_profiles=7
    )
