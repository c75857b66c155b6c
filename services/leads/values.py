"""What may be known of a lead: each field's one spelling, and what is wrong with others.

For whoever creates, changes or imports leads. A check that fails leaves a finding and gives a harmless stand-in.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from services.errors import ErrorCode
from services.identities import normal_email
from services.time_zones import time_zone_name
from services.validation import Findings, Path
from services.web_address import canonical_address

LONGEST_NAME = 300
LONGEST_TEXT = 500
"""Of company, role and location."""
LONGEST_NOTES = 20_000
LONGEST_OWNER = 200
LONGEST_TAG = 64
MOST_TAGS = 50
_LONGEST_EMAIL = 254
_LONGEST_PHONE = 40
_PLAIN_EMAIL = re.compile(r"([A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@([A-Za-z0-9.-]+)")
_NO_EMAIL = "This must be an e-mail address, such as ana@team.example."


def lead_name(findings: Findings, path: Path, value: str) -> str:
    """The name, which a lead always has."""
    return findings.required_text(path, value, LONGEST_NAME)


def lead_text(findings: Findings, path: Path, value: str | None) -> str | None:
    """Company, role or location."""
    return findings.optional_text(path, value, LONGEST_TEXT)


def lead_notes(findings: Findings, path: Path, value: str | None) -> str | None:
    """Notes."""
    return findings.optional_text(path, value, LONGEST_NOTES)


def lead_owner(findings: Findings, path: Path, value: str | None) -> str | None:
    """Who is in charge."""
    return findings.optional_text(path, value, LONGEST_OWNER)


def lead_email(findings: Findings, path: Path, value: str | None) -> str | None:
    """The address in the spelling of `services.identities.normal_email`. Whether mail arrives there is not asked."""
    text = findings.optional_text(path, value, _LONGEST_EMAIL)
    if text is None or len(text) > _LONGEST_EMAIL:
        return None
    plain = _PLAIN_EMAIL.fullmatch(text)
    try:
        # One organisation's people share a domain: its validation, the greater part of the work, is done once.
        return f"{plain[1].lower()}@{_domain(plain[2])}" if plain else _email(text)
    except EmailNotValidError:
        findings.add(path, ErrorCode.MALFORMED, _NO_EMAIL)
        return None


def lead_phone(findings: Findings, path: Path, value: str | None, *, region: str | None = None) -> str | None:
    """The number in E.164, without its extension. `region` (ISO 3166) is where numbers without their + are dialled."""
    text = findings.optional_text(path, value, _LONGEST_PHONE)
    if text is None or len(text) > _LONGEST_PHONE:
        return None
    number = _e164(text, region)
    if number is None:
        example = "with its country's prefix, such as +351 210 000 000"
        findings.add(path, ErrorCode.MALFORMED, f"This must be a telephone number that exists, {example}.")
    return number


def lead_website(findings: Findings, path: Path, value: str | None) -> str | None:
    """The canonical spelling of an absolute http(s) URL."""
    if value is None or not value.strip():
        return None
    return canonical_address(findings, path, value) or None


def lead_tags(findings: Findings, path: Path, value: Sequence[str] | None) -> list[str]:
    """Each tag once whatever its case, as it is spelt first."""
    tags: dict[str, str] = {}
    for index, tag in enumerate(value or ()):
        text = findings.required_text((*path, str(index)), tag, LONGEST_TAG)
        tags.setdefault(text.casefold(), text)
    if len(tags) > MOST_TAGS:
        findings.add(path, ErrorCode.TOO_MANY, f"A lead has at most {MOST_TAGS} tags.")
    return list(tags.values())


def lead_score(findings: Findings, path: Path, value: float | None) -> float | None:
    """From 0 to 1."""
    if value is not None and not (math.isfinite(value) and 0 <= value <= 1):
        findings.add(path, ErrorCode.OUT_OF_RANGE, "This must be from 0 to 1.")
        return None
    return value


def do_not_contact(findings: Findings, path: Path, value: bool | None) -> bool:
    """Whether the person must not be contacted; null says neither."""
    if value is None:
        findings.add(path, ErrorCode.REQUIRED, "This must be true or false.")
    return bool(value)


CHECKS: Final[Mapping[str, Callable[..., Any]]] = {
    "name": lead_name,
    "email": lead_email,
    "phone": lead_phone,
    "company": lead_text,
    "role": lead_text,
    "location": lead_text,
    "time_zone": time_zone_name,
    "website": lead_website,
    "score": lead_score,
    "tags": lead_tags,
    "notes": lead_notes,
    "owner": lead_owner,
    "do_not_contact": do_not_contact,
}
"""The check of each column: `(findings, path, value)` gives its one spelling."""


def checked_values(findings: Findings, values: Mapping[str, Any], path: Path = ()) -> dict[str, Any]:
    """Values by column, each in its one spelling, with what is wrong with them noted under `path`."""
    return {column: CHECKS[column](findings, (*path, column), value) for column, value in values.items()}


def _email(text: str) -> str:
    """Raises EmailNotValidError."""
    valid = validate_email(text, check_deliverability=False).normalized
    normal = normal_email(valid)
    if normal is None or len(normal) > _LONGEST_EMAIL:
        raise EmailNotValidError(_NO_EMAIL)
    return normal


@lru_cache(maxsize=16_384)
def _domain(domain: str) -> str:
    """Raises EmailNotValidError."""
    return _email(f"a@{domain}")[2:]


@lru_cache(maxsize=4_096)
def _e164(text: str, region: str | None) -> str | None:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
