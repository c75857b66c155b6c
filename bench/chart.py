"""A plot of ratios as SVG, which reads on light and on dark ground."""

import math
from collections.abc import Mapping
from html import escape
from itertools import cycle

from bench.rounds import OURS, Figures

_LABELS = 150
_PLOT = 640
_ROW = 26
_TOP = 64
_BOTTOM = 34
_LEGEND = 130
# Colours of middling lightness, each with a shape of its own for those who see them alike.
_MARKS = (
    ("#1f9d6b", "M0-6L6 0L0 6L-6 0Z"),
    ("#7d8590", "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0Z"),
    ("#d9622b", "M-4.5-4.5H4.5V4.5H-4.5Z"),
    ("#8a6cff", "M0-6L6 4.5H-6Z"),
)
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328 } .small { font-size: 12px; fill: #59636e }
.grid { stroke: #d1d9e0 } .one { stroke: #1f2328; stroke-width: 1.5 }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .small { fill: #9198a1 } .grid { stroke: #3d444d } .one { stroke: #f0f6fc } }
"""


def ratio_chart(title: str, workloads: Mapping[str, Mapping[str, Figures]]) -> str:
    """One row a workload; each mark says how many times as fast as that system we are, its line the rounds' spread.

    `workloads` has `OURS/SYSTEM` to `median`, `min` and `max`; the scale doubles from line to line.
    """
    spreads = [spread for ratios in workloads.values() for spread in ratios.values()]
    lowest = math.floor(math.log2(min(0.5, *(spread["min"] for spread in spreads))))
    highest = math.ceil(math.log2(max(2.0, *(spread["max"] for spread in spreads))))
    bottom = _TOP + _ROW * len(workloads)

    def place(ratio: float) -> str:
        return f"{_LABELS + _PLOT * (math.log2(ratio) - lowest) / (highest - lowest):.1f}"

    parts = [f'<text x="0" y="16" font-weight="600">{escape(title)}</text>']
    for power in range(lowest, highest + 1):
        x = place(2.0**power)
        kind = "one" if power == 0 else "grid"
        parts.append(f'<line class="{kind}" x1="{x}" x2="{x}" y1="{_TOP - 8}" y2="{bottom}"/>')
        parts.append(f'<text class="small" x="{x}" y="{bottom + 18}" text-anchor="middle">{2.0**power:g}×</text>')
    systems = list(dict.fromkeys(pair for ratios in workloads.values() for pair in ratios))
    marks = dict(zip(systems, cycle(_MARKS), strict=False))
    for at, system in enumerate(systems):
        colour, shape = marks[system]
        left = _LABELS + at * _LEGEND
        parts.append(f'<path transform="translate({left} 36)" d="{shape}" fill="{colour}"/>')
        parts.append(f'<text class="small" x="{left + 12}" y="40">{escape(system.removeprefix(f"{OURS}/"))}</text>')
    for row, (workload, ratios) in enumerate(workloads.items()):
        y = _TOP + _ROW * row + _ROW // 2
        parts.append(f'<text x="{_LABELS - 14}" y="{y + 4}" text-anchor="end">{escape(workload)}</text>')
        for system, spread in ratios.items():
            colour, shape = marks[system]
            line = f'x1="{place(spread["min"])}" x2="{place(spread["max"])}" y1="{y}" y2="{y}"'
            parts.append(f'<line {line} stroke="{colour}" stroke-width="2"/>')
            parts.append(f'<path transform="translate({place(spread["median"])} {y})" d="{shape}" fill="{colour}"/>')
    width, height = _LABELS + _PLOT + 20, bottom + _BOTTOM
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    return "\n".join([head, f"<style>{_STYLE}</style>", *parts, "</svg>"]) + "\n"
