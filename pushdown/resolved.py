"""Fields worked out in Python, from values that the operation's statement brings along."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from strawberry.annotation import StrawberryAnnotation
from strawberry.types.info import Info

from pushdown.compiler import Compiler, Row
from pushdown.fields import RowField
from pushdown.mappings import value_in
from pushdown.selection import Selected
from pushdown.sql import Sql
from pushdown.statement import quoted


@dataclass(frozen=True, slots=True)
class Needs:
    """The fields of the row which a function wants, some of them values computed by SQL."""

    fields: tuple[str, ...]
    computed: Mapping[str, str] = field(default_factory=dict)

    def compile(self, compiler: Compiler, row: Row, selected: Selected) -> Sql:
        """The values as one object. Such a field is the end of answering from the database alone."""
        compiler.leave_to_python()
        columns = [f"{self._value(row, name)} AS {quoted(name)}" for name in self.fields]
        return compiler.object(", ".join(columns), "", nullable=False)

    def _value(self, row: Row, name: str) -> str:
        computed = self.computed.get(name)
        return value_in(row, name) if computed is None else f"({computed.format(row=row.alias)})"


class ResolvedField(RowField):
    """A field whose function gets the row's values by name."""

    def __init__(
        self, function: Callable[..., Any] | None = None, mapping: Needs | None = None, **options: Any
    ) -> None:
        super().__init__(mapping, **options)
        self.function = function

    def __copy__(self) -> "ResolvedField":
        copied: Any = super().__copy__()
        copied.function = self.function
        return copied  # type: ignore[no-any-return]

    def get_result(self, source: Any, info: Info[Any, Any] | None, args: list[Any], kwargs: Any) -> Any:
        """What the function makes of the row's values, which come as JSON has them."""
        if self.function is None:
            raise TypeError(f"{self.python_name} has no function")
        return self.function(**super().get_result(source, info, args, kwargs))


def resolved(description: str, **computed: str) -> Callable[[Callable[..., Any]], Any]:
    """Declare a field by a function of model fields: its parameters name them, its return annotation is the type.

    Parameters named in `computed` get a value of this SQL instead, in which `{row}` is the row's alias. The values come
    as JSON has them: a time is a text. The function may be async.
    """

    def declare(function: Callable[..., Any]) -> Any:
        signature = inspect.signature(function)
        annotation = StrawberryAnnotation(signature.return_annotation, namespace=function.__globals__)
        needs = Needs(tuple(signature.parameters), computed)
        return ResolvedField(function, needs, description=description, type_annotation=annotation)

    return declare
