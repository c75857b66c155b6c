"""Web addresses in input."""

from urllib.parse import urlsplit

from services.errors import ErrorCode
from services.validation import Findings, Path
from sources.web.urls import MAX_URL_LENGTH, canonical_url


def canonical_address(findings: Findings, path: Path, value: str) -> str:
    """The canonical spelling of an absolute http(s) URL without credentials; empty, with a finding, for others."""
    text = findings.required_text(path, value, MAX_URL_LENGTH)
    if not text or len(text) > MAX_URL_LENGTH:
        return ""
    canonical = None if any(character.isspace() for character in text) else canonical_url(text)
    if canonical is None:
        findings.add(path, ErrorCode.MALFORMED, _what_is_wrong(text))
        return ""
    return canonical


def _what_is_wrong(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if "@" in parts.netloc:
        return "This must not carry a user name or a password."
    if parts.netloc and parts.scheme.lower() not in ("http", "https"):
        return "This must be an http or https URL."
    return "This must be an absolute http or https URL, such as https://team.example/people."
