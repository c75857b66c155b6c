"""One SQL statement in the making: bound parameters and fresh aliases."""

from dataclasses import dataclass, field

from pushdown.errors import TooComplex

MAX_VALUES = 1_000


@dataclass(slots=True)
class Statement:
    """Collects what a statement needs besides its text. Values enter as parameters only, never as text."""

    parameters: list[object] = field(default_factory=list)
    _aliases: int = 0

    def bind(self, value: object, sql_type: str) -> str:
        """Bind a value; return the placeholder with its type, which comes from metadata, never from a request.

        Raises TooComplex past 1,000 values.
        """
        if len(self.parameters) >= MAX_VALUES:
            raise TooComplex("values in filters and other arguments", MAX_VALUES)
        self.parameters.append(value)
        return f"${len(self.parameters)}::{sql_type}"

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
