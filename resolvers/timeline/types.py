"""What happened to a lead, whatever its kind."""

from datetime import datetime
from typing import Annotated

import strawberry

import models
import pushdown
from resolvers.appointments.types import Appointment
from resolvers.contact_events.types import ContactEvent
from resolvers.imports.types import LeadImportRow
from resolvers.merges.types import LeadMerge
from resolvers.stages.types import StageChange

TimelineItem = Annotated[
    StageChange | ContactEvent | Appointment | LeadMerge | LeadImportRow,
    strawberry.union("TimelineItem", description="Something that happened to a lead."),
]


@pushdown.type(models.TimelineEntry)
class TimelineEntry:
    """Something that happened to a lead, and when."""

    occurred_at: datetime = pushdown.column("When it happened; for an appointment when it begins.")
    item: TimelineItem | None = pushdown.any_row(
        "What it was; null where it was deleted just now.", type_field="subject_type", key_field="subject_id"
    )
