"""What clients say about imports."""

import strawberry

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from resolvers.ids import row_key
from services.imports import ColumnDraft, ImportField, ImportKey, LeadImportDraft, Told


@strawberry.input(description="What a column of a file is to fill.")
class ColumnMappingInput:
    """A wish for one column."""

    column: str = strawberry.field(description="The column's name, as `previewImport` gives it.")
    field: ImportField | None = strawberry.field(
        default=None, description="The field it fills; null where it is not to be read."
    )

    def draft(self) -> ColumnDraft:
        """The wish as the service takes it."""
        return ColumnDraft(self.column, self.field)


@strawberry.input(description="What holds for every row of a file which does not say otherwise.")
class ImportDefaultsInput:
    """Values for the whole file."""

    tags: list[str] = strawberry.field(
        default_factory=list,
        description="Labels which every lead of the file gets, 1 to 64 characters each; at most 50.",
    )
    owner: str | None = strawberry.field(
        default=None, description="Who is in charge where neither the row says who nor anybody is already."
    )
    country: str | None = strawberry.field(
        default=None, description="Where telephone numbers without their + are dialled, by its two letters: `PT`."
    )


@strawberry.input(description="Which file to look into, and how.")
class PreviewImportInput:
    """Input of `previewImport`."""

    upload_token: str = strawberry.field(description="What `POST /uploads` answered.")
    format: models.ImportFormat | None = strawberry.field(
        default=None, description="What the file is written in; found out where nothing is said."
    )
    mapping: list[ColumnMappingInput] = strawberry.field(
        default_factory=list, description="What columns fill; the others fill what their names tell."
    )
    delimiter: str | None = strawberry.field(
        default=None, description="What stands between the cells of a CSV file; found out where nothing is said."
    )
    encoding: str | None = strawberry.field(
        default=None, description="The encoding of the file's text: `windows-1252`; found out where nothing is said."
    )

    def told(self) -> Told:
        """What is said of the file, as the service takes it."""
        return Told(self.format, self.encoding, self.delimiter)

    def columns(self) -> tuple[ColumnDraft, ...]:
        """What is said of columns, as the service takes it."""
        return tuple(column.draft() for column in self.mapping)


@strawberry.input(description="Which file to import, where to, and how.")
class ImportLeadsInput(PreviewImportInput):
    """Input of `importLeads`."""

    campaign_id: strawberry.ID = strawberry.field(description="The campaign.")
    dry_run: bool = strawberry.field(
        default=False, description="Only tell what would become of the rows, and change nothing."
    )
    defaults: ImportDefaultsInput | None = strawberry.field(
        default=None, description="What holds for every row which does not say otherwise."
    )
    match_by: list[ImportKey] = strawberry.field(
        default_factory=lambda: list(ImportKey),
        description="By what rows are recognised as leads of the campaign, besides the ids of an export.",
    )

    def draft(self) -> LeadImportDraft:
        """The import as the service takes it."""
        defaults = self.defaults or ImportDefaultsInput()
        return LeadImportDraft(
            campaign_id=row_key(self.campaign_id, "Campaign"),
            upload_token=self.upload_token,
            told=self.told(),
            columns=self.columns(),
            dry_run=self.dry_run,
            tags=tuple(defaults.tags),
            owner=defaults.owner,
            country=defaults.country,
            match_by=tuple(self.match_by),
        )


@strawberry.input(description="Which import to cancel.")
class CancelLeadImportInput:
    """Input of `cancelLeadImport`."""

    id: strawberry.ID = strawberry.field(description="The import.")
