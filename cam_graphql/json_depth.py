"""How deeply JSON nests, told from its bytes: what is decoded first has been taken apart already."""

import re

JSON_DEPTH = 64
"""How deeply requests may nest by default. Filters, the deepest inputs there are, take up to about 20 levels."""

_TEXT = re.compile(rb'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_BRACKET = re.compile(rb"[\[\]{}]")


def nests_deeper(body: bytes, most: int) -> bool:
    """Whether there are more than `most` arrays and objects within each other; what is no JSON counts as if it were.

    Most bodies do not have so many brackets at all. Else it takes time linear in the body, a second for 20 MB.
    """
    if body.count(b"{") + body.count(b"[") <= most:
        return False
    depth = 0
    for bracket in _BRACKET.finditer(_TEXT.sub(b"", body)):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > most:
            return True
    return False
