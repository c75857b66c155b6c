"""Values of a request as a plan knows them: where each will be found, not what it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who reads. Plans depend on the role; the values are bound anew for each request."""

    role: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


EVERYBODY = Viewer()


@dataclass(frozen=True, slots=True)
class Given:
    """What one request brings to a plan."""

    variables: Mapping[str, Any]
    viewer: Viewer
    source: Any = None
    """The object in Python whose rows are read: a payload. None at the root."""


@dataclass(frozen=True, slots=True)
class FromVariable:
    """A value within a variable: the keys and places that lead to it."""

    name: str
    path: tuple[str | int, ...] = ()

    def read(self, given: Given) -> Any:
        """The value in this request."""
        value = given.variables[self.name]
        for step in self.path:
            value = value[step]
        return value


@dataclass(frozen=True, slots=True)
class FromSource:
    """An attribute of the object whose rows are read."""

    attribute: str

    def read(self, given: Given) -> Any:
        """The value in this request."""
        return getattr(given.source, self.attribute)


@dataclass(frozen=True, slots=True)
class FromViewer:
    """A value of whoever reads."""

    name: str

    def read(self, given: Given) -> Any:
        """The value in this request."""
        return given.viewer.values[self.name]


Found = FromVariable | FromSource | FromViewer
Read = Callable[[Given], Any]


def reader(value: Any) -> Read | None:
    """What reads a value from a request; None for one that stands in the document."""
    if isinstance(value, Found):
        return value.read
    if isinstance(value, list):
        readers = [reader(item) for item in value]
        if any(readers):
            return lambda given: [read(given) if read else item for read, item in zip(readers, value, strict=True)]
    return None
