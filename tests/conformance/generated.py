"""Operations made up from the schema, by schemathesis one field at a time, and by hypothesis-graphql several.

Ids are those of rows which there are, now and then: what is refused at the door says little of what is behind it.
"""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import graphql
import schemathesis
from hypothesis import strategies as st
from hypothesis_graphql import nodes
from hypothesis_graphql import strategies as graphql_strategies
from schemathesis.core.result import Ok
from schemathesis.generation.modes import GenerationMode

from pushdown import encode_global_id

_SDL = (Path(__file__).parents[2] / "schema.graphql").read_text()
_SCHEMA = graphql.build_schema(_SDL)
_RELATED = [encode_global_id(name, 1) for name in ("Lead", "Campaign", "MessageTemplate")]
_IDS = [
    encode_global_id(name, key)
    for name, type_ in _SCHEMA.type_map.items()
    if isinstance(type_, graphql.GraphQLObjectType) and any(one.name == "Node" for one in type_.interfaces)
    for key in (1, 2, 3, 2**63 - 1)
]
_TIMES = ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00", "9999-12-31T23:59:60+14:00", "0001-01-01T00:00:00Z", "", "now"]
_TEXTS = [
    "Ada",
    "{{ lead.name }}",
    "{% for a in (1..9) %}{{ a }}{% endfor %}",
    "ada@team.example",
    "team.example",
    "%_\\",
]


def _texts(values: Iterable[str]) -> st.SearchStrategy[graphql.ValueNode]:
    return st.sampled_from(list(values)).map(nodes.String)


_SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "DateTime": _texts(_TIMES),
    "LocalDateTime": _texts(_TIMES),
    "LocalTime": _texts(["09:00", "17:30", "24:00", "9", ""]),
    "TimeZone": _texts(["Europe/Lisbon", "UTC", "../etc", ""]),
    "URL": _texts(["https://ada.example/", "javascript:x", "http://[", ""]),
    "EmailAddress": _texts(["ada@team.example", "bob@people.example", "@", "ada@\u0000"]),
    "JSON": st.text(max_size=5).map(nodes.String),
    "ID": _texts(_RELATED) | _texts(_IDS) | st.text(max_size=10).map(nodes.String),
    "Int": (st.integers(0, 100) | st.integers(-(2**31), 2**31 - 1)).map(nodes.Int),
    "String": _texts(_TEXTS) | st.text(max_size=20).map(nodes.String),
}
for _name, _strategy in _SCALARS.items():
    schemathesis.graphql.scalar(_name, _strategy)


def _of_schemathesis() -> st.SearchStrategy[str]:
    """One field at the root; one operation of five has something in it that the schema does not take."""
    found = schemathesis.graphql.from_file(_SDL).get_all_operations()
    modes = [GenerationMode.POSITIVE] * 4 + [GenerationMode.NEGATIVE]
    cases = [[one.ok().as_strategy(mode) for mode in modes] for one in found if isinstance(one, Ok)]
    chosen = st.sampled_from(cases).flatmap(st.sampled_from).flatmap(lambda case: case)
    return chosen.map(lambda case: str(case.body))


def _of_hypothesis_graphql() -> st.SearchStrategy[str]:
    """Three fields at the root, which are neighbours, or some of all, which takes six times as long to make up."""
    makers: list[tuple[Callable[..., st.SearchStrategy[str]], tuple[str, ...]]] = []
    for make, root in (
        (graphql_strategies.queries, _SCHEMA.query_type),
        (graphql_strategies.mutations, _SCHEMA.mutation_type),
    ):
        assert root is not None
        names = tuple(root.fields)
        makers += [(make, fields) for fields in (*(names[at : at + 3] for at in range(len(names))), names)]
    return st.sampled_from(makers).flatmap(lambda chosen: _kept(*chosen))


@cache
def _kept(make: Callable[..., st.SearchStrategy[str]], fields: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A strategy remembers the parts of which it is made, so each is made once."""
    return make(_SCHEMA, fields=fields, custom_scalars=_SCALARS)


OPERATIONS = {"schemathesis": _of_schemathesis(), "hypothesis-graphql": _of_hypothesis_graphql()}
"""By who makes them up."""
