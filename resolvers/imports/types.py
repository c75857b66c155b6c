"""The import, and what became of each of its rows."""

from datetime import datetime

import models
import pushdown
from resolvers.imports.orderings import ROWS_AS_IN_THE_FILE, LeadImportRowFilter
from services.errors import ErrorCode
from services.imports import ImportField, ImportKey


@pushdown.json_object
class ColumnMapping:
    """What a column of a file fills."""

    column: str = pushdown.column("The column's name; of several alike, the second is `… (2)`.")
    field: ImportField | None = pushdown.column("The field it fills; null where it is not read.")


@pushdown.json_object
class ImportOptions:
    """How a file is read."""

    encoding: str = pushdown.column("The encoding of its text.")
    delimiter: str | None = pushdown.column("What stands between the cells of a CSV file.")
    columns: list[str] = pushdown.column("All its columns.")
    country: str | None = pushdown.column("Where telephone numbers without their + are dialled.")
    tags: list[str] = pushdown.column("Labels which every lead of the file gets.")
    owner: str | None = pushdown.column("Who is in charge where neither the row says who nor anybody is already.")
    match_by: list[ImportKey] = pushdown.column("By what rows are recognised as leads of the campaign.")


@pushdown.json_object
class ImportProblem:
    """Why a row was rejected."""

    column: str | None = pushdown.column("The column; null where the row as a whole is wrong.")
    code: ErrorCode = pushdown.column("What is wrong, for programs.")
    message: str = pushdown.column("What is wrong and how to mend it, for people.")


@pushdown.type(models.LeadImportRow)
class LeadImportRow(pushdown.Node):
    """What became of one row of a file."""

    lead_import = pushdown.one("lead_import", "The import.")
    number: int = pushdown.column("Its number, from 1, blank rows and the line with the columns' names not counted.")
    outcome: models.ImportOutcome = pushdown.column("What became of it.")
    lead = pushdown.one(
        "lead",
        "The lead; null where there is none (any more), or where a dry run would create it.",
        nullable=True,
    )
    problems: list[ImportProblem] = pushdown.embedded_list("Why it was rejected; empty where it was not.")
    at: datetime = pushdown.column("When.")


@pushdown.type(models.LeadImport)
class LeadImport(pushdown.Node):
    """The import of a file of leads into a campaign."""

    campaign = pushdown.one("campaign", "The campaign.")
    filename: str | None = pushdown.column("The file's name.")
    format: models.ImportFormat = pushdown.column("What the file is written in.")
    dry_run: bool = pushdown.column("Whether it only tells what would become of the rows.")
    mapping: list[ColumnMapping] = pushdown.embedded_list("Which column fills which field.")
    options: ImportOptions | None = pushdown.embedded("How the file is read.")
    status: models.LeadImportStatus = pushdown.column("Where it stands.")
    rows_total: int | None = pushdown.column("How many rows the file has; null until they have been counted.")
    rows_read: int = pushdown.column("How many rows have been dealt with.")
    created_count: int = pushdown.column("How many rows became new leads.")
    updated_count: int = pushdown.column("How many rows changed leads.")
    unchanged_count: int = pushdown.column("How many rows told nothing new.")
    rejected_count: int = pushdown.column("How many rows were rejected.")
    error_message: str | None = pushdown.column("Why it failed.")
    actor: str = pushdown.column("Who asked for it.")
    created_at: datetime = pushdown.column("When it was asked for.")
    started_at: datetime | None = pushdown.column("When a worker began.")
    completed_at: datetime | None = pushdown.column("When it ended.")
    rows = pushdown.connection(
        "rows", "What became of each row, in the file's order.", filter=LeadImportRowFilter, **ROWS_AS_IN_THE_FILE
    )
