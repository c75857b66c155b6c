"""Exports: a campaign's leads as a file, at an address that works once."""

from services.exports.asking import Condition, ExportDraft, ExportLimits, ExportTicket, export_leads
from services.exports.writing import Taken, take_export, written

__all__ = [
    "Condition",
    "ExportDraft",
    "ExportLimits",
    "ExportTicket",
    "Taken",
    "export_leads",
    "take_export",
    "written",
]
