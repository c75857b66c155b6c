"""What becomes of a message by an attempt, each in one transaction: all that follows from it, or nothing."""

from dataclasses import dataclass

from gateways.protocol import Delivery, Outcome
from models import (
    ActivityKind,
    AttemptOutcome,
    EnrolmentStop,
    OutreachStatus,
    SafetyRule,
    SafetyVerdict,
    SuppressionSource,
)
from services.deadlocks import again_after_deadlocks
from services.outreach.changing import (
    change_message,
    end_attempt,
    note_sent,
    suppress_address,
)
from services.outreach.claiming import Claim
from services.outreach.message import locked_message
from services.outreach.next_message import make_next_message
from services.outreach.outbox import Pace
from services.outreach.stopping import end_enrolments, stop_enrolments
from services.safety.decisions import Decision
from services.safety.reserving import release
from services.transaction import Act, Transaction, transaction


@dataclass(frozen=True, slots=True)
class Reserved:
    """A claimed message with leave to go."""

    claim: Claim
    decision: Decision
    reservation_id: int


_STOPS = {
    SafetyRule.DO_NOT_CONTACT: EnrolmentStop.SUPPRESSED,
    SafetyRule.SUPPRESSION: EnrolmentStop.SUPPRESSED,
    SafetyRule.STAGE: EnrolmentStop.CLOSED,
}


@again_after_deadlocks
async def put_off(claim: Claim, decision: Decision, act: Act) -> None:
    """A message that safety does not allow: SKIPPED, SCHEDULED when it may go, or PENDING where nobody knows when."""
    async with transaction(act) as tx:
        blocked = decision.verdict is SafetyVerdict.BLOCKED
        why = "; ".join(check.detail for check in decision.checks if not check.passed)
        outcome = AttemptOutcome.ABANDONED if blocked else AttemptOutcome.DEFERRED
        if not await end_attempt(tx, claim.attempt_id, outcome, response=why) or not await _waits(tx, claim):
            return
        if blocked:
            await change_message(
                tx,
                claim.message,
                OutreachStatus.SKIPPED,
                ActivityKind.OUTREACH_MESSAGE_SKIPPED,
                decision=decision,
            )
            stop = EnrolmentStop.SKIPPED if decision.rule is None else _STOPS.get(decision.rule, EnrolmentStop.SKIPPED)
            await end_enrolments(tx, {claim.message.enrolment_id: stop})
        elif decision.rule is SafetyRule.OUTREACH_PAUSED:
            return  # it keeps its turn: nothing is claimed until sending is resumed
        else:
            await change_message(
                tx,
                claim.message,
                OutreachStatus.PENDING if decision.next_eligible_at is None else OutreachStatus.SCHEDULED,
                ActivityKind.OUTREACH_MESSAGE_SCHEDULED,
                scheduled_for=decision.next_eligible_at,
                decision=decision,
            )


@again_after_deadlocks
async def keep_preview(reserved: Reserved, act: Act) -> None:
    """A message that went all the way but the last step, since live sending is off."""
    claim, decision = reserved.claim, reserved.decision
    async with transaction(act) as tx:
        await release(tx.connection, reserved.reservation_id)
        if not await end_attempt(tx, claim.attempt_id, AttemptOutcome.PREVIEWED) or not await _waits(tx, claim):
            return
        await change_message(
            tx,
            claim.message,
            OutreachStatus.PREVIEWED,
            ActivityKind.OUTREACH_MESSAGE_PREVIEWED,
            decision=decision,
        )
        await make_next_message(tx, claim.message.enrolment_id)


@again_after_deadlocks
async def finish(reserved: Reserved, delivery: Delivery, pace: Pace, act: Act) -> None:
    """Write down what a gateway answered, with all that follows."""
    claim, decision, reservation_id = reserved.claim, reserved.decision, reserved.reservation_id
    async with transaction(act) as tx:
        attempt = AttemptOutcome.ABANDONED if delivery.outcome is Outcome.WITHHELD else AttemptOutcome(delivery.outcome)
        if not await end_attempt(tx, claim.attempt_id, attempt, delivery.code, delivery.response):
            return  # a person settled it meanwhile
        match delivery.outcome:
            case Outcome.SENT:
                await change_message(
                    tx,
                    claim.message,
                    OutreachStatus.SENT,
                    ActivityKind.OUTREACH_MESSAGE_SENT,
                    decision=decision,
                    was_tried=True,
                )
                await note_sent(tx, claim.message, reservation_id)
            case Outcome.UNKNOWN:
                await leave_unknown(tx, claim, delivery.response, decision)
            case Outcome.WITHHELD:
                # It keeps its turn. Whatever withheld it decides, or keeps it from being claimed, the next time.
                await release(tx.connection, reservation_id)
            case Outcome.TEMPORARY_FAILURE:
                await release(tx.connection, reservation_id)
                await _try_again(tx, claim, delivery, pace)
            case Outcome.PERMANENT_FAILURE:
                await release(tx.connection, reservation_id)
                await _give_up(tx, claim, delivery.response)
                await suppress_address(
                    tx, claim.recipient or "", SuppressionSource.BOUNCE, delivery.response or "It was refused."
                )
                await stop_enrolments(tx, [claim.message.lead_id], EnrolmentStop.BOUNCED)


async def leave_unknown(tx: Transaction, claim: Claim, why: str | None, decision: Decision | None = None) -> None:
    """A message of which nobody can tell whether it went out. Its units stay reserved until a person settles it."""
    await change_message(
        tx,
        claim.message,
        OutreachStatus.UNKNOWN,
        ActivityKind.OUTREACH_MESSAGE_UNKNOWN,
        error=why,
        decision=decision,
        was_tried=True,
    )


async def _try_again(tx: Transaction, claim: Claim, delivery: Delivery, pace: Pace) -> None:
    attempts = claim.attempts + 1
    if attempts >= pace.most_attempts:
        await _give_up(tx, claim, delivery.response)
        await end_enrolments(tx, {claim.message.enrolment_id: EnrolmentStop.FAILED})
    elif await _waits(tx, claim):
        await change_message(
            tx,
            claim.message,
            OutreachStatus.SCHEDULED,
            ActivityKind.OUTREACH_MESSAGE_SCHEDULED,
            scheduled_for=tx.act.at + pace.pause_after(attempts),
            error=delivery.response,
            was_tried=True,
        )


async def _give_up(tx: Transaction, claim: Claim, why: str | None) -> None:
    await change_message(
        tx,
        claim.message,
        OutreachStatus.FAILED,
        ActivityKind.OUTREACH_MESSAGE_FAILED,
        error=why,
        was_tried=True,
    )


async def _waits(tx: Transaction, claim: Claim) -> bool:
    """Whether the message still is to be sent; else it was stopped meanwhile, and stays as it is."""
    found = await locked_message(tx, claim.message.id)
    return found is not None and found[1] is OutreachStatus.SCHEDULED
