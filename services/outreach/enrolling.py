"""Enrolling leads in a sequence: what happens to each is told, and nothing else has happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import asyncpg

from models import ActivityKind, Channel, SafetyVerdict
from services.activity import Subject
from services.deadlocks import again_after_deadlocks
from services.errors import ErrorCode, Problem
from services.leads.locking import lock_leads
from services.leads.results import check_count
from services.outreach.drafts import MessageDraft, store_messages
from services.outreach.rendering import Text, Unwritable, write
from services.outreach.sequences import Step, StepDraft, checked_steps, store_sequence
from services.outreach.timing import Turn, turn_of
from services.outreach.variables import known_of
from services.safety.decisions import Decision
from services.safety.keeping import in_force
from services.safety.usage import recipients_of
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings

_CAMPAIGN = "SELECT EXISTS (SELECT FROM campaigns WHERE id = $1)"
_ENROLLED = """
SELECT DISTINCT enrolment.lead_id FROM enrolments enrolment
JOIN outreach_sequences sequence ON sequence.id = enrolment.sequence_id
WHERE enrolment.lead_id = ANY($1::bigint[]) AND enrolment.status = 'ACTIVE' AND sequence.channel = $2
"""
_ENROL = """
INSERT INTO enrolments (sequence_id, lead_id, status, actor, enrolled_at)
SELECT $1, lead.id, 'ACTIVE', $3, $4 FROM unnest($2::bigint[]) WITH ORDINALITY AS lead(id, place) ORDER BY lead.place
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class ScheduleRequest:
    """Whom to send what. With `stop_for_company`, a reply of one lead ends it for all of the same company."""

    campaign_id: int
    lead_ids: Sequence[int]
    channel: Channel
    steps: Sequence[StepDraft]
    stop_for_company: bool = False


class EnrolmentOutcome(StrEnum):
    """What became of one lead, or would."""

    ENROLLED = "ENROLLED"
    SKIPPED = "SKIPPED"


@dataclass(frozen=True, slots=True)
class EnrolmentResult:
    """What became of one lead. A SKIPPED one has a problem, or the decision by which nothing may ever be sent."""

    lead_id: int | None
    outcome: EnrolmentOutcome
    problem: Problem | None = None
    turn: Turn | None = None
    text: Text | None = None
    """The first message."""
    address: str | None = None

    @property
    def decision(self) -> Decision | None:
        """Safety's, about the first message when it is due."""
        return self.turn.decision if self.turn is not None else None

    @property
    def why(self) -> str | None:
        """Of a SKIPPED one: why, in words."""
        if self.problem is not None:
            return self.problem.message
        if self.outcome is EnrolmentOutcome.ENROLLED or self.decision is None:
            return None
        return " ".join(check.detail for check in self.decision.checks if not check.passed)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """What became of all of them, in their order. Without anybody enrolled there is no sequence."""

    results: Sequence[EnrolmentResult]
    sequence_id: int | None = None
    enrolments: Mapping[int, int] = field(default_factory=dict)
    """The new enrolments by their leads."""

    @property
    def enrolled(self) -> int:
        """How many were enrolled, or would be."""
        return sum(result.outcome is EnrolmentOutcome.ENROLLED for result in self.results)


@again_after_deadlocks
async def schedule_outreach(request: ScheduleRequest, act: Act, *, dry_run: bool = False) -> Scheduled:
    """Enrol up to 1,000 leads and make the first message of each; one result for each id, in their order.

    With `dry_run` nothing is changed. Raises InvalidInput, or NotFound on `("campaign_id",)`.
    """
    check_count(("lead_ids",), request.lead_ids)
    async with transaction(act) as tx:
        findings = Findings()
        steps = await checked_steps(tx.connection, findings, request.channel, request.steps)
        known = 0 < request.campaign_id <= LARGEST_ID
        if not known or not await tx.connection.fetchval(_CAMPAIGN, request.campaign_id):
            findings.add(("campaign_id",), ErrorCode.NOT_FOUND, "There is no campaign with this id.")
        findings.raise_if_any()
        judged = await _judge(tx, request, steps)
        results = [_in_place(judged, request.lead_ids, place) for place in range(len(request.lead_ids))]
        enrolled = [result for result in results if result.outcome is EnrolmentOutcome.ENROLLED]
        if dry_run or not enrolled:
            return Scheduled(results)
        return Scheduled(results, *await _enrol(tx, request, steps, enrolled))


async def _judge(tx: Transaction, request: ScheduleRequest, steps: Sequence[Step]) -> dict[int, EnrolmentResult]:
    """What is to become of each lead that is there. They stay locked, so that nobody enrols them at the same time."""
    leads = await lock_leads(tx, request.lead_ids)
    enrolled = {row["lead_id"] for row in await tx.connection.fetch(_ENROLLED, list(leads), request.channel)}
    recipients = await recipients_of(tx.connection, leads, request.channel)
    known = await known_of(tx.connection, leads)
    settings = await in_force(tx.connection)
    now: datetime = await tx.connection.fetchval("SELECT clock_timestamp()")
    due_at = tx.act.at + timedelta(minutes=steps[0].delay_minutes)
    judged = dict[int, EnrolmentResult]()
    for lead_id, lead in leads.items():
        if problem := _why_not(lead, request, is_enrolled=lead_id in enrolled):
            judged[lead_id] = EnrolmentResult(lead_id, EnrolmentOutcome.SKIPPED, problem)
            continue
        recipient = recipients[lead_id]
        turn = await turn_of(tx.connection, settings, request.channel, recipient, due_at=due_at, now=now)
        try:
            texts = _written(steps, known[lead_id])
        except Unwritable as unwritable:
            problem = Problem((), ErrorCode.UNWRITABLE, str(unwritable))
            judged[lead_id] = EnrolmentResult(lead_id, EnrolmentOutcome.SKIPPED, problem, turn)
            continue
        blocked = turn.decision.verdict is SafetyVerdict.BLOCKED
        outcome = EnrolmentOutcome.SKIPPED if blocked else EnrolmentOutcome.ENROLLED
        judged[lead_id] = EnrolmentResult(lead_id, outcome, None, turn, texts[0], recipient.address)
    return judged


def _why_not(lead: asyncpg.Record, request: ScheduleRequest, *, is_enrolled: bool) -> Problem | None:
    if lead["campaign_id"] != request.campaign_id:
        return Problem((), ErrorCode.OTHER_CAMPAIGN, "This lead belongs to another campaign.")
    if is_enrolled:
        message = f"This lead is in a sequence by {request.channel} already. Stop that first, or let it end."
        return Problem((), ErrorCode.ALREADY_ENROLLED, message)
    return None


def _written(steps: Sequence[Step], known: Mapping[str, Mapping[str, object]]) -> list[Text]:
    """All messages as they would be now. Raises Unwritable, also for one whose turn comes much later."""
    texts = []
    for number, step in enumerate(steps, start=1):
        try:
            texts.append(write(step.text, known))
        except Unwritable as problem:
            raise Unwritable(f"Step {number}: {problem}") from problem
    return texts


def _in_place(judged: Mapping[int, EnrolmentResult], lead_ids: Sequence[int], place: int) -> EnrolmentResult:
    lead_id, path = lead_ids[place], ("lead_ids", str(place))
    result = judged.get(lead_id)
    if result is None:
        problem = Problem(path, ErrorCode.NOT_FOUND, "There is no lead with this id.")
        return EnrolmentResult(None, EnrolmentOutcome.SKIPPED, problem)
    if lead_id in lead_ids[:place]:
        problem = Problem(path, ErrorCode.REPEATED, "This lead stands in the list already.")
        return EnrolmentResult(lead_id, EnrolmentOutcome.SKIPPED, problem)
    return result


async def _enrol(
    tx: Transaction, request: ScheduleRequest, steps: Sequence[Step], enrolled: Sequence[EnrolmentResult]
) -> tuple[int, dict[int, int]]:
    """The new sequence, and its enrolments by their leads."""
    campaign_id, channel = request.campaign_id, request.channel
    sequence_id = await store_sequence(tx, campaign_id, channel, steps, stop_for_company=request.stop_for_company)
    lead_ids = [result.lead_id for result in enrolled]
    rows = await tx.connection.fetch(_ENROL, sequence_id, lead_ids, tx.act.actor, tx.act.at)
    drafts = [
        MessageDraft(row["id"], result.lead_id, 1, result.address, result.text, result.turn)
        for row, result in zip(rows, enrolled, strict=True)
        if result.lead_id is not None and result.text is not None
    ]
    await store_messages(tx, campaign_id, channel, drafts)
    tx.log(
        ActivityKind.OUTREACH_SCHEDULED,
        Subject.OUTREACH_SEQUENCE,
        sequence_id,
        campaign_id=campaign_id,
        channel=channel,
        enrolled=len(enrolled),
        skipped=len(request.lead_ids) - len(enrolled),
    )
    return sequence_id, {draft.lead_id: draft.enrolment_id for draft in drafts}
