"""One SQL statement in the making: bound parameters and fresh aliases."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode

from pushdown.errors import InvalidArgument, TooComplex
from pushdown.inputs import FromViewer, Given, Read, reader

MAX_VALUES = 1_000

_PLACE = re.compile("\0([0-9]+)\0")
"""Where a parameter stands. No text of a declaration, and no name of a request, has a NUL."""

Convert = Callable[[Any], object]
"""Makes of a request's value what the driver takes. Raises InvalidArgument for what cannot be used."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that is bound when the statement is sent."""

    read: Read
    convert: Convert | None
    node: FieldNode | None

    def value(self, given: Given) -> object:
        """What to send for this request."""
        value = self.read(given)
        if self.convert is None:
            return value
        try:
            return self.convert(value)
        except InvalidArgument as refused:
            raise refused.at(self.node) from None


@dataclass(slots=True)
class Statement:
    """Collects what a statement needs besides its text. Values enter as parameters only, never as text."""

    parameters: list[Parameter] = field(default_factory=list)
    checks: list[Parameter] = field(default_factory=list)
    by_value: bool = False
    """Whether the best way to the rows depends on the values, as it does where they are filtered."""
    at: FieldNode | None = None
    """The field being compiled, which is to blame for a value that cannot be used."""
    _aliases: int = 0
    _of_viewer: dict[tuple[str, str], str] = field(default_factory=dict)

    def bind(self, value: object, sql_type: str, convert: Convert | None = None) -> str:
        """Bind a value; return the placeholder with its type, which comes from metadata, never from a request.

        A value that stands in the document is converted at once, so it raises InvalidArgument here. Raises TooComplex
        past 1,000 values.
        """
        if len(self.parameters) >= MAX_VALUES:
            raise TooComplex("values in filters and other arguments", MAX_VALUES)
        read = reader(value)
        if read is None:
            constant = convert(value) if convert else value
            self.parameters.append(Parameter(lambda _: constant, None, None))
        else:
            self.parameters.append(Parameter(read, convert, self.at))
        return f"\0{len(self.parameters) - 1}\0::{sql_type}"

    def check(self, value: object, convert: Convert) -> None:
        """Have a value converted with each request, to refuse what cannot be used, though nothing binds it."""
        read = reader(value)
        if read is None:
            convert(value)
        else:
            self.checks.append(Parameter(read, convert, self.at))

    def bind_viewer(self, name: str, sql_type: str) -> str:
        """Bind a value of whoever reads; one placeholder, however many predicates use it."""
        if (name, sql_type) not in self._of_viewer:
            self._of_viewer[name, sql_type] = self.bind(FromViewer(name), sql_type)
        return self._of_viewer[name, sql_type]

    def finished(self, sql: str) -> tuple[str, tuple[Parameter, ...], tuple[Parameter, ...]]:
        """The text with its parameters numbered as they come, these parameters, and what is only to be checked.

        What was bound and then came to stand nowhere is still converted, since a value may not be right.
        """
        used: dict[int, int] = {}
        text = _PLACE.sub(lambda found: f"${used.setdefault(int(found[1]), len(used) + 1)}", sql)
        unused = [one for place, one in enumerate(self.parameters) if place not in used]
        return text, tuple(self.parameters[place] for place in used), (*self.checks, *unused)

    def alias(self) -> str:
        """A name for a row source that no other in this statement bears.

        A response key never has a `$`, so none can be taken for a row source: `row_to_json(t1)` means a column `t1`
        where there is one.
        """
        self._aliases += 1
        return f"t${self._aliases}"


def quoted(identifier: str) -> str:
    """An identifier as PostgreSQL reads it, whatever its letters."""
    return '"' + identifier.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A constant known when the schema was built (a type's name), never a request's value."""
    return "'" + text.replace("'", "''") + "'"
