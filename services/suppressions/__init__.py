"""Suppressions: to whom nothing is ever sent, whoever asks."""

from services.suppressions.adding import add_suppressions
from services.suppressions.drafts import Given, SuppressionDraft, SuppressionOutcome, SuppressionResult
from services.suppressions.erasing import forget_values
from services.suppressions.importing import ImportCounts, SuppressionImportDraft, import_suppressions
from services.suppressions.matching import Person, suppressed_leads, suppressed_people, suppression_of
from services.suppressions.removing import remove_suppression

__all__ = [
    "Given",
    "ImportCounts",
    "Person",
    "SuppressionDraft",
    "SuppressionImportDraft",
    "SuppressionOutcome",
    "SuppressionResult",
    "add_suppressions",
    "forget_values",
    "import_suppressions",
    "remove_suppression",
    "suppressed_leads",
    "suppressed_people",
    "suppression_of",
]
