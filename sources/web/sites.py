"""What counts as one host: for its pace, its budget, and the border a crawl does not cross."""

import re

_AUTHORITY = re.compile(r"(https?)://([^/?#]*)", re.IGNORECASE)
_DEFAULT_PORTS = re.compile(r":(?:80|443)?$")


def site_of(url: str) -> str:
    """The host without `www.`, and its port; http and https on their own ports are one site.

    Raises `ValueError` for what is no absolute http(s) URL.
    """
    host, _, port = _split(url)
    return _DEFAULT_PORTS.sub("", f"{host.removeprefix('www.')}{port}")


def origin_of(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for. Raises `ValueError` like `site_of`."""
    host, scheme, port = _split(url)
    return f"{scheme}://{host}{port or (':443' if scheme == 'https' else ':80')}"


def _split(url: str) -> tuple[str, str, str]:
    """Host, scheme, and port with its colon."""
    found = _AUTHORITY.match(url)
    if found is None:
        raise ValueError("not an absolute http or https URL")
    authority = found[2].rpartition("@")[2].lower()
    host, colon, port = authority.rpartition(":")
    if not colon or port.endswith("]"):
        host, colon, port = authority, "", ""
    return host.rstrip("."), found[1].lower(), f":{port}" if port else ""
