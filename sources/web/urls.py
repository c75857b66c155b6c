"""One spelling for each web address, so that equal addresses compare equal."""

import ipaddress
import re
from urllib.parse import quote, urljoin

import idna

MAX_URL_LENGTH = 2000
"""Longer addresses are link traps more often than pages."""

_TRACKING_PARAMETERS = re.compile(r"(?:utm_[^=]*|gclid|fbclid|msclkid|mc_eid)(?:=.*)?\Z", re.IGNORECASE | re.DOTALL)
_CANONICAL_ALREADY = re.compile(
    r"https?://(?=[a-z0-9.-]{1,253}[:/])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
    r"(?::(?!80/|443/)[1-5]?[0-9]{2,4})?/[A-Za-z0-9_~!$&'()*+,;=:@/.-]*"
)
_ORIGIN_AND_FOLDER = re.compile(r"(https?://[^/?#\\]+)/(?:[^/?#\\]*/)*")
_PLAIN_PATH = re.compile(r"(?:\.\./)*[A-Za-z0-9_~][A-Za-z0-9_~./-]*")
_STRIPPED = "".join(map(chr, range(0x21)))
_REMOVED = str.maketrans("", "", "\t\n\r")
_HOST = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
)
_PARTS = re.compile(r"(https?)://([^/?#\\]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_AUTHORITY = re.compile(r"(\[[^\[\]@]*\]|[^\[\]:@]*)(?::([0-9]{0,5}))?")
"""Host and port. A user name is left out on purpose."""
_PLAIN = re.compile(r"[A-Za-z0-9._~/:@!$&'()*+,;=-]*")
_LAST_PORT = 65_535
_DEFAULT_PORTS = {"http": 80, "https": 443}
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_BARE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_PATH_SAFE = "%/:@!$&'()*+,;=~"
_QUERY_SAFE = _PATH_SAFE + "?"


def canonical_url(url: str) -> str | None:
    """The canonical spelling of an absolute http(s) URL, or None where it is none.

    Scheme and host are lower-case, the host in punycode, default port, fragment and tracking parameters (`utm_*` and
    the click identifiers of the big advertisers) dropped, dot segments resolved, percent-encoding normalised. The
    order of the query is kept, for some servers read meaning into it. Addresses with a user name in them are refused:
    they name no public page.
    """
    if len(url) > MAX_URL_LENGTH:
        return None
    if _CANONICAL_ALREADY.fullmatch(url) and "/." not in url:
        return url
    try:
        return _canonical(url)
    except ValueError:
        return None


def resolve_url(base: str, reference: str) -> str | None:
    """The canonical URL of a reference found on a page whose base URL is `base`; None where it is not http(s)."""
    reference = reference.strip(_STRIPPED)
    if reference.startswith(("http://", "https://")):
        return canonical_url(reference)
    if len(reference) > MAX_URL_LENGTH:
        return None
    # The two usual forms without `urljoin`, which takes longer than all the rest of reading a link.
    folder = _ORIGIN_AND_FOLDER.match(base)
    if folder is not None:
        if reference.startswith("/") and not reference.startswith(("//", "/\\")):
            return canonical_url(folder[1] + reference)
        if _PLAIN_PATH.fullmatch(reference):
            return canonical_url(folder[0] + reference)
    try:
        return canonical_url(urljoin(base, reference.replace("\\", "/")))
    except ValueError:
        return None


def url_key(url: str) -> str:
    """What two spellings of one page's canonical URL share: no scheme, no `www.`, no closing slash."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/")


def url_host(url: str) -> str:
    """The host of a canonical URL, with its port if that is none of the usual, without `www.`."""
    return url_key(url).partition("/")[0]


def _canonical(url: str) -> str | None:
    parts = _PARTS.match(url.strip(_STRIPPED).translate(_REMOVED))
    authority = _AUTHORITY.fullmatch(parts[2]) if parts else None
    if parts is None or authority is None:
        return None
    scheme = parts[1].lower()
    host = _canonical_host(authority[1])
    port = int(authority[2] or _DEFAULT_PORTS[scheme])
    if host is None or port > _LAST_PORT:
        return None
    usual = port == _DEFAULT_PORTS[scheme]
    path = _resolve_dots(_encode(parts[3].replace("\\", "/"), _PATH_SAFE)) or "/"
    query = parts[4] and "&".join(p for p in parts[4].split("&") if p and not _TRACKING_PARAMETERS.match(p))
    canonical = (
        f"{scheme}://{host}{'' if usual else f':{port}'}{path}{'?' + _encode(query, _QUERY_SAFE) if query else ''}"
    )
    return canonical if len(canonical) <= MAX_URL_LENGTH else None


def _canonical_host(host: str) -> str | None:
    if host.startswith("["):
        return f"[{ipaddress.IPv6Address(host[1:-1]).compressed}]"
    host = host.lower().removesuffix(".")
    if not host.isascii():
        host = idna.encode(host, uts46=True, transitional=False).decode("ascii")
    return host if _HOST.fullmatch(host) else None


def _encode(part: str, safe: str) -> str:
    """Percent-encoding in one form: unreserved characters bare, escapes in upper case, everything else escaped."""
    if _PLAIN.fullmatch(part):
        return part
    encoded = quote(_BARE_PERCENT.sub("%25", part), safe=safe, errors="replace")
    return _ESCAPE.sub(_normal_escape, encoded)


def _normal_escape(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character in _UNRESERVED else escape[0].upper()


def _resolve_dots(path: str) -> str:
    if "/." not in path:
        return path
    resolved: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in {".", ".."}:
        resolved.append("")
    return "/" + "/".join(resolved)
