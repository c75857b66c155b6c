"""Creating a lead by hand or by a form."""

import models
from models import CampaignStatus, LeadSource, LeadStage
from services.activity import Subject
from services.errors import Conflict, ErrorCode
from services.leads.drafts import NewLead
from services.leads.email_keys import take_email
from services.leads.funnel import enter_funnel
from services.leads.stages import LONGEST_REASON
from services.leads.values import CHECKS, checked_values
from services.suppressions.matching import Person, suppressed_people
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID, Findings

SOURCES = frozenset((LeadSource.MANUAL, LeadSource.FORM))
"""What a lead that is created by itself can come from. The others are left to discovery and import."""

_CAMPAIGN = "SELECT status FROM campaigns WHERE id = $1"

_INSERT = f"""
INSERT INTO leads
    (campaign_id, source, stage, provenance, created_at, updated_at, stage_entered_at, {", ".join(CHECKS)})
VALUES ($1, $2, $3, '[]', $4, $4, $4, {", ".join(f"${number}" for number, _ in enumerate(CHECKS, start=5))})
RETURNING id
"""


async def create_lead(draft: NewLead, act: Act) -> int:
    """Create a lead, whose history begins with the stage it is given, and return its id.

    Raises InvalidInput with everything wrong at once; Conflict where the campaign is archived, where another of its
    leads has the e-mail address, or where the person is suppressed.
    """
    findings = Findings()
    values = checked_values(findings, draft.values())
    reason = findings.optional_text(("stage_reason",), draft.stage_reason, LONGEST_REASON)
    if draft.stage is LeadStage.LOST and not (draft.stage_reason or "").strip():
        findings.add(("stage_reason",), ErrorCode.REQUIRED, "Say why the lead is lost.")
    if draft.source not in SOURCES:
        findings.add(("source",), ErrorCode.MALFORMED, "A lead that is created here is MANUAL or from a FORM.")
    async with transaction(act) as tx:
        await _check_campaign(tx, draft.campaign_id, findings)
        await _check_suppressions(tx, values["email"], values["phone"])
        lead_id: int = await tx.connection.fetchval(
            _INSERT, draft.campaign_id, draft.source, draft.stage, act.at, *values.values()
        )
        if values["email"] is not None:
            await take_email(tx, draft.campaign_id, lead_id, values["email"])
        await enter_funnel(tx, [lead_id], reason=reason)
        tx.log(
            models.ActivityKind.LEAD_CREATED,
            Subject.LEAD,
            lead_id,
            campaign_id=draft.campaign_id,
            source=draft.source,
            stage=draft.stage,
        )
    return lead_id


async def _check_campaign(tx: Transaction, campaign_id: int, findings: Findings) -> None:
    """Raise what was found, or that there is no such campaign, or that it is archived.

    It is not locked: who archives it at the same moment does so after the lead came in.
    """
    known = 0 < campaign_id <= LARGEST_ID
    status = await tx.connection.fetchval(_CAMPAIGN, campaign_id) if known else None
    if status is None:
        findings.add(("campaign_id",), ErrorCode.NOT_FOUND, "There is no campaign with this id.")
    findings.raise_if_any()
    if status == CampaignStatus.ARCHIVED:
        raise Conflict(("campaign_id",), ErrorCode.CAMPAIGN_NOT_ACTIVE, "This campaign is archived.")


async def _check_suppressions(tx: Transaction, email: str | None, phone: str | None) -> None:
    """Raise Conflict where the person is suppressed: who was erased does not come back by being entered again."""
    by_email = Person(emails=[email] if email else ())
    by_phone = Person(phones=[phone] if phone else ())
    told = await suppressed_people(tx.connection, [by_email, by_phone])
    for column, why in zip(("email", "phone"), told, strict=True):
        if why is not None:
            message = f"Nothing may be sent to this person, who is suppressed: {why}."
            raise Conflict((column,), ErrorCode.SUPPRESSED, message)
