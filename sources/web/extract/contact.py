"""E-mail addresses and telephone numbers in the one form in which they can be compared."""

import re
from functools import lru_cache
from urllib.parse import unquote

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from sources.web.extract.countries import region_of_country

_EMAIL_LENGTH = 254
_PLAIN_EMAIL = re.compile(r"(?=[^@]{1,64}@)([A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*)@([A-Za-z0-9.-]+)")
_PHONE_LENGTH = 40
_SPOKEN_EXTENSION = re.compile(r"\(0\)")


def normal_email(raw: str) -> str | None:
    """The address with a lower-case domain, without `mailto:` and display name; None where it is none."""
    raw = raw.strip()
    if raw[:7].lower() == "mailto:":
        raw = unquote(raw[7:].partition("?")[0]).partition(",")[0].strip()
    if raw.endswith(">") and "<" in raw:
        raw = raw[raw.rindex("<") + 1 : -1]
    if "@" not in raw or len(raw) > _EMAIL_LENGTH:
        return None
    plain = _PLAIN_EMAIL.fullmatch(raw)
    if plain is None:
        return _validated(raw)
    # One organisation's people share a domain: its validation, the greater part of the work, is done once.
    stand_in = _validated_domain(plain[2])
    return stand_in and f"{plain[1]}{stand_in}"


@lru_cache(maxsize=1_000)
def _validated_domain(domain: str) -> str | None:
    address = _validated(f"a@{domain}")
    return address and address[1:]


def _validated(address: str) -> str | None:
    try:
        return validate_email(address, check_deliverability=False).normalized
    except EmailNotValidError:
        return None


def normal_phone(raw: str, country: str | None) -> str | None:
    """The number in E.164, or None where it is not certain.

    A number without its country's prefix is read only if `country`, the name or ISO 3166 code of the person's country,
    says whose it is.
    """
    raw = raw.strip()
    if raw[:4].lower() == "tel:":
        raw = unquote(raw[4:])
    if not raw or len(raw) > _PHONE_LENGTH:
        return None
    region = region_of_country(country) if country else None
    try:
        number = phonenumbers.parse(_SPOKEN_EXTENSION.sub("", raw), region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
