"""What our figures are to reach in one run."""

from bench.rounds import OURS, Comparison
from bench.writes import importing
from bench.writes.systems import GENERATED, LIMIT
from bench.writes.workloads import WORKLOADS

LEAST = {LIMIT: 0.6, GENERATED: 1.0}
"""Of single writes: how many times another system's rate, as the median of the rounds' ratios."""


def shortcomings(comparison: Comparison) -> list[str]:
    """Which promises are not kept, of those there are figures about."""
    told = []
    for workload in WORKLOADS.values():
        for count in workload.connections:
            name = f"{workload.name}, {count} at once"
            for system, least in LEAST.items():
                ratio = comparison.ratios.get(name, {}).get(f"{OURS}/{system}")
                if ratio is not None and ratio["median"] < least:
                    told.append(f"{name}: {ratio['median']:.2f}× {system}; at least {least:.2f}× was promised")
    if importing.WORKLOAD in comparison.workloads:
        told += importing.shortcomings(comparison)
    return told
