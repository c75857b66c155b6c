"""Messages and calls as they are to be noted, and corrected."""

from datetime import datetime

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.ids import row_key
from resolvers.patches import patched
from services.contact_events import ContactEventDraft, ContactEventPatch

_WHEN = "When it happened: since 1970, and not more than a day ahead"


@strawberry.input(description="A message or a call to be noted.")
class LogContactEventInput:
    """Input of `logContactEvent`."""

    lead_id: strawberry.ID = strawberry.field(description="The lead.")
    channel: models.Channel = strawberry.field(description="By what means.")
    direction: models.ContactDirection = strawberry.field(description="Who spoke.")
    summary: str = strawberry.field(description="What it was about, 1 to 10,000 characters.")
    occurred_at: datetime | None = strawberry.field(default=None, description=f"{_WHEN}; now, where nothing is said.")
    idempotency_key: str | None = strawberry.field(
        default=None,
        description="A text of your own, 1 to 200 characters: whoever logs the same under it again gets the first "
        "event, so that a call can be repeated safely. `occurredAt` may differ.",
    )

    def draft(self) -> ContactEventDraft:
        """As services take it."""
        return ContactEventDraft(
            row_key(self.lead_id, "Lead"),
            self.channel,
            self.direction,
            self.summary,
            self.occurred_at,
            self.idempotency_key,
        )


@strawberry.input(description="What to change about a noted message or call. What is left out stays.")
class UpdateContactEventInput:
    """Input of `updateContactEvent`."""

    id: strawberry.ID = strawberry.field(description="The contact event.")
    channel: strawberry.Maybe[models.Channel | None] = strawberry.field(description="By what means.")
    direction: strawberry.Maybe[models.ContactDirection | None] = strawberry.field(description="Who spoke.")
    summary: strawberry.Maybe[str | None] = strawberry.field(description="What it was about, 1 to 10,000 characters.")
    occurred_at: strawberry.Maybe[datetime | None] = strawberry.field(description=f"{_WHEN}.")

    def patch(self) -> ContactEventPatch:
        """As services take it."""
        return ContactEventPatch(
            patched(self.summary), patched(self.channel), patched(self.direction), patched(self.occurred_at)
        )


@strawberry.input(description="Which noted message or call to delete.")
class DeleteContactEventInput:
    """Input of `deleteContactEvent`."""

    id: strawberry.ID = strawberry.field(description="The contact event.")
