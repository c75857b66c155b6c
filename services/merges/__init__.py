"""Merges: several leads which are one person become one, and can be parted again; and how such leads are found."""

from services.merges.duplicates import Duplicates, find_duplicates
from services.merges.likelihood import EvidenceKind
from services.merges.merging import Merged, MergeRequest, merge_leads
from services.merges.planning import MergeField, MergePlan
from services.merges.undoing import undo_merge

__all__ = [
    "Duplicates",
    "EvidenceKind",
    "MergeField",
    "MergePlan",
    "MergeRequest",
    "Merged",
    "find_duplicates",
    "merge_leads",
    "undo_merge",
]
