"""Contact events: what was said between us and a lead, and how far that brings the lead."""

from services.contact_events.changing import delete_contact_event, update_contact_event
from services.contact_events.drafts import ContactEventDraft, ContactEventPatch
from services.contact_events.logging import log_contact_event, log_in

__all__ = [
    "ContactEventDraft",
    "ContactEventPatch",
    "delete_contact_event",
    "log_contact_event",
    "log_in",
    "update_contact_event",
]
