"""Web addresses in input."""

from urllib.parse import urlsplit

from services.errors import ErrorCode
from services.validation import Findings, Path

LONGEST_ADDRESS = 2_000


def canonical_address(findings: Findings, path: Path, value: str) -> str:
    """An absolute http(s) URL with a host and without credentials, or what is wrong with it as a finding."""
    text = findings.required_text(path, value, LONGEST_ADDRESS)
    if not text:
        return text
    try:
        parts = urlsplit(text)
        sound = bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or any(character.isspace() for character in text):
        findings.add(path, ErrorCode.MALFORMED, "This must be an absolute URL, such as https://team.example/people.")
    elif parts.scheme.lower() not in ("http", "https"):
        findings.add(path, ErrorCode.MALFORMED, "This must be an http or https URL.")
    elif parts.username is not None or parts.password is not None:
        findings.add(path, ErrorCode.MALFORMED, "This must not carry a user name or a password.")
    return text
