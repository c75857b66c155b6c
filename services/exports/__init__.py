"""Exports: a campaign's leads as a file, at an address that works once."""

from services.exports.asking import (
    DEFAULT_EXPORT_LIMITS,
    FILE_NAMES,
    Condition,
    ExportDraft,
    ExportLimits,
    ExportTicket,
    address,
    export_leads,
)
from services.exports.writing import Taken, take_export, written

__all__ = [
    "DEFAULT_EXPORT_LIMITS",
    "FILE_NAMES",
    "Condition",
    "ExportDraft",
    "ExportLimits",
    "ExportTicket",
    "Taken",
    "address",
    "export_leads",
    "take_export",
    "written",
]
