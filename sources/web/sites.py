"""What counts as one host: for its pace, its budget, and the border a crawl does not cross."""

from yarl import URL

_DEFAULT_PORTS = frozenset({80, 443})


def site_of(url: URL) -> str:
    """The host without `www.`, and its port; http and https on their own ports are one site."""
    port = "" if url.port in _DEFAULT_PORTS else f":{url.port}"
    return _host(url).removeprefix("www.") + port


def origin_of(url: URL) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    return f"{url.scheme}://{_host(url)}:{url.port}"


def _host(url: URL) -> str:
    host = (url.host or "").lower().rstrip(".")
    return f"[{host}]" if ":" in host else host
