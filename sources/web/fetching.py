"""One request: bounded in time and size, checked at connect time, and never followed elsewhere by itself."""

import asyncio
import ssl
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp
from aiohttp.abc import AbstractResolver
from aiohttp.client_exceptions import ClientConnectorError
from multidict import CIMultiDictProxy
from yarl import URL

from sources.web.addresses import AddressGuard, AddressRefused
from sources.web.settings import WebSourceSettings

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 64 * 1024


class FetchFailed(Exception):
    """No answer came that could be read. The message says why, in an operator's words."""

    def __init__(self, message: str, *, refused: bool = False) -> None:
        super().__init__(message)
        self.refused = refused
        """Our own address rules forbade the request: nothing was sent."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. `body` is empty unless the status is 200 and the content type was asked for."""

    url: URL
    status: int
    content_type: str | None
    robots_header: str | None
    retry_after: str | None
    redirected_to: URL | None
    body: bytes
    truncated: bool
    wanted: bool
    """Whether the content type is one of those asked for."""


class Fetcher:
    """One search's connections. Use as an async context manager: leaving it drops every connection.

    Names are looked up by `resolver`, the system's unless given.
    """

    def __init__(
        self, settings: WebSourceSettings, guard: AddressGuard, resolver: AbstractResolver | None = None
    ) -> None:
        self._settings = settings
        self._guard = guard
        self._resolver = resolver

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, socket_factory=self._guard.open_socket, resolver=self._resolver),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            timeout=aiohttp.ClientTimeout(total=None),
            headers={"User-Agent": self._settings.user_agent},
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def get(self, url: URL, *, accept: "Acceptable", max_bytes: int, seconds: float) -> Response:
        """Send one GET request. `seconds` bounds all from the name's look-up to the body. Raises `FetchFailed`."""
        try:
            self._guard.check_url(url)
            self._guard.announce(url)
            async with asyncio.timeout(seconds):
                async with self._session.get(url, allow_redirects=False, headers={"Accept": accept.header}) as response:
                    return await _read(url, response, accept, max_bytes)
        except AddressRefused as error:
            raise FetchFailed(str(error), refused=True) from error
        except ClientConnectorError as error:
            refused = isinstance(error.os_error, AddressRefused)
            raise FetchFailed(_connection_failure(error), refused=refused) from error
        except TimeoutError as error:
            raise FetchFailed(f"no complete answer within {seconds:.0f} s") from error
        except (aiohttp.ClientPayloadError, aiohttp.ClientResponseError) as error:
            raise FetchFailed("the answer broke off or was garbled") from error
        except aiohttp.InvalidURL as error:
            raise FetchFailed("not a usable address", refused=True) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise FetchFailed(f"the connection failed ({type(error).__name__})") from error


@dataclass(frozen=True, slots=True)
class Acceptable:
    """Which content types are read."""

    header: str
    """The request's `Accept`."""
    types: frozenset[str]
    """Media types, lower case; empty for any."""
    vcard_suffix: bool = False
    """Whether a path ending in `.vcf` is read whatever its type is called."""

    def accepts(self, url: URL, content_type: str | None) -> bool:
        """Decide by the header; an answer without one is taken for what was asked for."""
        if not self.types or not content_type:
            return True
        if self.vcard_suffix and url.path.lower().endswith(".vcf"):
            return True
        return content_type.partition(";")[0].strip().lower() in self.types


async def _read(url: URL, response: aiohttp.ClientResponse, accept: Acceptable, max_bytes: int) -> Response:
    headers = response.headers
    content_type = headers.get("Content-Type")
    wanted = accept.accepts(url, content_type)
    body, truncated = b"", False
    if response.status == 200 and wanted:
        body, truncated = await _body(response, max_bytes)
    if truncated or response.status != 200 or not wanted:
        # What is left of the body is not worth reading for the sake of the connection.
        response.close()
    return Response(
        url=url,
        status=response.status,
        content_type=content_type,
        robots_header=_joined(headers, "X-Robots-Tag"),
        retry_after=headers.get("Retry-After"),
        redirected_to=_target(url, headers.get("Location")) if response.status in _REDIRECTS else None,
        body=body,
        truncated=truncated,
        wanted=wanted,
    )


async def _body(response: aiohttp.ClientResponse, max_bytes: int) -> tuple[bytes, bool]:
    """Read at most `max_bytes`. aiohttp decompresses in bounded steps, so a bomb swells no further than one step."""
    body = bytearray()
    while chunk := await response.content.read(_CHUNK):
        body += chunk
        if len(body) > max_bytes:
            return bytes(body[:max_bytes]), True
    return bytes(body), False


def _joined(headers: CIMultiDictProxy[str], name: str) -> str | None:
    return ", ".join(headers.getall(name)) if name in headers else None


def _target(url: URL, location: str | None) -> URL | None:
    """Where a redirect leads, without fragment; None where it says nothing that can be followed."""
    try:
        return url.join(URL(location)).with_fragment(None) if location else None
    except ValueError:
        return None


def _connection_failure(error: ClientConnectorError) -> str:
    cause = error.os_error
    if isinstance(cause, AddressRefused):
        return str(cause)
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "the host's name cannot be resolved"
    if isinstance(cause, ssl.SSLError) or isinstance(error, aiohttp.ClientSSLError):
        return "the host's certificate or encryption is not valid"
    if isinstance(cause, ConnectionRefusedError):
        return "the host refuses connections"
    return f"the host cannot be reached ({cause.strerror or type(cause).__name__})"
