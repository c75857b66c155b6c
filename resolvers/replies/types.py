"""The reply."""

from datetime import datetime

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.type(models.Reply)
class Reply(pushdown.Node):
    """A message that came back: a person's answer, a program's, or a mail server's."""

    lead = pushdown.one("lead", "Who answered, or to whom nothing could be delivered.")
    outreach_message = pushdown.one(
        "outreach_message", "The message it answers; null where nobody knows which.", nullable=True
    )
    contact_event = pushdown.one(
        "contact_event", "Of a REPLY: the note of it; null once that was deleted.", nullable=True
    )
    channel: models.Channel = pushdown.column("By what means it came.")
    kind: models.ReplyKind = pushdown.column("What kind of message it is.")
    intent: models.ReplyIntent | None = pushdown.column("Of a REPLY: what it says. What is not plain is UNCLEAR.")
    permanent: bool = pushdown.expression(
        "{row}.permanent IS TRUE", "Whether it is a BOUNCE of an address which takes no mail at all."
    )
    reason: str = pushdown.column("By what `kind`, `intent` and `permanent` were told.")
    sender: str | None = pushdown.column("From what address it came; null where nobody knows.")
    subject: str | None = pushdown.column("Of an e-mail: the subject.")
    text: str = pushdown.column("The text.")
    received_at: datetime = pushdown.column("When it reached us.")
    created_at: datetime = pushdown.column("When it was recorded.")
    actor: str = pushdown.column("Who recorded it.")
