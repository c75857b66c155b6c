"""The tables of the last full runs, for people: `bench/results/*.json` as `docs/benchmarks.md`, with a plot.

What has no results on this machine stays as it was published.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.chart import ratio_chart
from bench.rounds import OURS, RESULTS, Figures

_BENCH = Path(__file__).parent
_DOCS = _BENCH.parent / "docs"
_MANY = 6
"""So many workloads of the same systems share one table and a plot."""
_HEAD = """# Benchmarks

The last full runs of `make bench`. Figures of one table come from one run on one machine, taken in turn; what counts is
the ratio, with its spread over the rounds. `rps` is units of work a second: pages, requests.
"""

_SECTION = "\n## "

Workloads = Mapping[str, Mapping[str, Figures]]


def _table(systems: Mapping[str, Figures], ratios: Mapping[str, Figures]) -> list[str]:
    names = list(dict.fromkeys(name for figures in systems.values() for name in figures))
    lines = [f"| system | {' | '.join(names)} | ours is |", f"|---|{'---:|' * (len(names) + 1)}"]
    for system, figures in systems.items():
        told = [f"{figures[name]:,.1f}" if name in figures else "" for name in names]
        ratio = ratios.get(f"{OURS}/{system}")
        lines.append(f"| {system} | {' | '.join(told)} | {_spread(ratio) if ratio else ''} |")
    return lines


def _spread(ratio: Figures) -> str:
    return f"{ratio['median']:.2f}× ({ratio['min']:.2f} to {ratio['max']:.2f})"


def _shared_tables(name: str, workloads: Workloads, ratios: Workloads) -> list[str]:
    """Rates, ratios and times of many workloads, a row each."""
    systems = list(next(iter(workloads.values())))
    others = [system for system in systems if system != OURS]
    lines = [f"\n![How many times as fast as others ours is]({_plot(name)})"]
    lines += ["\n### How many times as fast as others ours is\n", *_head("workload", others)]
    for workload in workloads:
        told = [_spread(ratios[workload][f"{OURS}/{other}"]) for other in others]
        lines.append(f"| {workload} | {' | '.join(told)} |")
    lines += ["\n### Requests a second\n", *_head("workload", systems)]
    for workload, figures in workloads.items():
        rates = [f"{figures[system]['rps']:,.0f}" for system in systems]
        lines.append(f"| {workload} | {' | '.join(rates)} |")
    lines += ["\n### Milliseconds a request: half take at most, 99 of 100 take at most\n", *_head("workload", systems)]
    for workload, figures in workloads.items():
        times = [f"{figures[system]['p50_ms']:,.1f}, {figures[system]['p99_ms']:,.1f}" for system in systems]
        lines.append(f"| {workload} | {' | '.join(times)} |")
    return lines


def _head(first: str, others: list[str]) -> list[str]:
    return [f"| {first} | {' | '.join(others)} |", f"|---|{'---:|' * len(others)}"]


def _plot(name: str) -> str:
    return f"benchmarks-{name}.svg"


def _section(name: str, results: dict[str, Any]) -> list[str]:
    machine = results["machine"]
    place = f"{machine['cores']} cores ({machine['processor']}, {machine['system']}), {machine['memory_mb']:,} MB"
    lines = [f"{_SECTION}{name}", f"\n{results['rounds']} rounds on {place}, Python {machine['python']}."]
    if (_BENCH / name / "README.md").exists():
        lines.append(f"What is compared, and how: [bench/{name}](../bench/{name}/README.md).")
    alone: Workloads = results["workloads"]
    first = next(iter(alone.values()))
    alike = {workload: systems for workload, systems in alone.items() if list(systems) == list(first)}
    if len(alike) >= _MANY:
        ratios = {workload: results["ratios"][workload] for workload in alike}
        (_DOCS / _plot(name)).write_text(ratio_chart("Ours is so many times as fast as", ratios))
        lines += _shared_tables(name, alike, ratios)
        alone = {workload: systems for workload, systems in alone.items() if workload not in alike}
    for workload, systems in alone.items():
        lines += [f"\n### {workload[0].upper()}{workload[1:]}\n", *_table(systems, results["ratios"].get(workload, {}))]
    return lines


def main() -> None:
    """Write the report."""
    document = _DOCS / "benchmarks.md"
    sections = _published(document.read_text()) if document.exists() else {}
    for path in RESULTS.glob("*.json"):
        sections[path.stem] = "\n".join(_section(path.stem, json.loads(path.read_text())))
    document.write_text("\n".join([_HEAD.rstrip(), *(sections[name] for name in sorted(sections))]) + "\n")


def _published(document: str) -> dict[str, str]:
    """The sections of the document, by their names."""
    _, *sections = document.split(_SECTION)
    return {text.partition("\n")[0]: f"{_SECTION}{text}".rstrip() for text in sections}


if __name__ == "__main__":
    main()
