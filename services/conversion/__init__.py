"""Conversion: profiles become leads, each person once a campaign."""

from services.conversion.converting import convert_profiles
from services.conversion.outcomes import ConversionOutcome, ConversionResult

__all__ = ["ConversionOutcome", "ConversionResult", "convert_profiles"]
