"""Four times what a server can do, for as long as it takes to show what grows."""

import os

from tests.end_to_end.test_overload import press

_IS_LONG = bool(os.environ.get("SOAK_ATTEMPTS"))
"""`make soak` says how much; in `make test` another test shows as much in a few seconds."""


async def test_four_times_what_it_can_do_for_a_minute(database_url: str) -> None:
    await press(database_url, 60 if _IS_LONG else 1)
