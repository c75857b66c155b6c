"""The one spelling of what is suppressed. Who is added and who is asked about take the same way."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from models import Platform, SuppressionKind
from services.identities import domain_in_ascii, normal_email
from services.leads.values import lead_phone
from services.validation import Findings, is_storable

LONGEST_VALUE = 1_000
"""Characters of a value. The longest e-mail address has 254."""
_LONGEST_EMAIL = 254
_LONGEST_DOMAIN = 253
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""What comes along unseen when texts are copied from pages and tables."""
_NO_ADDRESS = re.compile(r'[\s"<>,;:\\()]')
_NO_DOMAIN = re.compile(r"[\s@/\\:,;?#<>()\"']")


def normal_value(kind: SuppressionKind, text: str, *, region: str | None = None) -> str | None:
    """The one spelling of an e-mail address, domain, telephone number or handle; None where the text is none.

    Telephone numbers become E.164, those without their + as they are dialled in `region` (ISO 3166). A handle is
    `PLATFORM:handle`. A lead's value is its id and has one spelling only.
    """
    if not is_storable(text) or len(text) > LONGEST_VALUE:
        return None
    visible = _INVISIBLE.sub("", text).strip()
    match kind:
        case SuppressionKind.EMAIL:
            return _email(visible)
        case SuppressionKind.DOMAIN:
            return _domain(visible)
        case SuppressionKind.PHONE:
            return _phone(visible, region)
        case SuppressionKind.HANDLE:
            return _handle(visible)
        case SuppressionKind.LEAD:
            return visible if visible.isascii() and visible.isdecimal() else None


def without_tag(email: str) -> str:
    """A normalised address without what follows a + before its @: `ana+news@mail.example` is where `ana@` is."""
    local, _, domain = email.rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def domains_of(email: str) -> Iterator[str]:
    """The domain of a normalised address, and every domain which that belongs to but the topmost."""
    domain = email.rpartition("@")[2]
    while "." in domain:
        yield domain
        domain = domain.partition(".")[2]


def _email(text: str) -> str | None:
    email = _settled(normal_email, text.removeprefix("mailto:"))
    if email is None or len(email) > _LONGEST_EMAIL or _NO_ADDRESS.search(email) or email.startswith("@"):
        return None
    return email


def _domain(text: str) -> str | None:
    """As lists of domains write it: `@mail.example`, `*.mail.example` and `.mail.example` are the domain, too.

    A topmost domain alone is none: it would be half the world.
    """
    domain = _settled(_bare_domain, text)
    if domain is None or len(domain) > _LONGEST_DOMAIN or _NO_DOMAIN.search(domain) or "*" in domain:
        return None
    labels = domain.split(".")
    return domain if len(labels) > 1 and all(labels) else None


def _bare_domain(text: str) -> str:
    bare = unicodedata.normalize("NFC", text).lower().strip().lstrip("@").removeprefix("*").strip(".")
    return domain_in_ascii(bare).strip(".")


def _phone(text: str, region: str | None) -> str | None:
    if region is None and text.startswith("00"):
        text = f"+{text[2:]}"
    return lead_phone(Findings(), (), text, region=region)


def _handle(text: str) -> str | None:
    platform, colon, handle = text.partition(":")
    platform, bare = platform.strip().upper(), _settled(_bare_handle, handle)
    if not colon or platform not in Platform.__members__ or not bare:
        return None
    return f"{platform}:{bare}"


def _bare_handle(handle: str) -> str:
    return unicodedata.normalize("NFC", handle).casefold().strip().lstrip("@").strip()


def _settled(spell: Callable[[str], str | None], text: str) -> str | None:
    """What a spelling comes to where it is applied again and again: letters of some scripts need it twice."""
    for _ in range(4):
        spelt = spell(text)
        if spelt is None or spelt == text:
            return spelt
        text = spelt
    return text
