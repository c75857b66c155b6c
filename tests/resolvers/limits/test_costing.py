"""What operations cost, known from their text and the sizes that variables say."""

import time
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pushdown import Documents
from resolvers.faults import Schema
from resolvers.limits.bounds import CostBounds
from resolvers.limits.costing import Costing
from resolvers.limits.points import Points


def cost(schema: Schema, document: str, **variables: Any) -> int:
    found = Documents().get(schema._schema, document)
    assert not found.errors, found.errors
    return Costing(schema._schema).cost(found.operations[None]).of(variables)


@pytest.mark.parametrize(
    ("document", "variables", "points"),
    [
        ("{ __typename }", {}, 0),
        ("{ campaigns(first: 10) { totalCount } }", {}, 1),
        ("{ campaigns(first: 10) { nodes { id name } } }", {}, 1 + 10 * 1),
        ("{ campaigns { nodes { id } edges { cursor node { id } } } }", {}, 1 + 20 * (1 + 1 + 1)),
        ("{ campaigns(first: 10) { nodes { leads(last: 5) { nodes { id } } } } }", {}, 1 + 10 * (1 + (1 + 5 * 1))),
        ("query ($n: Int) { campaigns(first: $n) { nodes { id } } }", {}, 1 + 20),
        ("query ($n: Int) { campaigns(first: $n) { nodes { id } } }", {"n": 7}, 1 + 7),
        ("query ($n: Int = 9) { campaigns(first: $n) { nodes { id } } }", {}, 1 + 9),
        ("query ($n: Int) { campaigns(first: $n) { nodes { id } } }", {"n": 10**9}, 1 + 100),
        ("query ($n: Int) { campaigns(first: $n) { nodes { id } } }", {"n": -5}, 1 + 20),
        ("query ($n: Int) { campaigns(first: $n) { nodes { id } } }", {"n": "x"}, 1 + 20),
        (
            "query ($n: Int, $m: Int) { campaigns(first: $n) { nodes { leads(first: $m) { nodes { id } } } } }",
            {"n": 3, "m": 4},
            1 + 3 * (1 + (1 + 4 * 1)),
        ),
        ("query ($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["a", "b"]}, 1),
        ("query ($i: [ID!]!) { nodes(ids: $i) { ... on Lead { campaign { id } } } }", {"i": ["a", "b"]}, 1 + 2 * 1),
        ('{ nodes(ids: ["a", "b", "c"]) { ... on Lead { campaign { id } } } }', {}, 1 + 3 * 1),
        ('{ a: lead(id: "x") { campaign { id } } b: lead(id: "y") { id } }', {}, (1 + 1) + 1),
        ('mutation { pauseOutreach(input: {reason: "x"}) { userErrors { message } } }', {}, 10 + 1 + 1),
    ],
)
def test_an_operation_costs_about_as_many_points_as_its_answer_has_objects(
    schema: Schema, document: str, variables: dict[str, Any], points: int
) -> None:
    assert cost(schema, document, **variables) == points


def test_fragments_cost_wherever_they_are_spread_and_are_looked_at_once(schema: Schema) -> None:
    def document(levels: int) -> str:
        fragments = " ".join(
            f"fragment F{n} on Campaign {{ a: leads(first: $n) {{ nodes {{ campaign {{ ...F{n + 1} }} }} }}"
            f" b: leads(first: $n) {{ nodes {{ campaign {{ ...F{n + 1} }} }} }} }}"
            for n in range(levels)
        )
        last = f"fragment F{levels} on Campaign {{ id }}"
        return f"query ($n: Int) {{ campaigns(first: 1) {{ nodes {{ ...F0 }} }} }} {fragments} {last}"

    one = 2 * (1 + 2 * (1 + 1))
    assert cost(schema, document(1), n=2) == 1 + (1 + one)
    assert cost(schema, document(2), n=2) == 1 + (1 + 2 * (1 + 2 * (1 + 1 + one)))
    found = Documents().get(schema._schema, document(18))
    began = time.process_time()
    total = Costing(schema._schema).cost(found.operations[None]).of({"n": 100})
    assert time.process_time() - began < 0.1
    assert total == 10**12


@given(st.lists(st.tuples(st.floats(0, 50), st.integers(0, 60)), max_size=40))
def test_nobody_spends_more_than_the_bucket_and_what_came_back(steps: list[tuple[float, int]]) -> None:
    seconds, spent = 0.0, 0
    points = Points(CostBounds(bucket=100, restored=3), lambda: seconds)
    for pause, wanted in steps:
        seconds += pause
        result = points.spend("token:1", wanted)
        spent += 0 if result.retry_after else wanted
        assert spent <= 100 + 3 * seconds + 1e-2
        assert 0 <= result.available <= 100
        if result.retry_after:
            seconds += result.retry_after
            assert not points.spend("token:1", wanted).retry_after
            spent += wanted
    assert points.spend("token:2", 100).available == 0
    assert timedelta(seconds=points.spend("token:2", 100).retry_after) <= timedelta(seconds=34)
