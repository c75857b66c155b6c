"""What clients say about suppressions."""

from datetime import datetime

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.ids import row_key
from services.suppressions import Given, SuppressionDraft, SuppressionImportDraft


@strawberry.input(description="Something to suppress.")
class SuppressionEntryInput:
    """One entry of `addSuppressions`."""

    kind: models.SuppressionKind = strawberry.field(description="What it is.")
    value: str = strawberry.field(
        description="The e-mail address, the domain, the telephone number with its country's prefix, the account as "
        "`TWITTER:ana`, or the lead's id; at most 1,000 characters. Spelling does not matter."
    )

    def given(self) -> Given:
        """The entry as the service takes it."""
        is_lead = self.kind is models.SuppressionKind.LEAD
        return Given(self.kind, str(row_key(self.value, "Lead")) if is_lead else self.value)


@strawberry.input(description="Whom to suppress, why and for how long.")
class AddSuppressionsInput:
    """Input of `addSuppressions`."""

    entries: list[SuppressionEntryInput] = strawberry.field(description="Whom; at most 1,000.")
    reason: str | None = strawberry.field(default=None, description="Why; at most 2,000 characters.")
    source: models.SuppressionSource = strawberry.field(
        default=models.SuppressionSource.MANUAL, description="How it comes about: anything but IMPORT and ERASURE."
    )
    expires_at: datetime | None = strawberry.field(default=None, description="Until when it holds; null for ever.")

    def draft(self) -> SuppressionDraft:
        """The suppressions as the service takes them."""
        return SuppressionDraft([entry.given() for entry in self.entries], self.reason, self.source, self.expires_at)


@strawberry.input(description="Which suppression to remove, and why.")
class RemoveSuppressionInput:
    """Input of `removeSuppression`."""

    id: strawberry.ID = strawberry.field(description="The suppression.")
    reason: str = strawberry.field(description="Why it is removed, for the log; 1 to 2,000 characters.")


@strawberry.input(description="Which list to import, and what holds for all of its rows.")
class ImportSuppressionsInput:
    """Input of `importSuppressions`."""

    upload_token: str = strawberry.field(description="What `POST /uploads` answered.")
    kind: models.SuppressionKind | None = strawberry.field(
        default=None,
        description="What the values are, where neither a column `kind` nor the column's name tells. Where nothing "
        "does, each is what it looks like.",
    )
    reason: str | None = strawberry.field(default=None, description="Why; at most 2,000 characters.")
    expires_at: datetime | None = strawberry.field(default=None, description="Until when they hold; null for ever.")
    dry_run: bool = strawberry.field(
        default=False, description="Only tell what would become of the rows, and change nothing."
    )

    def draft(self) -> SuppressionImportDraft:
        """The import as the service takes it."""
        return SuppressionImportDraft(self.upload_token, self.kind, self.reason, self.expires_at, self.dry_run)
