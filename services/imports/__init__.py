"""Imports: files of leads become leads, each person once, with a word on every row."""

from services.imports.candidates import ImportKey
from services.imports.fields import ImportField
from services.imports.forms import Told
from services.imports.jobs import (
    ColumnDraft,
    LeadImportDraft,
    Preview,
    cancel_lead_import,
    import_leads,
    preview_import,
)
from services.imports.performing import DEFAULT_IMPORT_LIMITS, ImportLimits, OwnId, fail, perform
from services.imports.uploads import DEFAULT_UPLOAD_LIMITS, StoredUpload, UploadLimits, store_upload

__all__ = [
    "DEFAULT_IMPORT_LIMITS",
    "DEFAULT_UPLOAD_LIMITS",
    "ColumnDraft",
    "ImportField",
    "ImportKey",
    "ImportLimits",
    "LeadImportDraft",
    "OwnId",
    "Preview",
    "StoredUpload",
    "Told",
    "UploadLimits",
    "cancel_lead_import",
    "fail",
    "import_leads",
    "perform",
    "preview_import",
    "store_upload",
]
