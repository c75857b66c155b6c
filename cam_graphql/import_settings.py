"""The settings of uploads, imports and exports, as variables. What a default is, the services decide."""

from datetime import timedelta
from typing import Annotated

from pydantic import ByteSize, Field, PositiveFloat, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.exports import ExportLimits
from services.imports import ImportLimits, UploadLimits

_UPLOAD = UploadLimits()
_IMPORT = ImportLimits()
_EXPORT = ExportLimits()


class ImportSettings(BaseSettings):
    """`CAM_UPLOAD_…`, `CAM_IMPORT_…` and `CAM_EXPORT_…` bound what comes in and goes out as files."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    upload_max_bytes: Annotated[ByteSize, Field(ge=1)] = ByteSize(_UPLOAD.largest)
    """Bytes of one file sent to `/uploads` at most, e.g. `64MiB`."""
    upload_max_total_bytes: Annotated[ByteSize, Field(ge=1)] = ByteSize(_UPLOAD.all_together)
    """Bytes of all files kept at most; more are refused until some are old enough to go."""
    upload_lifetime: PositiveFloat = _UPLOAD.lifetime.total_seconds()
    """Seconds for which a file is kept."""
    import_max_rows: PositiveInt = _IMPORT.rows
    """Rows of one import at most."""
    export_lifetime: PositiveFloat = _EXPORT.lifetime.total_seconds()
    """Seconds for which the address of an export can be used, once."""

    def upload_limits(self) -> UploadLimits:
        """How much is kept, and for how long."""
        return UploadLimits(
            largest=self.upload_max_bytes,
            all_together=self.upload_max_total_bytes,
            lifetime=timedelta(seconds=self.upload_lifetime),
        )

    def import_limits(self) -> ImportLimits:
        """How much one import takes."""
        return ImportLimits(rows=self.import_max_rows)

    def export_limits(self) -> ExportLimits:
        """How long an export can be fetched."""
        return ExportLimits(lifetime=timedelta(seconds=self.export_lifetime))
