"""Where the server may listen. Without credentials every caller is trusted, so nobody else must reach it."""

import socket
from ipaddress import IPv6Address, ip_address

_REMEDY = (
    "Set CAM_HOST (or --host) to 127.0.0.1 or ::1, and reach it from elsewhere through an SSH tunnel or a proxy on "
    "this machine which asks for credentials."
)


class ExposureRefused(Exception):
    """The address would let others reach a server which asks nobody who they are."""


def check_bind(host: str) -> None:
    """Raise `ExposureRefused` unless every address that `host` stands for is loopback."""
    if not host:
        raise ExposureRefused(f"An empty host means every network interface. {_REMEDY}")
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError) as error:
        raise ExposureRefused(f"The host {host!r} is not known here ({error}). {_REMEDY}") from error
    if open_to_others := sorted(address for address in found if not _is_loopback(address)):
        raise ExposureRefused(
            f"Listening on {host} ({', '.join(open_to_others)}) would let other machines in without credentials. "
            f"{_REMEDY}"
        )


def _is_loopback(address: str) -> bool:
    parsed = ip_address(address)
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        return parsed.ipv4_mapped.is_loopback
    return parsed.is_loopback
