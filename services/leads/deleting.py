"""Deleting leads, with everything that is known of them."""

from collections.abc import Sequence

import models
from services.activity import Subject
from services.deadlocks import again_after_deadlocks
from services.leads.locking import lock_leads
from services.leads.refusing import is_key
from services.leads.results import BulkOutcome, LeadResult, check_count, in_order
from services.outreach.stopping import stop_enrolments
from services.transaction import Act, transaction

# Who converts profiles locks them before their leads; deleting a lead reaches its profiles last.
_LOCK_CAMPAIGNS = """
SELECT id FROM campaigns WHERE id IN (SELECT campaign_id FROM leads WHERE id = ANY($1::bigint[]))
ORDER BY id FOR NO KEY UPDATE
"""

_DELETE = "DELETE FROM leads WHERE id = ANY($1::bigint[])"


@again_after_deadlocks  # a job that finds these people again writes their profiles in an order of its own
async def delete_leads(lead_ids: Sequence[int], act: Act) -> list[LeadResult]:
    """Delete up to 1,000 leads; one result for each id, in their order. Raises InvalidInput.

    Their history, messages, calls and appointments go with them. Profiles stay, and can be converted anew. The activity
    log keeps what was written there.
    """
    check_count(("lead_ids",), lead_ids)
    keys = sorted(set(filter(is_key, lead_ids)))
    async with transaction(act) as tx:
        await tx.connection.execute(_LOCK_CAMPAIGNS, keys)
        leads = await lock_leads(tx, keys, deleting=True)
        await stop_enrolments(tx, list(leads), models.EnrolmentStop.CANCELLED)  # gives back what tasks have reserved
        await tx.connection.execute(_DELETE, list(leads))
        for lead_id, lead in leads.items():
            deleted, campaign_id = models.ActivityKind.LEAD_DELETED, lead["campaign_id"]
            tx.log(deleted, Subject.LEAD, lead_id, campaign_id=campaign_id, stage=lead["stage"])
    results = dict.fromkeys(leads, LeadResult(None, BulkOutcome.DONE))
    return in_order(("lead_ids",), lead_ids, results)
