"""The lead."""

from datetime import datetime

import models
import pushdown
from resolvers.appointments.orderings import APPOINTMENTS_NEWEST_FIRST, AppointmentFilter
from resolvers.contact_events.orderings import EVENTS_NEWEST_FIRST, ContactEventFilter
from resolvers.merges.types import MERGES_NEWEST_FIRST, LeadMergeFilter
from resolvers.outreach.orderings import MESSAGES_NEWEST_FIRST, OutreachMessageFilter
from resolvers.profiles.types import FieldProvenance
from resolvers.replies.orderings import REPLIES_NEWEST_FIRST, ReplyFilter
from resolvers.scalars import URL, EmailAddress, TimeZone
from resolvers.timeline.orderings import TIMELINE_NEWEST_FIRST, TimelineEntryFilter


@pushdown.type(models.Lead)
class Lead(pushdown.Node):
    """A person in a campaign's funnel."""

    campaign = pushdown.one("campaign", "The campaign the lead belongs to.")
    name: str = pushdown.column("The person's name.")
    email: EmailAddress | None = pushdown.column("The e-mail address.")
    phone: str | None = pushdown.column("The telephone number in E.164 form: `+351210000000`.")
    company: str | None = pushdown.column("For whom the person works.")
    role: str | None = pushdown.column("What the person does.")
    location: str | None = pushdown.column("Where the person is.")
    time_zone: TimeZone | None = pushdown.column("The person's time zone.")
    website: URL | None = pushdown.column("The person's own site.")
    bio: str | None = pushdown.column("What the person says about themself.")
    followers: int | None = pushdown.column("How many people follow the person's account.")
    source: models.LeadSource = pushdown.column("How the lead came in.")
    stage: models.LeadStage = pushdown.column("Where the lead stands in the funnel.")
    score: float | None = pushdown.column("How well the lead matches, 0 to 1.")
    tags: list[str] = pushdown.column("Labels.")
    notes: str | None = pushdown.column("Notes.")
    do_not_contact: bool = pushdown.column("Whether the person must not be contacted.")
    owner: str | None = pushdown.column("Who of us is in charge.")
    version: int = pushdown.column("How many times the lead was changed, plus one. See `expectedVersion` of mutations.")
    created_at: datetime = pushdown.column("When the lead came in.")
    updated_at: datetime = pushdown.column("When the lead was changed last.")
    last_contacted_at: datetime | None = pushdown.column("When we wrote or called last.")
    last_replied_at: datetime | None = pushdown.column("When the person answered last.")
    stage_entered_at: datetime = pushdown.column("When the lead entered its present stage.")
    provenance: list[FieldProvenance] = pushdown.embedded_list("Where the values come from.")
    profiles = pushdown.many(
        "profiles", "The discovered profiles of this person, in the order of their discovery.", order_by="id"
    )
    stage_history = pushdown.many(
        "stage_changes", "The stages the lead was in, from the first on, at most a hundred.", order_by="at"
    )
    contact_events = pushdown.connection(
        "contact_events", "What was said, the newest first.", filter=ContactEventFilter, **EVENTS_NEWEST_FIRST
    )
    appointments = pushdown.connection(
        "appointments",
        "The appointments, those which begin last first.",
        filter=AppointmentFilter,
        **APPOINTMENTS_NEWEST_FIRST,
    )
    outreach_messages = pushdown.connection(
        "outreach_messages",
        "What is written to the person by sequences, the newest first.",
        filter=OutreachMessageFilter,
        **MESSAGES_NEWEST_FIRST,
    )
    replies = pushdown.connection(
        "replies", "What came back, the newest first.", filter=ReplyFilter, **REPLIES_NEWEST_FIRST
    )
    enrolments = pushdown.many("enrolments", "The sequences the lead is or was in, at most a hundred.", order_by="id")
    merges = pushdown.connection(
        "merges",
        "The merges by which it took in other leads, the newest first.",
        filter=LeadMergeFilter,
        **MERGES_NEWEST_FIRST,
    )
    timeline = pushdown.connection(
        "timeline",
        "What happened: stages entered, messages and calls, appointments, merges and imports, the newest first.",
        filter=TimelineEntryFilter,
        **TIMELINE_NEWEST_FIRST,
    )
