"""Reading imports, and looking into files before they are imported."""

from typing import Annotated

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.imports.inputs import PreviewImportInput
from resolvers.imports.orderings import IMPORTS_NEWEST_FIRST, LeadImportFilter
from services.imports import ImportField, Preview, preview_import
from services.validation import storable


@strawberry.type(description="A column of a file, what it fills, and what is in it.")
class PreviewedColumn:
    """A column, before anything is imported."""

    column: str = strawberry.field(description="The column's name; of several alike, the second is `… (2)`.")
    field: ImportField | None = strawberry.field(description="The field it would fill; null where it is not read.")
    samples: list[str] = strawberry.field(
        description="What the file's first rows have in it, at most 10; empty where that is nothing."
    )


@strawberry.type(description="How a file would be read.")
class ImportPreview:
    """A file, before anything is imported."""

    format: models.ImportFormat = strawberry.field(description="What it is written in.")
    encoding: str = strawberry.field(description="The encoding of its text.")
    delimiter: str | None = strawberry.field(description="What stands between the cells of a CSV file.")
    columns: list[PreviewedColumn] = strawberry.field(description="Its columns, in their order.")


async def _preview_import(
    input: Annotated[PreviewImportInput, strawberry.argument(description="Which file, and how.")],
) -> ImportPreview:
    return _shown(await preview_import(input.upload_token, input.told(), input.columns()))


@requires(Role.VIEWER, preview_import=Role.OPERATOR)
@strawberry.type
class ImportQueries:
    """Fields of `Query`."""

    lead_import = pushdown.row(models.LeadImport, "The import with this id; null where there is none.")
    lead_imports = pushdown.rows(
        models.LeadImport, "All imports, the newest first.", filter=LeadImportFilter, **IMPORTS_NEWEST_FIRST
    )

    preview_import: ImportPreview = strawberry.field(
        resolver=_preview_import, description="How a file that was sent to `POST /uploads` would be read."
    )


def _shown(preview: Preview) -> ImportPreview:
    form = preview.form
    columns = [
        PreviewedColumn(
            column=column,
            field=preview.fields.get(column),
            samples=[_sample(row.values.get(column, "")) for row in preview.rows],
        )
        for column in form.columns
    ]
    return ImportPreview(format=form.format, encoding=form.encoding, delimiter=form.delimiter, columns=columns)


def _sample(value: str | tuple[str, ...]) -> str:
    return storable(", ".join(value) if isinstance(value, tuple) else value)
