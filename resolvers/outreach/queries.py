"""Reading templates and messages, and showing a template as a lead would get it."""

from typing import Annotated

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.ids import row_key
from resolvers.outreach.orderings import (
    MESSAGES_NEWEST_FIRST,
    TEMPLATES_BY_NAME,
    MessageTemplateFilter,
    OutreachMessageFilter,
)
from services.errors import InvalidInput
from services.outreach.previewing import preview_template


@strawberry.type(description="A template as one lead would get it now.")
class MessagePreview:
    """A preview as clients see it."""

    subject: str | None = strawberry.field(description="The subject; null where there is none.")
    body: str | None = strawberry.field(description="The text; null where it cannot be written for this lead.")
    problem: str | None = strawberry.field(
        description="Why it cannot be written for this lead, and what to do about it: nothing is ever left blank."
    )


async def _preview(
    template_id: Annotated[strawberry.ID, strawberry.argument(description="The template.")],
    lead_id: Annotated[strawberry.ID, strawberry.argument(description="The lead.")],
) -> MessagePreview:
    try:
        shown = await preview_template(row_key(template_id, "MessageTemplate"), row_key(lead_id, "Lead"))
    except InvalidInput as error:
        problem = error.problems[0]
        name = "templateId" if problem.path == ("template_id",) else "leadId"
        raise pushdown.InvalidArgument(name, problem.message) from error
    if shown.text is None:
        return MessagePreview(subject=None, body=None, problem=shown.problem)
    return MessagePreview(subject=shown.text.subject, body=shown.text.body, problem=None)


@requires(Role.VIEWER, preview_message_template=Role.OPERATOR)
@strawberry.type
class OutreachQueries:
    """Fields of `Query`."""

    message_template = pushdown.row(models.MessageTemplate, "The template with this id; null where there is none.")
    message_templates = pushdown.rows(
        models.MessageTemplate, "All templates, by name.", filter=MessageTemplateFilter, **TEMPLATES_BY_NAME
    )
    preview_message_template: MessagePreview = strawberry.field(
        resolver=_preview,
        description="A template as a lead would get it, written just as messages are. Nothing is changed.",
    )
    outreach_sequence = pushdown.row(models.OutreachSequence, "The sequence with this id; null where there is none.")
    outreach_messages = pushdown.rows(
        models.OutreachMessage,
        "What is written to leads, the newest first.",
        filter=OutreachMessageFilter,
        **MESSAGES_NEWEST_FIRST,
    )
