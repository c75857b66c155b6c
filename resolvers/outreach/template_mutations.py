"""Creating, changing and deleting templates."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.patches import patched
from resolvers.user_errors import Payload, mutation, payload
from services.outreach.templates import (
    TemplateDraft,
    TemplatePatch,
    create_template,
    delete_template,
    update_template,
)

_SUBJECT = (
    "For an e-mail: the subject, in Liquid, at most 300 characters. Without one it can only follow another e-mail, "
    "which it then answers."
)
_BODY = (
    "The text, in Liquid, 1 to 20,000 characters: `Hello {{ lead.name }}`. What is not known of a lead must be dealt "
    "with: `{{ lead.company | default: 'your company' }}`."
)


@strawberry.input(description="A template to be created.")
class CreateMessageTemplateInput:
    """Input of `createMessageTemplate`."""

    name: str = strawberry.field(description="Its name, unique whatever the case of its letters; 1 to 200 characters.")
    channel: models.Channel = strawberry.field(description="By what its messages are sent. It stays so.")
    subject: str | None = strawberry.field(default=None, description=_SUBJECT)
    body: str = strawberry.field(description=_BODY)


@strawberry.input(description="What to change about a template. What is left out stays; null empties a field.")
class UpdateMessageTemplateInput:
    """Input of `updateMessageTemplate`."""

    id: strawberry.ID = strawberry.field(description="The template.")
    expected_version: int | None = strawberry.field(
        default=None, description="The version you saw: where the template has another one, nothing is changed."
    )
    name: strawberry.Maybe[str] = strawberry.field(
        description="Its name, unique whatever the case of its letters; 1 to 200 characters."
    )
    subject: strawberry.Maybe[str | None] = strawberry.field(description=_SUBJECT)
    body: strawberry.Maybe[str] = strawberry.field(description=_BODY)


@strawberry.input(description="Which template to delete.")
class DeleteMessageTemplateInput:
    """Input of `deleteMessageTemplate`."""

    id: strawberry.ID = strawberry.field(description="The template.")


@payload
class CreateMessageTemplatePayload(Payload):
    """What `createMessageTemplate` answers."""

    message_template: int | None = pushdown.reference(
        models.MessageTemplate, "The new template; null where it was refused."
    )


@payload
class UpdateMessageTemplatePayload(Payload):
    """What `updateMessageTemplate` answers."""

    message_template: int | None = pushdown.reference(
        models.MessageTemplate, "The template as it is now, also after a conflict; null where it was refused."
    )


@payload
class DeleteMessageTemplatePayload(Payload):
    """What `deleteMessageTemplate` answers."""


@requires(Role.OPERATOR)
@strawberry.type
class MessageTemplateMutations:
    """Fields of `Mutation`."""

    @mutation("Create a template. One that names a variable, filter or tag which there is not is refused.")
    async def create_message_template(
        self, info: OperationInfo, input: CreateMessageTemplateInput
    ) -> CreateMessageTemplatePayload:
        draft = TemplateDraft(input.name, input.channel, input.body, input.subject)
        return CreateMessageTemplatePayload(message_template=await create_template(draft, act(info)))

    @mutation("Change a template. Sequences that were made before keep the texts they were made with.")
    async def update_message_template(
        self, info: OperationInfo, input: UpdateMessageTemplateInput
    ) -> UpdateMessageTemplatePayload:
        key = row_key(input.id, "MessageTemplate")
        patch = TemplatePatch(name=patched(input.name), subject=patched(input.subject), body=patched(input.body))
        await update_template(key, patch, act(info), expected_version=input.expected_version)
        return UpdateMessageTemplatePayload(message_template=key)

    @mutation("Delete a template. Sequences keep their texts.")
    async def delete_message_template(
        self, info: OperationInfo, input: DeleteMessageTemplateInput
    ) -> DeleteMessageTemplatePayload:
        await delete_template(row_key(input.id, "MessageTemplate"), act(info))
        return DeleteMessageTemplatePayload()
