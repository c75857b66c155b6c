"""Which addresses may be reached: public ones, and hosts a setting names.

The check happens when a socket is made, on the very address it is about to be connected to. A name that resolves to a
private address, a name that resolves differently the second time, and every odd spelling of an address therefore meet
the same check. aiohttp asks no resolver about literal addresses, but it makes their sockets here, too.
"""

import socket
from contextvars import ContextVar
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from yarl import URL

from sources.web.settings import WebSourceSettings

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]

_WHAT_MUST_NOT_BE_REACHED = (
    (ip_network("169.254.169.254/32"), "a cloud metadata address"),
    (ip_network("168.63.129.16/32"), "a cloud metadata address"),  # Azure's, in public space
    (ip_network("fd00:ec2::/32"), "a cloud metadata address"),
    (ip_network("192.0.0.0/24"), "a reserved address"),  # holds another cloud's metadata; older Pythons miss most of it
    (ip_network("100.64.0.0/10"), "a carrier-grade NAT address"),
    (ip_network("192.88.99.0/24"), "a reserved address"),
    (ip_network("3fff::/20"), "a reserved address"),
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_TRANSLATED = IPv6Network("64:ff9b::/96")
_COMPATIBLE = IPv6Network("::/96")


class AddressRefused(OSError):
    """The address must not be reached. Being an `OSError`, it passes through aiohttp like a failed connection."""


def why_refused(address: str) -> str | None:
    """Say what kind of address this is if it must not be reached, None if it is public. Unreadable ones are refused."""
    try:
        return _why_refused(ip_address(address.partition("%")[0]))
    except ValueError:
        return "not an address"


def _why_refused(address: IPv4Address | IPv6Address) -> str | None:
    if isinstance(address, IPv6Address) and (embedded := _embedded_ipv4(address)) is not None:
        return _why_refused(embedded)
    for network, kind in _WHAT_MUST_NOT_BE_REACHED:
        if address in network:
            return kind
    for kind, applies in (
        ("an unspecified address", address.is_unspecified),
        ("a loopback address", address.is_loopback),
        ("a link-local address", address.is_link_local),
        ("a multicast address", address.is_multicast),
        ("a private address", address.is_private and not address.is_reserved),
    ):
        if applies:
            return kind
    if not address.is_global or (isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST):
        return "a reserved address"
    return None


def _embedded_ipv4(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a packet to this IPv6 address ends up at."""
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    # ::1 and :: are IPv6's own; everything else below ::/96 is the old "compatible" form.
    if address in _COMPATIBLE and int(address) > 1:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


_connecting_to: ContextVar[tuple[str, int] | None] = ContextVar("connecting_to", default=None)


class AddressGuard:
    """Decides for one installation's settings, before a request on the URL, and on every address at connect time."""

    def __init__(self, settings: WebSourceSettings) -> None:
        self._allowed = frozenset(_allowed(entry) for entry in settings.allow_hosts)
        self._allow_ports = settings.allow_ports

    def check_url(self, url: URL) -> None:
        """Raise `AddressRefused` if the URL's scheme, credentials or port are not for us to follow."""
        if url.scheme not in {"http", "https"} or not url.host:
            raise AddressRefused("not an http or https address")
        if url.user is not None or url.password is not None:
            raise AddressRefused("the address carries credentials")
        host, port = _asked_for(url)
        if port not in self._allow_ports and (host, port) not in self._allowed:
            raise AddressRefused(f"port {port} is not allowed")

    def announce(self, url: URL) -> None:
        """Tell the sockets which this task is about to open for whom they are."""
        _connecting_to.set(_asked_for(url))

    def open_socket(self, addr_info: AddrInfo) -> socket.socket:
        """Make the socket for one resolved address, or raise `AddressRefused`. This is aiohttp's `socket_factory`."""
        family, kind, protocol, _, address = addr_info
        asked_for = _connecting_to.get()
        if asked_for is None:
            raise AddressRefused("nobody said for which host this connection is")
        host, port = asked_for
        if address[1] != port:
            raise AddressRefused("the connection leads to another port than the URL")
        reason = why_refused(str(address[0]))
        if reason is not None and self._allowed.isdisjoint({(host, port), (host, None)}):
            raise AddressRefused(f"{host} is {reason}" if host == address[0] else f"{host} leads to {reason}")
        return socket.socket(family, kind, protocol)


def _allowed(entry: str) -> tuple[str, int | None]:
    """Host, and port if one is named, of an entry of `allow_hosts`."""
    url = URL(f"http://{entry}")
    return _asked_for(url)[0], url.explicit_port


def _asked_for(url: URL) -> tuple[str, int]:
    """One spelling of the URL's host (lower case, no trailing dot), and its port."""
    return (url.raw_host or "").lower().rstrip("."), url.port or 0
