"""Writing a message's text for somebody: what is shown beforehand is what is sent, for there is only this way.

What a template asks for and nobody knows of a lead is a problem, and never a blank in a message.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from liquid.exceptions import LiquidError, LiquidSyntaxError, UndefinedError, UnknownFilterError
from liquid.template import BoundTemplate

from services.errors import ErrorCode
from services.outreach.sandbox import FILTERS, TAGS, parsed, written
from services.outreach.variables import EXAMPLE, VARIABLES, Known
from services.validation import Findings, Path, is_storable

LONGEST_SUBJECT = 300
LONGEST_BODY = 20_000
"""Characters of a template's part, and as many of what comes of it."""

_PROPERTIES = tuple(f"lead.tags.{name}" for name in ("size", "first", "last"))


class Unwritable(Exception):
    """A text cannot be written for somebody. The message says why, for people."""


@dataclass(frozen=True, slots=True)
class Text:
    """A message's text, or that of a template. Only an e-mail has a subject; one that follows another may have none."""

    subject: str | None
    body: str


def write(template: Text, known: Known) -> Text:
    """The text of a template for somebody. Raises Unwritable."""
    subject = None
    if template.subject is not None:
        subject = " ".join(_write("subject", template.subject, known, LONGEST_SUBJECT).split())
    return Text(subject, _write("text", template.body, known, LONGEST_BODY))


def check_template(findings: Findings, path: Path, source: str) -> None:
    """Find what is wrong with a template's text, whoever it may be written to: unknown names, tags and filters."""
    if not source:
        return
    try:
        template = parsed(source)
        unknown = [*_unknown_variables(source), *_unknown_filters(source)]
        for message in unknown:
            findings.add(path, ErrorCode.MALFORMED, message)
        if not unknown:
            _try_out(template)
    except LiquidError as error:
        findings.add(path, ErrorCode.MALFORMED, _why(error))
    except RecursionError:
        findings.add(path, ErrorCode.MALFORMED, "This is nested too deeply.")


def _try_out(template: BoundTemplate) -> None:
    """Raise LiquidError where it fails for somebody of whom all is known, or for another reason than not knowing."""
    written(template, **EXAMPLE)
    with suppress(UndefinedError):
        written(template, lead={"name": "somebody"}, campaign={"name": "something"})


def _write(what: str, source: str, known: Known, longest: int) -> str:
    try:
        text = written(parsed(source), **known).strip()
    except UndefinedError as error:
        name = str(error.args[0]).removesuffix(" is undefined").strip("'")
        message = f"The {what} asks for {name}, which is not known: write `{name} | default: …`, or ask with `if`."
        raise Unwritable(message) from error
    except LiquidError as error:
        raise Unwritable(f"The {what} cannot be written: {_why(error)}") from error
    if not text:
        raise Unwritable(f"The {what} would be blank.")
    if len(text) > longest:
        raise Unwritable(f"The {what} would have more than {longest:,} characters.")
    if not is_storable(text):
        raise Unwritable(f"The {what} would contain a character which cannot be stored.")
    return text


def _unknown_variables(source: str) -> Iterator[str]:
    used = parsed(source).analyze(include_partials=False).globals
    names = dict.fromkeys(str(variable) for variables in used.values() for variable in variables)
    for name in names:
        if name not in VARIABLES and name not in _PROPERTIES:
            yield f"There is no variable {name}. There are {', '.join(VARIABLES)}."


def _unknown_filters(source: str) -> Iterator[str]:
    for name in parsed(source).analyze(include_partials=False).filters:
        if name not in FILTERS:
            yield f"There is no filter {name}. There are {', '.join(FILTERS)}."


def _why(error: LiquidError) -> str:
    told = str(error.args[0]) if error.args else "this cannot be read"
    place = error.context() if error.token is not None else None
    where = f" (line {place[0]})" if place is not None else ""
    if isinstance(error, LiquidSyntaxError) and told.startswith("unexpected tag"):
        return (
            f"There is no tag here such as {told.removeprefix('unexpected tag ')}{where}. Tags are {', '.join(TAGS)}."
        )
    if isinstance(error, UnknownFilterError):
        return f"This does not work{where}: {told}. There are {', '.join(FILTERS)}."
    return f"This does not work{where}: {told}."
