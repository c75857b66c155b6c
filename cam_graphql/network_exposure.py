"""Whether others can reach an address: then credentials must not travel to it unencrypted."""

import socket
from ipaddress import IPv6Address, ip_address


def reaches_others(host: str) -> bool:
    """Whether other machines can reach what listens on `host`. Raises OSError for a name that is not known here."""
    if not host:  # every network interface
        return True
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise OSError(f"The host {host!r} is not known here ({error}). Set CAM_HOST (or --host) to another.") from error
    return not all(map(_is_loopback, found))


def _is_loopback(address: str) -> bool:
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        return parsed.ipv4_mapped.is_loopback
    return parsed.is_loopback
