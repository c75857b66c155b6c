"""Changing a lead, and putting somebody in charge of it."""

import models
from services.activity import Subject
from services.leads.drafts import LeadPatch
from services.leads.email_keys import change_email
from services.leads.locking import lock_lead
from services.leads.refusing import raise_if_any
from services.leads.values import checked_values
from services.outreach.stopping import stop_enrolments
from services.transaction import Act, transaction
from services.validation import Findings, Path

# What a person says comes from that person, so where the former value came from is forgotten. `greatest`, because who
# waited for the lock may have begun before who had it.
_UPDATE = """
UPDATE leads SET {assignments}, version = version + 1, updated_at = greatest(updated_at, $2), provenance = (
    SELECT coalesce(jsonb_agg(origin ORDER BY place), '[]')
    FROM jsonb_array_elements(provenance) WITH ORDINALITY AS known(origin, place)
    WHERE coalesce(origin ->> 'field' <> ALL($3::text[]), true)
)
WHERE id = $1
"""

_TOLD = ("do_not_contact", "owner")
"""What the activity log tells the new value of. Of other fields only that they were changed."""


async def update_lead(
    lead_id: int, patch: LeadPatch, act: Act, *, expected_version: int | None = None, path: Path = ("id",)
) -> None:
    """Change what the patch names. A patch that changes nothing leaves no trace.

    Raises InvalidInput; NotFound on `path`; Conflict, with the lead as it is, where a version is expected and it has
    another, and with the other lead where that has the e-mail address.
    """
    findings = Findings()
    values = checked_values(findings, patch.values())
    await raise_if_any(findings, lead_id, path)
    async with transaction(act) as tx:
        lead = await lock_lead(tx, lead_id, *values, expected_version=expected_version, path=path)
        changed = {column: value for column, value in values.items() if lead[column] != value}
        if not changed:
            return
        if "email" in changed:
            await change_email(tx, lead, changed["email"])
        assignments = ", ".join(f"{column} = ${number}" for number, column in enumerate(changed, start=4))
        statement = _UPDATE.format(assignments=assignments)
        await tx.connection.execute(statement, lead_id, act.at, list(changed), *changed.values())
        if changed.get("do_not_contact"):
            await stop_enrolments(tx, [lead_id], models.EnrolmentStop.SUPPRESSED)
        told = {column: changed[column] for column in _TOLD if column in changed}
        tx.log(
            models.ActivityKind.LEAD_UPDATED,
            Subject.LEAD,
            lead_id,
            campaign_id=lead["campaign_id"],
            changed=sorted(changed),
            **told,
        )


async def assign_lead(lead_id: int, owner: str | None, act: Act, *, expected_version: int | None = None) -> None:
    """Put somebody in charge, or nobody. Raises as `update_lead` does, NotFound on `("lead_id",)`."""
    patch = LeadPatch(owner=owner)
    await update_lead(lead_id, patch, act, expected_version=expected_version, path=("lead_id",))
