"""The contact event."""

from datetime import datetime

import models
import pushdown


@pushdown.type(models.ContactEvent)
class ContactEvent(pushdown.Node):
    """A message or a call, from us to a lead or from the lead to us."""

    lead = pushdown.one("lead", "The lead.")
    channel: models.Channel = pushdown.column("By what means.")
    direction: models.ContactDirection = pushdown.column("Who spoke.")
    summary: str = pushdown.column("What it was about.")
    occurred_at: datetime = pushdown.column("When it happened.")
    created_at: datetime = pushdown.column("When it was written down.")
    actor: str | None = pushdown.column("Who of us took part.")
