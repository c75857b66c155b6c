"""The secrets of API tokens: what they look like, and what is kept of them."""

import hashlib
import re
from base64 import urlsafe_b64encode
from collections.abc import Callable

_FORM = re.compile(r"cam_([A-Za-z0-9_-]{43})([0-9a-f]{8})")
_BYTES = 32
PREFIX = 12
"""Letters of a secret that are shown: eight of them are its own."""


def new_secret(random_bytes: Callable[[int], bytes]) -> str:
    """`cam_`, 32 random bytes in base64url, and the first eight hexadecimal digits of their text's SHA-256.

    The beginning is for programs that look for secrets in code, the end tells a mistyped one without a look at the
    database.
    """
    body = urlsafe_b64encode(random_bytes(_BYTES)).decode().rstrip("=")
    return f"cam_{body}{_check(body)}"


def is_secret(text: str) -> bool:
    """Whether a text can be one of our secrets."""
    found = _FORM.fullmatch(text)
    return found is not None and found[2] == _check(found[1])


def digest_of(secret: str) -> str:
    """What is kept: the SHA-256 in hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _check(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:8]
