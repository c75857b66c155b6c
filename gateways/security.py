"""How connections to mail servers are protected."""

import ssl
from enum import StrEnum
from pathlib import Path


class Security(StrEnum):
    """How a connection is protected."""

    TLS = "TLS"
    """From its beginning (RFC 8314)."""
    STARTTLS = "STARTTLS"
    """Before anything but greetings is said; a server that does not offer it is not spoken to."""
    NONE = "NONE"


def tls(ca_file: Path | None) -> ssl.SSLContext:
    """What a server must prove. `ca_file` holds certificates to trust besides the system's; OSError where it cannot."""
    context = ssl.create_default_context()
    if ca_file is not None:
        context.load_verify_locations(ca_file)
    return context
