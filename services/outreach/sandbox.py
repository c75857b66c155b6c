"""Liquid, bounded: no files, no clock, no ranges; what a text may cost is limited whatever it says.

A value that is not known is nothing in conditions and for `default`, and an error wherever it would be written.
"""

from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Any

from liquid import Environment, RenderContext, Undefined
from liquid.ast import Node
from liquid.builtin.expressions.primitive import RangeLiteral
from liquid.exceptions import LiquidError, LiquidSyntaxError, ResourceLimitError, UndefinedError
from liquid.expression import Expression
from liquid.template import BoundTemplate
from liquid.undefined import is_undefined

TAGS = ("assign", "break", "capture", "case", "comment", "continue", "echo", "for", "if", "unless")
_PARTS = ("content", "output", "illegal")
"""What is a tag to the library and none to its users."""
FILTERS = (
    "append",
    "capitalize",
    "default",
    "downcase",
    "first",
    "join",
    "last",
    "lstrip",
    "prepend",
    "remove",
    "rstrip",
    "size",
    "split",
    "strip",
    "strip_newlines",
    "truncate",
    "truncatewords",
    "upcase",
)

LONGEST_OUTPUT = 100_000
"""Bytes of a text that is written, and characters of any value on the way."""
_LONGEST_LIST = 1_000
_MOST_ITERATIONS = 500
_MOST_WORK = 20_000
"""Filters applied in one text; one on a long value counts as several."""
_WORK_UNIT = 100

_work: ContextVar[int] = ContextVar("work of the text being written", default=0)


class Unknown(Undefined):
    """A value that is not known."""

    def __str__(self) -> str:
        raise UndefinedError(self.hint or self.name, token=self.token)


class Sandbox(Environment):
    """The environment of all templates."""

    loop_iteration_limit = _MOST_ITERATIONS
    local_namespace_limit = LONGEST_OUTPUT * 4
    output_stream_limit = LONGEST_OUTPUT
    block_nesting_limit = 10

    def __init__(self) -> None:
        super().__init__(undefined=Unknown)

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Take the few that are allowed, each filter with its costs."""
        super().setup_tags_and_filters(extra=extra)
        self.tags = {name: tag for name, tag in self.tags.items() if name in TAGS or name in _PARTS}
        self.filters = {name: _bounded(name, self.filters[name]) for name in FILTERS}


@lru_cache(maxsize=1)
def _sandbox() -> Sandbox:
    return Sandbox()


@lru_cache(maxsize=256)
def parsed(source: str) -> BoundTemplate:
    """The template of a text. Raises LiquidError where it is none."""
    template = _sandbox().from_string(source)
    if any(isinstance(expression, RangeLiteral) for expression in _expressions(template)):
        raise LiquidSyntaxError("ranges such as (1..3) are not allowed", token=None)
    return template


def written(template: BoundTemplate, **values: object) -> str:
    """What comes of a template. Raises LiquidError: UndefinedError where a value is missing."""
    token = _work.set(0)
    try:
        return template.render(**values)
    except LiquidError:
        raise
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise LiquidError(f"a filter or tag does not fit what it is used on ({error})", token=None) from error
    finally:
        _work.reset(token)


def _bounded(name: str, apply: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(apply)
    def bounded(value: object, *arguments: object, **options: object) -> Any:
        if name != "default":
            for operand in (value, *arguments):
                if is_undefined(operand):
                    str(operand)
        _charge(value)
        result = apply(value, *arguments, **options)
        _charge(result)
        return result

    return bounded


def _charge(value: object) -> None:
    length = len(value) if isinstance(value, str | list | tuple) else 0
    if length > (LONGEST_OUTPUT if isinstance(value, str) else _LONGEST_LIST):
        raise ResourceLimitError("a value becomes too long", token=None)
    work = _work.get() + 1 + length // _WORK_UNIT
    if work > _MOST_WORK:
        raise ResourceLimitError("there is too much to work out", token=None)
    _work.set(work)


def _expressions(template: BoundTemplate) -> Iterator[Expression]:
    context = RenderContext(template)

    def of_node(node: Node) -> Iterator[Expression]:
        for expression in node.expressions():
            yield from of_expression(expression)
        for child in node.children(context, include_partials=False):
            yield from of_node(child)

    def of_expression(expression: Expression) -> Iterator[Expression]:
        yield expression
        for child in expression.children():
            yield from of_expression(child)

    for node in template.nodes:
        yield from of_node(node)
