"""Fields whose values come out of the database's JSON, by the key under which the operation asked for them."""

from typing import Any

from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.field import StrawberryField
from strawberry.types.info import Info
from strawberry.types.unset import UNSET

from pushdown.compiler import Mapping, result_key


class Made(dict[str, Any]):
    """An object of a `json_object` type which a resolver made by itself: values by the attributes' names."""


class RowField(StrawberryField):
    """A field of a row: compiled by its mapping, resolved by looking its response key up."""

    def __init__(
        self,
        mapping: Mapping | None = None,
        *,
        arguments: list[StrawberryArgument] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.mapping = mapping
        if arguments is not None:
            self.arguments = arguments

    def __copy__(self) -> "RowField":
        copied = super().__copy__()
        copied.mapping = self.mapping
        return copied

    @property
    def is_basic_field(self) -> bool:
        """Never: looking the response key up takes the field's path."""
        return False

    def get_result(self, source: Any, info: Info[Any, Any] | None, args: list[Any], kwargs: Any) -> Any:
        """The value the statement gave for this response key, or a resolver for this attribute."""
        if isinstance(source, Made):
            return source[self.python_name]
        if info is None:
            raise TypeError("a row's field is resolved within an operation only")
        return source[result_key(str(info._raw_info.path.key))]


def computed(mapping: Mapping, description: str) -> Any:
    """A row's field, declared where a value of the field's own type is expected."""
    return RowField(mapping, description=description)


def argument(name: str, annotation: object, description: str) -> StrawberryArgument:
    """An optional argument."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=None,
        type_annotation=StrawberryAnnotation(annotation),
        description=description,
        default=UNSET,
    )
