"""The table of the last full run, for people: `bench/results/*.json` as `docs/benchmarks.md`."""

import json
from pathlib import Path
from typing import Any

from bench.rounds import OURS, RESULTS

_REPORT = Path(__file__).parents[1] / "docs" / "benchmarks.md"
_HEAD = """# Benchmarks

The last full run of `make bench`. Figures of one table come from one run on one machine, taken in turn; what counts is
the ratio, with its spread over the rounds. `rps` is units of work a second: pages, requests.
"""


def _table(systems: dict[str, dict[str, float]], ratios: dict[str, dict[str, float]]) -> list[str]:
    names = list(dict.fromkeys(name for figures in systems.values() for name in figures))
    lines = [f"| system | {' | '.join(names)} | ours is |", f"|---|{'---:|' * (len(names) + 1)}"]
    for system, figures in systems.items():
        told = [f"{figures[name]:,.1f}" if name in figures else "" for name in names]
        ratio = ratios.get(f"{OURS}/{system}")
        ours = f"{ratio['median']:.2f}× ({ratio['min']:.2f} to {ratio['max']:.2f})" if ratio else ""
        lines.append(f"| {system} | {' | '.join(told)} | {ours} |")
    return lines


def _section(name: str, results: dict[str, Any]) -> list[str]:
    machine = results["machine"]
    place = f"{machine['cores']} cores ({machine['processor']}, {machine['system']}), {machine['memory_mb']:,} MB"
    lines = [f"\n## {name}", f"\n{results['rounds']} rounds on {place}, Python {machine['python']}."]
    for workload, systems in results["workloads"].items():
        lines += [f"\n### {workload[0].upper()}{workload[1:]}\n", *_table(systems, results["ratios"].get(workload, {}))]
    return lines


def main() -> None:
    """Write the report."""
    lines = [_HEAD.rstrip()]
    for path in sorted(RESULTS.glob("*.json")):
        lines += _section(path.stem, json.loads(path.read_text()))
    _REPORT.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
