"""Four times what a server can do, for as long as it takes to show what grows."""

import os

from cam_graphql.overload import OverloadBounds
from tests.end_to_end.pressing import SETTINGS, assert_held, press
from tests.end_to_end.processes import server

_SECONDS = 60 if os.environ.get("SOAK_ATTEMPTS") else 1
"""`make soak` says how much; in `make test` another test shows as much in a few seconds."""


async def test_four_times_what_it_can_do_for_a_minute(database_url: str) -> None:
    async with server(database_url, "--no-worker", **SETTINGS) as running:
        pressed = await press(running, database_url, _SECONDS)
    print(f"\n{pressed}")
    assert_held(pressed, _SECONDS, OverloadBounds())
