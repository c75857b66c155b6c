"""Finding leads: by words, labels, owner and dates, and in the orders that a board and a list need."""

from datetime import timedelta
from typing import Any

import pytest

import models
from pushdown import encode_global_id
from tests.resolvers.conftest import Execute
from tests.resolvers.rows import EARLY

NAMES = "query($filter: LeadFilter, $order: LeadOrder) { leads(filter: $filter, orderBy: $order) { nodes { name } } }"


@pytest.fixture
async def leads(context: object) -> models.Campaign:
    """Four people; only what tells them apart is known."""
    campaign = await models.Campaign.create(name="Builders", created_at=EARLY, updated_at=EARLY)
    people: list[dict[str, Any]] = [
        {
            "name": "José Núñez-Vidal",
            "company": "Harbour Works",
            "email": "jose@mail.example",
            "tags": ["spring", "Fair"],
        },
        {"name": "Joanna", "role": "Harbour master", "notes": "Met José at the fair; isn't sure.", "tags": ["spring"]},
        {"name": "Bo", "email": "bo.lind@harbour-works.example", "owner": "Ines", "last_contacted_at": EARLY},
        {
            "name": "Φωτεινή",
            "notes": "100% \\ 'quoted' & <b>",
            "owner": "Rui",
            "last_contacted_at": EARLY - timedelta(1),
        },
    ]
    for number, person in enumerate(people):
        await models.Lead.create(
            campaign=campaign,
            source=models.LeadSource.MANUAL,
            provenance=[],
            created_at=EARLY + timedelta(hours=number),
            updated_at=EARLY,
            stage_entered_at=EARLY - timedelta(hours=number),
            **person,
        )
    return campaign


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("jose", {"José Núñez-Vidal", "Joanna"}),
        ("JOSÉ", {"José Núñez-Vidal", "Joanna"}),
        ("nunez vid", {"José Núñez-Vidal"}),
        ("jo", {"José Núñez-Vidal", "Joanna"}),
        ("harb", {"José Núñez-Vidal", "Joanna", "Bo"}),
        ("harbour-works.example lind", {"Bo"}),
        ("jose@mail.ex", {"José Núñez-Vidal"}),
        ("fair joanna", {"Joanna"}),
        ("φωτεινη", {"Φωτεινή"}),
        ("100 quoted", {"Φωτεινή"}),
        ("isn't", {"Joanna"}),
        ("ose", set()),
        ("nobody", set()),
        ("", set()),
        ("& | ! :* ( ' \\", set()),
        ("\0", set()),
    ],
)
async def test_words_are_found_whole_or_by_their_beginnings_whatever_their_accents(
    execute: Execute, leads: models.Campaign, words: str, found: set[str]
) -> None:
    answer = await execute(NAMES, filter={"search": words})
    assert {node["name"] for node in answer["leads"]["nodes"]} == found


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"tags": {"hasAny": ["Fair", "none"]}}, ["José Núñez-Vidal"]),
        ({"tags": {"hasAll": ["spring"]}}, ["Joanna", "José Núñez-Vidal"]),
        ({"tags": {"hasAll": ["spring", "Fair"]}}, ["José Núñez-Vidal"]),
        ({"owner": {"eq": "Rui"}}, ["Φωτεινή"]),
        ({"owner": {"in": ["Rui", "Ines"]}}, ["Φωτεινή", "Bo"]),
        ({"assigned": False}, ["Joanna", "José Núñez-Vidal"]),
        ({"lastContactedAt": {"gte": EARLY.isoformat()}}, ["Bo"]),
        ({"lastContactedAt": {"lt": EARLY.isoformat()}}, ["Φωτεινή"]),
        ({"stageEnteredAt": {"lt": (EARLY - timedelta(minutes=90)).isoformat()}}, ["Φωτεινή", "Bo"]),
        ({"search": "harbour", "assigned": True}, ["Bo"]),
        ({"not": {"search": "harbour"}}, ["Φωτεινή"]),
    ],
)
async def test_labels_owner_and_dates(
    execute: Execute, leads: models.Campaign, condition: dict[str, Any], found: list[str]
) -> None:
    answer = await execute(NAMES, filter=condition)
    assert [node["name"] for node in answer["leads"]["nodes"]] == found


async def test_who_was_never_contacted_counts_as_contacted_first_of_all(
    execute: Execute, leads: models.Campaign
) -> None:
    order = {"field": "LAST_CONTACTED_AT", "direction": "ASC"}
    nodes = (await execute(NAMES, order=order))["leads"]["nodes"]
    assert [node["name"] for node in nodes] == ["José Núñez-Vidal", "Joanna", "Φωτεινή", "Bo"]


async def test_pages_go_on_among_those_never_contacted(execute: Execute, leads: models.Campaign) -> None:
    query = """query($id: ID!, $after: String) {
      campaign(id: $id) {
        leads(first: 1, after: $after, orderBy: { field: LAST_CONTACTED_AT, direction: DESC }) {
          edges { cursor node { name } }
        }
      }
    }"""
    names: list[str] = []
    after = None
    for _ in range(4):
        answer = await execute(query, id=encode_global_id("Campaign", leads.id), after=after)
        [edge] = answer["campaign"]["leads"]["edges"]
        names.append(edge["node"]["name"])
        after = edge["cursor"]
    assert names == ["Bo", "Φωτεινή", "Joanna", "José Núñez-Vidal"]


async def test_a_search_of_more_than_a_thousand_characters_is_refused(execute: Execute, answer: Any) -> None:
    result = await answer(NAMES, filter={"search": "a" * 1_001})
    [error] = result.errors
    assert (error.extensions["code"], error.extensions["argument"]) == ("BAD_USER_INPUT", "filter.search")
