"""By what a person is recognised within a campaign: an account, a profile's address, an e-mail address.

A name never is such a key. Nor is a link by itself, for colleagues link to the same places: see `linked_addresses`.
"""

import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

import idna

from models import IdentityKind
from sources.web.urls import canonical_url, url_key

LONGEST_VALUE = 2_000
"""Bytes of a value. An index cannot hold rows of more than about 2,700 bytes; longer values end in their hash."""
_HASH_LENGTH = 64


@dataclass(frozen=True, slots=True)
class IdentityKey:
    """A key, unique within a campaign. Two people never share one; one person may have several of a kind."""

    kind: IdentityKind
    value: str


def identity_keys(platform: str, handle: str, profile_url: str, email: str | None) -> tuple[IdentityKey, ...]:
    """A profile's own keys, the most telling first: account, address, e-mail."""
    keys = [
        IdentityKey(IdentityKind.HANDLE, _bounded(f"{platform}:{handle}")),
        address_key(profile_url),
    ]
    if email and (key := email_key(email)):
        keys.append(key)
    return tuple(keys)


def email_key(email: str) -> IdentityKey | None:
    """The key of whoever has this e-mail address; None for a text that is none."""
    normalised = normal_email(email)
    return IdentityKey(IdentityKind.EMAIL, _bounded(normalised)) if normalised else None


def linked_addresses(links: Iterable[str]) -> tuple[IdentityKey, ...]:
    """The addresses a profile links to as the same person's (`sameAs`, `rel=me`), in alphabetical order.

    Such a key leads to whoever has that very address as a profile's own. That two people link to it says nothing.
    """
    return tuple(sorted(set(map(address_key, links)), key=lambda key: key.value))


def normal_email(email: str) -> str | None:
    """The one spelling of an e-mail address, in lower case and with its domain in ASCII; None where it is none.

    The part before the @ is lower-cased, too: servers which tell `Ana@` from `ana@` exist in standards only.
    """
    local, at, domain = unicodedata.normalize("NFC", email.strip()).lower().rpartition("@")
    domain = domain.rstrip(".")
    if not (local and at and domain):
        return None
    return f"{local}@{domain_in_ascii(domain)}"


@lru_cache(maxsize=16_384)
def domain_in_ascii(domain: str) -> str:
    """A domain as name servers know it; one that is unusual stays as it stands."""
    with suppress(idna.IDNAError):  # with an underscore perhaps
        domain = idna.encode(domain, uts46=True, transitional=False).decode("ascii")
    return domain


def address_key(url: str) -> IdentityKey:
    """An address without what does not tell people apart: http or https, `www.`, a closing slash.

    The fragment stays. It names one of several people who have only a place on a common page.
    """
    page, _, fragment = url.partition("#")
    canonical = canonical_url(page)
    address = f"https://{url_key(canonical)}" if canonical else page
    return IdentityKey(IdentityKind.PROFILE_URL, _bounded(f"{address}#{fragment}" if fragment else address))


def _bounded(value: str) -> str:
    encoded = value.encode()
    if len(encoded) <= LONGEST_VALUE:
        return value
    kept = encoded[: LONGEST_VALUE - _HASH_LENGTH - 1].decode("utf-8", "ignore")
    return f"{kept}-{sha256(encoded).hexdigest()}"
