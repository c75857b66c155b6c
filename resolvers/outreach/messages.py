"""The message."""

from datetime import datetime

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.safety.decisions import SafetyDecision


@pushdown.type(models.OutreachMessage)
class OutreachMessage(pushdown.Node):
    """One message to a lead, as it was written for this lead when its turn came."""

    lead = pushdown.one("lead", "To whom.")
    campaign = pushdown.one("campaign", "The campaign of the lead.")
    enrolment = pushdown.one("enrolment", "The lead's place in the sequence.")
    channel: models.Channel = pushdown.column("By what it is sent.")
    step: int = pushdown.column("The step of the sequence, from 1 on.")
    recipient: str | None = pushdown.column("The address, number or account it goes to; null where none was known.")
    subject: str | None = pushdown.column("Of an e-mail: the subject; null where it answers the e-mail before.")
    body: str = pushdown.column("The text.")
    status: models.OutreachStatus = pushdown.column("Where it stands.")
    decision: SafetyDecision | None = pushdown.embedded("What safety decided about it last.")
    scheduled_for: datetime | None = pushdown.column("Of a SCHEDULED one: when it is to go.")
    sent_at: datetime | None = pushdown.column("When it was SENT.")
    provider_message_id: str | None = pushdown.column("What the provider knows it by: of an e-mail, its Message-ID.")
    error: str | None = pushdown.column("What went wrong last, or why it was skipped.")
    attempts: int = pushdown.column("How often it was tried.")
    created_at: datetime = pushdown.column("When it was written.")
    updated_at: datetime = pushdown.column("When it changed last.")
