"""What a document costs that was never seen before, in this process: parsed, validated, and compiled to a plan."""

import statistics
import time

from bench.rounds import Figures
from pushdown.inputs import EVERYBODY, Given
from resolvers.schema import build_schema

_DOCUMENTS = 200
_FIRST_ONES = 20
"""Left out: they load what the library loads on first use."""

_LEAD = "id email phone company role location timeZone website source stage score doNotContact createdAt updatedAt"
_CAMPAIGN = "id name status targetNiche description createdAt updatedAt"
_PROFILE = "id platform handle profileUrl displayName bio role company matchScore discoveredAt"
_EVENT = "id channel direction summary occurredAt createdAt actor"
_APPOINTMENT = "id title status startsAt endsAt durationMinutes timeZone location"


def _document(number: int) -> str:
    """60 fields on five levels; an alias makes it different from all others."""
    return f"""query Document($first: Int!) {{ leads(first: $first, filter: {{score: {{gte: 0.5}}}}) {{
      totalCount pageInfo {{ hasNextPage endCursor }}
      nodes {{ {_LEAD} name{number}: name campaign {{ {_CAMPAIGN} }}
        profiles {{ {_PROFILE} }}
        contactEvents(first: 3) {{ nodes {{ {_EVENT} }} }}
        appointments(first: 3) {{ totalCount nodes {{ {_APPOINTMENT} }} }}
      }}
    }} }}"""


def compile_documents() -> dict[str, Figures]:
    """Milliseconds a document: for all of it, and for the plan alone."""
    reader = build_schema().reader
    whole: list[float] = []
    planning: list[float] = []
    for number in range(_FIRST_ONES + _DOCUMENTS):
        text = _document(number)
        began = time.perf_counter()
        operation = reader.document(text).operations[None]
        given = Given(operation.values({"first": 20}), EVERYBODY)
        read = time.perf_counter()
        plan = reader.planner.operation(operation, given, final=True)
        ended = time.perf_counter()
        if plan is None:
            raise RuntimeError("the document was not compiled")
        whole.append(ended - began)
        planning.append(ended - read)
    return {"ours": _figures(whole[_FIRST_ONES:]), "of it the plan": _figures(planning[_FIRST_ONES:])}


def _figures(seconds: list[float]) -> Figures:
    cuts = statistics.quantiles(seconds, n=100)
    return {"rps": 1 / cuts[49], "p50_ms": cuts[49] * 1000, "p99_ms": cuts[98] * 1000}
