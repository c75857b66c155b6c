"""From the `after` of a subscription to a position in the log."""

import pushdown
from services.activity import Position


def position(after: str | None) -> Position | None:
    """The position a client left off at. Raises InvalidArgument for a text which is no `sequence`."""
    if after is None:
        return None
    try:
        return Position.decode(after)
    except ValueError:
        raise pushdown.InvalidArgument("after", "this is not a sequence; pass one that an update carried") from None
