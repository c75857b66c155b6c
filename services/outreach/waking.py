"""Messages that wait for nobody knows when: whether somebody knows by now."""

from models import ActivityKind, Channel, OutreachStatus, SafetyVerdict
from services.errors import NotFound
from services.outreach.changing import change_message
from services.outreach.message import locked_message
from services.safety.asking import ask
from services.transaction import Act, reading, transaction

_MOST = 500
_WAITING = """
SELECT message.id, message.lead_id, message.channel FROM outreach_messages message
WHERE message.status = 'PENDING' AND message.id > $1
    AND NOT EXISTS (SELECT FROM outreach_tasks WHERE message_id = message.id)
    AND NOT coalesce((SELECT paused FROM safety_switch WHERE id = 1), true)
ORDER BY message.id LIMIT $2
"""


async def wake(after: int, act: Act) -> int:
    """Schedule those of the messages after this id that may go at a time which is known now, or never will.

    Looks at a few; the last one's id, to go on from, or 0 where there were no more. A message that never may go is
    scheduled, too: it is skipped with its decision when its turn comes.
    """
    async with reading() as connection:
        waiting = await connection.fetch(_WAITING, after, _MOST)
    for row in waiting:
        try:
            decision = await ask(row["lead_id"], Channel(row["channel"]))
        except NotFound:
            continue
        if decision.verdict is SafetyVerdict.DEFERRED and decision.next_eligible_at is None:
            continue
        async with transaction(act) as tx:
            found = await locked_message(tx, row["id"])
            if found is not None and found[1] is OutreachStatus.PENDING:
                await change_message(
                    tx,
                    found[0],
                    OutreachStatus.SCHEDULED,
                    ActivityKind.OUTREACH_MESSAGE_SCHEDULED,
                    scheduled_for=decision.next_eligible_at or act.at,
                    decision=decision,
                )
    return waiting[-1]["id"] if len(waiting) == _MOST else 0
