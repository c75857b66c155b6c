"""Rounds, medians, ratios and results: what every comparison here shares.

Systems are measured in turn within each round, so that whatever else the machine does hits all of them, and ratios are
taken within a round. A workload's figures are the medians over its rounds.
"""

import json
import os
import platform
import statistics
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

Figures = dict[str, float]
"""By name; `rps` (units of work a second) is what ratios compare. Others as they apply: `p50_ms`, `p99_ms`, …"""
Measure = Callable[[], Awaitable[Figures]]

OURS = "ours"
RESULTS = Path(__file__).parent / "results"


@dataclass
class Comparison:
    """One benchmark's results, ready to be written as `bench/results/NAME.json`."""

    name: str
    rounds: int
    workloads: dict[str, dict[str, Figures]] = field(default_factory=dict)
    ratios: dict[str, dict[str, Figures]] = field(default_factory=dict)

    async def measure(self, workload: str, systems: Mapping[str, Measure]) -> None:
        """Measure all systems once a round. `ours` must be among them if there are several."""
        taken: dict[str, list[Figures]] = {system: [] for system in systems}
        for number in range(self.rounds):
            for system, run in systems.items():
                figures = await run()
                taken[system].append(figures)
                _progress(f"{workload}, round {number + 1} of {self.rounds}: {system} {figures['rps']:,.1f} a second")
        self.workloads[workload] = {
            system: {name: statistics.median(each[name] for each in all_figures) for name in all_figures[0]}
            for system, all_figures in taken.items()
        }
        self.ratios[workload] = {
            f"{OURS}/{system}": _spread(
                [ours["rps"] / other["rps"] for ours, other in zip(taken[OURS], all_figures, strict=True)]
            )
            for system, all_figures in taken.items()
            if system != OURS
        }

    def write(self) -> Path:
        """Write the results as JSON; gives the file."""
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{self.name}.json"
        content = {
            "machine": machine(),
            "rounds": self.rounds,
            "workloads": self.workloads,
            "ratios": {workload: ratios for workload, ratios in self.ratios.items() if ratios},
        }
        path.write_text(json.dumps(content, indent=2) + "\n")
        return path

    def print(self) -> None:
        """Print one table a workload."""
        console = Console()
        for workload, systems in self.workloads.items():
            names = list(dict.fromkeys(name for figures in systems.values() for name in figures))
            table = Table(title=f"{self.name}: {workload}", title_justify="left")
            table.add_column("system")
            for name in (*names, "ours is"):
                table.add_column(name, justify="right")
            for system, figures in systems.items():
                ratio = self.ratios.get(workload, {}).get(f"{OURS}/{system}")
                told = f"{ratio['median']:.2f}× ({ratio['min']:.2f}–{ratio['max']:.2f})" if ratio else ""
                table.add_row(system, *(f"{figures[name]:,.1f}" if name in figures else "" for name in names), told)
            console.print(table)


def machine() -> dict[str, str | int]:
    """What the figures were taken on."""
    return {
        "system": f"{platform.system()} {platform.release()}",
        "processor": platform.machine(),
        "cores": os.cpu_count() or 0,
        "memory_mb": psutil.virtual_memory().total // 2**20,
        "python": platform.python_version(),
    }


def _spread(ratios: list[float]) -> Figures:
    return {"median": statistics.median(ratios), "min": min(ratios), "max": max(ratios)}


def _progress(text: str) -> None:
    Console(stderr=True).print(text, style="dim")
