"""Documents of settings spelt as the schema spells settings."""

from collections.abc import Sequence
from typing import Any

from strawberry.utils.str_converters import to_camel_case

import pushdown
from services.safety.settings import Weekday

_CAMPAIGNS = "campaigns"
_OF_THE_SCHEMA = {"maximum": "max"}
_TIMES = ("start", "end")


def spelt_path(path: Sequence[str]) -> list[str]:
    """The path, a campaign's key as its global id."""
    if path[0] == _CAMPAIGNS:
        return [_CAMPAIGNS, pushdown.encode_global_id("Campaign", int(path[1])), *map(_spelt_name, path[2:])]
    return [_spelt_name(name) for name in path]


def spelt_value(path: Sequence[str], value: Any) -> Any:
    """The value at the end of a path: times of day without seconds, days by their names."""
    if isinstance(value, dict):
        return {_spelt_name(name): spelt_value([*path, name], inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [Weekday(number).name for number in value]
    return value[: len("09:00")] if path[-1] in _TIMES and isinstance(value, str) else value


def _spelt_name(name: str) -> str:
    return _OF_THE_SCHEMA.get(name) or to_camel_case(name)
