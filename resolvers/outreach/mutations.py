"""Enrolling leads in sequences, and stopping them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.safety.decisions import SafetyDecision
from resolvers.user_errors import Payload, mutation, payload
from services.errors import ErrorCode
from services.outreach.cancelling import stop_outreach
from services.outreach.enrolling import EnrolmentOutcome, EnrolmentResult, Scheduled, ScheduleRequest, schedule_outreach
from services.outreach.sequences import StepDraft
from services.safety.attempts import decision_document


@strawberry.input(description="One step of a sequence.")
class SequenceStepInput:
    """A step in the input of `scheduleOutreach`."""

    template_id: strawberry.ID = strawberry.field(
        description="Whose text is sent. The first e-mail's template needs a subject."
    )
    delay_minutes: int = strawberry.field(
        default=0,
        description="How many minutes after the step before was sent, at most 527,040; the first, after the enrolment.",
    )


@strawberry.input(description="Whom to write to, and what.")
class ScheduleOutreachInput:
    """Input of `scheduleOutreach`."""

    campaign_id: strawberry.ID = strawberry.field(description="The campaign of the leads.")
    lead_ids: list[strawberry.ID] = strawberry.field(description="The leads, 1 to 1,000.")
    channel: models.Channel = strawberry.field(description="By what to write to them.")
    steps: list[SequenceStepInput] = strawberry.field(description="What to send, 1 to 10 messages one after another.")
    stop_for_company: bool = strawberry.field(
        default=False, description="Whether a reply of one lead ends it for all of the same company in the campaign."
    )
    dry_run: bool = strawberry.field(
        default=False, description="Whether only to tell what would become of each lead: nothing is changed."
    )


@strawberry.input(description="What to stop: the sequences of leads, a whole sequence, or one sequence for some leads.")
class StopOutreachInput:
    """Input of `stopOutreach`."""

    lead_ids: list[strawberry.ID] | None = strawberry.field(
        default=None, description="The leads, 1 to 1,000; null for all of the sequence."
    )
    sequence_id: strawberry.ID | None = strawberry.field(
        default=None, description="The sequence; null for all in which the leads are."
    )
    reason: str | None = strawberry.field(
        default=None, description="Why, which the messages then say; at most 2,000 characters."
    )


@pushdown.json_object
class LeadEnrolment:
    """What became of one lead, or would."""

    lead_id: strawberry.ID = pushdown.column("The id that was given.")
    outcome: EnrolmentOutcome = pushdown.column("What became of it.")
    decision: SafetyDecision | None = pushdown.embedded(
        "What safety says of the first message when it is due. BLOCKED skips the lead."
    )
    code: ErrorCode | None = pushdown.column(
        "Of a SKIPPED one: why, for programs; null where it is the decision that says so."
    )
    message: str | None = pushdown.column("Of a SKIPPED one: why, for people.")
    scheduled_for: datetime | None = pushdown.column("When the first message goes at the earliest, if that is known.")
    subject: str | None = pushdown.column("The first message's subject.")
    body: str | None = pushdown.column("The first message's text; null where it cannot be written.")
    lead = pushdown.keyed(models.Lead, "The lead; null where there is none.", key="key")
    enrolment = pushdown.keyed(models.Enrolment, "The new enrolment; null without one.", key="enrolment_key")


@payload
class ScheduleOutreachPayload(Payload):
    """What `scheduleOutreach` answers."""

    sequence: int | None = pushdown.reference(
        models.OutreachSequence, "The new sequence; null for a dry run, and where nobody was enrolled."
    )
    results: list[dict[str, Any]] = pushdown.embedded_values(
        LeadEnrolment, "One result a lead, in the order of the ids given; empty where the input was refused."
    )
    enrolled: int | None = strawberry.field(
        default=None, description="How many were enrolled, or would be; null where the input was refused."
    )
    skipped: int | None = strawberry.field(
        default=None, description="How many were skipped, or would be; null where the input was refused."
    )


@payload
class StopOutreachPayload(Payload):
    """What `stopOutreach` answers."""

    stopped: int | None = strawberry.field(
        default=None, description="How many leads' sequences were ended; null where the input was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class OutreachMutations:
    """Fields of `Mutation`."""

    @mutation(
        "Enrol leads in a sequence of messages. The first message of each is written and waits for its time; nothing "
        "is sent here, and no lead is changed. Leads to whom nothing may be sent, or for whom a message cannot be "
        "written, are skipped. A lead is in one sequence by a channel at a time."
    )
    async def schedule_outreach(self, info: OperationInfo, input: ScheduleOutreachInput) -> ScheduleOutreachPayload:
        request = ScheduleRequest(
            row_key(input.campaign_id, "Campaign"),
            [row_key(lead_id, "Lead") for lead_id in input.lead_ids],
            input.channel,
            [StepDraft(row_key(step.template_id, "MessageTemplate"), step.delay_minutes) for step in input.steps],
            input.stop_for_company,
        )
        scheduled = await schedule_outreach(request, act(info), dry_run=input.dry_run)
        return ScheduleOutreachPayload(
            sequence=scheduled.sequence_id,
            results=_results(input.lead_ids, scheduled),
            enrolled=scheduled.enrolled,
            skipped=len(scheduled.results) - scheduled.enrolled,
        )

    @mutation("Stop sequences: messages that were not sent yet are SKIPPED, and none follow.")
    async def stop_outreach(self, info: OperationInfo, input: StopOutreachInput) -> StopOutreachPayload:
        lead_ids = None if input.lead_ids is None else [row_key(lead_id, "Lead") for lead_id in input.lead_ids]
        sequence_id = None if input.sequence_id is None else row_key(input.sequence_id, "OutreachSequence")
        return StopOutreachPayload(stopped=await stop_outreach(lead_ids, sequence_id, input.reason, act(info)))


def _results(given: Sequence[strawberry.ID], scheduled: Scheduled) -> list[dict[str, Any]]:
    return [
        _result(lead_id, result, scheduled.enrolments.get(result.lead_id or 0))
        for lead_id, result in zip(given, scheduled.results, strict=True)
    ]


def _result(lead_id: strawberry.ID, result: EnrolmentResult, enrolment_id: int | None) -> dict[str, Any]:
    is_enrolled = result.outcome is EnrolmentOutcome.ENROLLED
    at = result.turn.scheduled_for if is_enrolled and result.turn is not None else None
    return {
        "lead_id": lead_id,
        "outcome": result.outcome,
        "decision": decision_document(result.decision) if result.decision is not None else None,
        "code": result.problem.code if result.problem is not None else None,
        "message": result.why,
        "scheduled_for": at.isoformat() if at is not None else None,
        "subject": result.text.subject if result.text is not None else None,
        "body": result.text.body if result.text is not None else None,
        "key": result.lead_id,
        "enrolment_key": enrolment_id if is_enrolled else None,
    }
