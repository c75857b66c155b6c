"""What our figures are to reach, as ratios of rates: ours to another system's, in one run."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.rounds import OURS, Comparison

FEW = "ours, 5,000 leads"
FIRST_PAGE = "ours, page 1"
DEEP = "page 1,000 against page 1"
SCALING = "page of 50,000 leads against 5,000"
COMPILING = "compiling a new document"


@dataclass(frozen=True, slots=True)
class Target:
    """`least` bounds the median of the rounds' ratios."""

    workload: str
    system: str
    least: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a target."""

    target: Target
    found: float

    @property
    def reached(self) -> bool:
        """Whether it was."""
        return self.found >= self.target.least


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
        ratios = comparison.ratios.get(target.workload, {})
        if (ratio := ratios.get(f"{OURS}/{target.system}")) is not None:
            yield Verdict(target, ratio["median"])
