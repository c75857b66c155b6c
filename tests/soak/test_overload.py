"""Four times what a server can do, for as long as it takes to show what grows."""

import os

import pytest

from cam_graphql.overload import OverloadBounds
from tests.end_to_end.pressing import SETTINGS, assert_held, press
from tests.end_to_end.processes import server

_IS_LONG = bool(os.environ.get("SOAK_ATTEMPTS"))
"""`make soak` says how much; in `make test` another test shows as much in a few seconds."""
_SECONDS = 60 if _IS_LONG else 1


@pytest.mark.parametrize("anew", [False, True] if _IS_LONG else [False], ids=lambda anew: "anew" if anew else "kept")
async def test_four_times_what_it_can_do_for_a_minute(database_url: str, anew: bool) -> None:
    async with server(database_url, "--no-worker", **SETTINGS) as running:
        pressed = await press(running, database_url, _SECONDS, anew=anew)
    print(f"\n{pressed}")
    assert_held(pressed, _SECONDS, OverloadBounds())
