"""What our figures are to reach in one run: mostly ratios of rates, ours to another system's."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.rounds import OURS, Comparison

FEW = "ours, 5,000 leads"
FIRST_PAGE = "ours, page 1"
DEEP = "page 1,000 against page 1"
SCALING = "page of 50,000 leads against 5,000"
COMPILING = "compiling a new document of 60 fields"


@dataclass(frozen=True, slots=True)
class Target:
    """`least` bounds the median of the rounds' ratios."""

    workload: str
    system: str
    least: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a target, in words."""

    reached: bool
    told: str


_CONNECTIONS = (1, 8, 64)
_PAGE = {"postgraphile": 2.0, "mercurius": 1.5, "limit": 0.95}
_POINT = {"postgraphile": 1.5, "mercurius": 1.15, "limit": 0.85}
_OTHERS = {"postgraphile": 1.0, "mercurius": 1.0, "limit": 0.8}
MOST_COMPILING_MS = 5.0

TARGETS = (
    *(Target(f"page, {count} at once", system, least) for count in _CONNECTIONS for system, least in _PAGE.items()),
    *(Target(f"point, {count} at once", system, least) for count in _CONNECTIONS for system, least in _POINT.items()),
    *(
        Target(workload, system, least)
        for workload in ("wide", "deep", "pipeline", "count", "node batch", "page 1", "page 1,000")
        for system, least in _OTHERS.items()
    ),
    Target(DEEP, FIRST_PAGE, 1 / 1.1),
    Target(SCALING, FEW, 1 / 1.2),
)


def verdicts(comparison: Comparison) -> Iterator[Verdict]:
    """All targets of which there are figures."""
    for target in TARGETS:
        ratio = comparison.ratios.get(target.workload, {}).get(f"{OURS}/{target.system}")
        if ratio is not None:
            told = f"{target.workload}: {ratio['median']:.2f}× {target.system}, at least {target.least:.2f}×"
            yield Verdict(ratio["median"] >= target.least, told)
    if (compiled := comparison.workloads.get(COMPILING)) is not None:
        taken = compiled[OURS]["p50_ms"]
        told = f"{COMPILING}: {taken:.1f} ms, less than {MOST_COMPILING_MS:.0f} ms"
        yield Verdict(taken < MOST_COMPILING_MS, told)
