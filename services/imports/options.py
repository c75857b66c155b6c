"""How a file is read and what its rows are read for, as an import's row keeps it."""

from collections.abc import Mapping, Sequence
from typing import Any

from models import ImportFormat
from services.imports.candidates import ImportKey, Manner
from services.imports.fields import ImportField
from services.imports.forms import Form


def stored(form: Form, manner: Manner) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The options and the mapping of `models.LeadImport`."""
    options = {
        "format": form.format,
        "encoding": form.encoding,
        "delimiter": form.delimiter,
        "columns": list(form.columns),
        "country": manner.region,
        "tags": list(manner.tags),
        "owner": manner.owner,
        "match_by": sorted(manner.match_by),
    }
    return options, [{"column": column, "field": field} for column, field in manner.fields.items()]


def restored(options: Mapping[str, Any], mapping: Sequence[Mapping[str, str]]) -> tuple[Form, Manner]:
    """What `stored` kept."""
    form = Form(ImportFormat(options["format"]), options["encoding"], options["delimiter"], tuple(options["columns"]))
    manner = Manner(
        fields={entry["column"]: ImportField(entry["field"]) for entry in mapping},
        region=options["country"],
        tags=tuple(options["tags"]),
        owner=options["owner"],
        match_by=frozenset(map(ImportKey, options["match_by"])),
    )
    return form, manner
