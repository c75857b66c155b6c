"""Publishing an enum of the domain, every value described."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

import strawberry


def describe(enum: type[Enum], name: str, description: str, values: Mapping[str, str]) -> None:
    """Publish an enum under a name. Raises ValueError unless exactly its members are described."""
    if set(values) != set(enum.__members__):
        raise ValueError(f"{name}: described are {sorted(values)}, members are {sorted(enum.__members__)}")
    strawberry.enum(enum, name=name, description=description)
    for value in cast(Any, enum).__strawberry_definition__.values:
        value.description = values[value.name]
