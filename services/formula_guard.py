"""Cells that a spreadsheet would take for formulas: guarded by an apostrophe on their way out, bare again coming in."""

import re

_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
"""Also what has such a guard by itself, so that taking one guard away gives back what was there."""
_GUARDED = re.compile("'+[=+\\-@\t\r\n＝＋－＠]")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet may see it."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if _GUARDED.match(cell) else cell
