"""Every bound the WEB source keeps. Sizes are bytes, times are seconds."""

import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_KIB = 1024
_MIB = 1024 * _KIB
_LEAST_ROBOTS_BYTES = 500 * _KIB
_LONGEST_ROBOTS_CACHE = 24 * 3600


@dataclass(frozen=True, slots=True)
class WebSourceSettings:
    """How far, how fast and how politely the WEB source reads. Raises `ValueError` where RFC 9309 forbids a value."""

    user_agent: str = "cam-graphql/0.1 (+https://cam-graphql.example/crawler)"
    """Starts with the product token by which robots.txt addresses us, and names a URL where we can be reached."""
    allow_hosts: frozenset[str] = frozenset()
    """`host` or `host:port`, names or addresses (IPv6 in brackets): may be reached although private."""
    allow_ports: frozenset[int] = frozenset({80, 443, 8080, 8443})
    """Ports that may be reached; a `host:port` in `allow_hosts` adds its port for that host only."""

    pages_per_job: int = 2_000
    pages_per_host: int = 60
    depth: int = 4
    """Links between a seed and the furthest page; the pages of one paginated list count as one step."""
    bytes_per_page: int = 2 * _MIB
    """Decompressed. A longer page is cut there, and the connection dropped."""
    bytes_per_job: int = 512 * _MIB
    seconds_per_page: float = 20.0
    """From the first byte sent to the last received over all redirects; waiting for one's turn is not counted."""
    seconds_per_host: float = 600.0
    seconds_per_job: float = 1_800.0
    redirects: int = 5

    concurrency: int = 32
    """Requests under way at once, over all hosts and searches of one source."""
    concurrency_per_host: int = 1
    delay: float = 1.0
    """Least time between the starts of two requests to one host. A host may ask for more by Crawl-delay."""
    longest_delay: float = 30.0
    """A host that asks for more than this (Crawl-delay, Retry-After) is left out."""
    failures_per_host: int = 3
    """A host which fails this often in a row is given up."""

    robots_bytes: int = 512 * _KIB
    robots_cache_seconds: float = 12 * 3600.0
    robots_failure_cache_seconds: float = 60.0
    """How long a robots.txt that could not be fetched forbids its host."""
    robots_cache_entries: int = 1_000

    parse_processes: int = max(1, (os.cpu_count() or 2) - 1)
    parse_seconds: float = 15.0
    """A child which parses one page for longer is replaced."""
    parse_memory_bytes: int = 512 * _MIB
    """Memory which one page may make a child take before it is stopped."""
    parse_idle_memory_bytes: int = 130 * _MIB
    """A child which keeps more than this between two pages is replaced."""
    parse_idle_seconds: float = 60.0
    """Children are stopped when nothing was parsed for so long."""

    def __post_init__(self) -> None:
        if self.robots_bytes < _LEAST_ROBOTS_BYTES:
            raise ValueError("robots_bytes must be at least 500 KiB (RFC 9309, 2.5)")
        if self.robots_cache_seconds > _LONGEST_ROBOTS_CACHE:
            raise ValueError("robots_cache_seconds must be at most 24 hours (RFC 9309, 2.4)")
        if not re.match(r"[A-Za-z_-]+", self.user_agent):
            raise ValueError("user_agent must start with a product token of letters, '_' and '-' (RFC 9309, 2.2.1)")
        if bad := [entry for entry in self.allow_hosts if not _names_a_host(entry)]:
            raise ValueError(f"allow_hosts must hold 'host' or 'host:port', not {', '.join(sorted(bad))!r}")

    @property
    def product_token(self) -> str:
        """The name by which robots.txt and `X-Robots-Tag` address us."""
        found = re.match(r"[A-Za-z_-]+", self.user_agent)
        return found.group() if found else ""


def _names_a_host(entry: str) -> bool:
    try:
        parts = urlsplit(f"//{entry}")
        whole = parts.netloc == entry and not re.search(r"[\s@]", entry)
        return whole and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
