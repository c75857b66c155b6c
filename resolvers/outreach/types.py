"""Templates, sequences with their steps, and enrolments."""

from datetime import datetime

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.outreach.orderings import ENROLMENTS_IN_ORDER, EnrolmentFilter


@pushdown.type(models.MessageTemplate)
class MessageTemplate(pushdown.Node):
    """A text with places for a lead's particulars, in Liquid."""

    name: str = pushdown.column("Its name, unique whatever the case of its letters; 1 to 200 characters.")
    channel: models.Channel = pushdown.column("By what its messages are sent.")
    subject: str | None = pushdown.column("Of an e-mail: the subject; null where it answers the e-mail before.")
    body: str = pushdown.column("The text.")
    version: int = pushdown.column("How many times it was changed, plus one. See `expectedVersion` of mutations.")
    created_at: datetime = pushdown.column("When it was created.")
    updated_at: datetime = pushdown.column("When it was changed last.")


@pushdown.type(models.SequenceStep)
class SequenceStep:
    """One step of a sequence, with the text its template had when the sequence was made."""

    number: int = pushdown.column("Which step it is, from 1 on.")
    delay_minutes: int = pushdown.column(
        "How many minutes after the step before was sent it is due; the first one, after the enrolment."
    )
    subject: str | None = pushdown.column("Of an e-mail: the subject's template; null where it answers the one before.")
    body: str = pushdown.column("The text's template.")
    template = pushdown.one("template", "Where the text comes from; null once that was deleted.", nullable=True)


@pushdown.type(models.OutreachSequence)
class OutreachSequence(pushdown.Node):
    """Steps by one channel, and the leads that are enrolled in them. It never changes."""

    campaign = pushdown.one("campaign", "The campaign of its leads.")
    channel: models.Channel = pushdown.column("By what its messages are sent.")
    stop_for_company: bool = pushdown.column("Whether a reply of one lead ends it for all of the same company.")
    actor: str = pushdown.column("Who made it.")
    created_at: datetime = pushdown.column("When it was made.")
    steps = pushdown.many("steps", "Its steps, in their order.", order_by="number")
    enrolments = pushdown.connection(
        "enrolments",
        "Its leads, in the order in which they were enrolled.",
        filter=EnrolmentFilter,
        **ENROLMENTS_IN_ORDER,
    )


@pushdown.type(models.Enrolment)
class Enrolment(pushdown.Node):
    """A lead in a sequence."""

    sequence = pushdown.one("sequence", "The sequence.")
    lead = pushdown.one("lead", "The lead.")
    status: models.EnrolmentStatus = pushdown.column("Whether more is to be sent.")
    stop_reason: models.EnrolmentStop | None = pushdown.column("Of a STOPPED one: why.")
    preview: bool = pushdown.expression(
        "{row}.preview IS TRUE",
        "Whether its messages are kept only. It is settled when the first one is due, and holds for all of them.",
    )
    actor: str = pushdown.column("Who enrolled the lead.")
    enrolled_at: datetime = pushdown.column("When the lead was enrolled.")
    ended_at: datetime | None = pushdown.column("When it ended.")
    messages = pushdown.many("messages", "Its messages so far, by their steps.", order_by="step")
