"""Replies as they are to be recorded."""

from datetime import datetime

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.ids import row_key
from services.replies import ReplyDraft


@strawberry.input(description="A person's answer to be recorded.")
class RecordReplyInput:
    """Input of `recordReply`."""

    lead_id: strawberry.ID = strawberry.field(description="Who answered.")
    channel: models.Channel = strawberry.field(description="By what means.")
    text: str = strawberry.field(
        description="What the person wrote or said, 1 to 50,000 characters. Of an e-mail, quotations and the signature "
        "may be left in it: what they say is not the person's answer."
    )
    received_at: datetime | None = strawberry.field(
        default=None,
        description="When it reached us: since 1970, and not more than a day ahead; now, where nothing is said.",
    )
    outreach_message_id: strawberry.ID | None = strawberry.field(
        default=None, description="The message to this lead which it answers, where that is known."
    )
    key: str | None = strawberry.field(
        default=None,
        description="What it is recorded once by, 1 to 600 characters: its Message-ID, or a text of your own. Who "
        "records under it again gets the first reply, and changes nothing.",
    )

    def draft(self) -> ReplyDraft:
        """As services take it."""
        message_id = self.outreach_message_id
        return ReplyDraft(
            row_key(self.lead_id, "Lead"),
            self.channel,
            self.text,
            self.received_at,
            None if message_id is None else row_key(message_id, "OutreachMessage"),
            self.key,
        )
