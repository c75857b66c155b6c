"""Showing a template as somebody would get it: written just as messages are, and changing nothing."""

from dataclasses import dataclass

from services.errors import DomainError, InvalidInput, NotFound, Problem
from services.outreach.rendering import Text, Unwritable, write
from services.outreach.variables import known_of
from services.transaction import reading
from services.validation import LARGEST_ID

_TEMPLATE = "SELECT subject, body FROM message_templates WHERE id = $1"


@dataclass(frozen=True, slots=True)
class Shown:
    """A template as a lead would get it, or why it cannot be written for this lead."""

    text: Text | None
    problem: str | None = None


async def preview_template(template_id: int, lead_id: int) -> Shown:
    """The template written for the lead. Raises InvalidInput where one of both is not there."""
    async with reading() as connection:
        row = await connection.fetchrow(_TEMPLATE, template_id) if 0 < template_id <= LARGEST_ID else None
        known = (await known_of(connection, [lead_id] if 0 < lead_id <= LARGEST_ID else [])).get(lead_id)
    if row is None or known is None:
        raise _missing(is_template_there=row is not None, is_lead_there=known is not None)
    try:
        return Shown(write(Text(row["subject"], row["body"]), known))
    except Unwritable as problem:
        return Shown(None, str(problem))


def _missing(*, is_template_there: bool, is_lead_there: bool) -> DomainError:
    problems = list[Problem]()
    if not is_template_there:
        problems.extend(NotFound(("template_id",), "message template").problems)
    if not is_lead_there:
        problems.extend(NotFound(("lead_id",), "lead").problems)
    return InvalidInput(*problems)
