"""The keys with which an OpenID Connect provider signs: fetched when needed, and again when it uses new ones."""

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

import aiohttp
import jwt
import orjson

_DISCOVERY = "/.well-known/openid-configuration"
_LARGEST = 512 * 1024
_MOST_KEYS = 100
_PUBLIC = ("RSA", "EC", "OKP")


class ProviderUnavailable(OSError):
    """The provider's keys cannot be read at present. Whose tokens they would verify is not known."""


class SigningKeys:
    """Keys by their ids. They are fetched again after `lasts` seconds, and for an unknown id, at most every `pause`."""

    def __init__(
        self,
        issuer: str,
        url: str | None,
        *,
        seconds: float,
        lasts: float,
        pause: float,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._issuer = issuer
        self._url = url
        self._seconds = seconds
        self._lasts = lasts
        self._pause = pause
        self._timer = timer
        self._keys: Mapping[str | None, jwt.PyJWK] = {}
        self._asked: float | None = None
        self._failure: str | None = None
        self._asking = asyncio.Lock()

    async def get(self, key_id: str | None) -> jwt.PyJWK | None:
        """The key; None where the provider has none of this id. Raises ProviderUnavailable.

        A provider that is away is asked again after `pause` at the earliest: not every request waits for it.
        """
        if self._is_due(key_id):
            async with self._asking:
                if self._is_due(key_id):
                    await self._ask()
        key = self._keys.get(key_id)
        if key is None and self._failure is not None:
            raise ProviderUnavailable(self._failure)
        return key

    def _is_due(self, key_id: str | None) -> bool:
        if self._asked is None:
            return True
        age = self._timer() - self._asked
        return age > self._lasts or (key_id not in self._keys and age > self._pause)

    async def _ask(self) -> None:
        try:
            self._keys, self._failure = await self._published(), None
        except ProviderUnavailable as error:
            self._failure = str(error)  # what is known still serves
        self._asked = self._timer()

    async def _published(self) -> Mapping[str | None, jwt.PyJWK]:
        published = await self._json(await self._address())
        listed = published.get("keys")
        if not isinstance(listed, list):
            raise ProviderUnavailable("The identity provider's keys are not what they should be.")
        keys = {key.key_id: key for one in listed[:_MOST_KEYS] if (key := _key(one)) is not None}
        # A set with one key may leave its id out; so may tokens.
        return {None: next(iter(keys.values())), **keys} if len(keys) == 1 else keys

    async def _address(self) -> str:
        if self._url is not None:
            return self._url
        described = await self._json(self._issuer.rstrip("/") + _DISCOVERY)
        address = described.get("jwks_uri")
        if described.get("issuer") != self._issuer or not isinstance(address, str):
            raise ProviderUnavailable("The identity provider says that it is another one, or not where its keys are.")
        return address

    async def _json(self, url: str) -> dict[str, Any]:
        """The object at an address. Raises ProviderUnavailable, also for what is too large."""
        try:
            timeout = aiohttp.ClientTimeout(total=self._seconds)
            async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
                response.raise_for_status()
                body = bytearray()
                async for piece in response.content.iter_any():
                    body += piece
                    if len(body) > _LARGEST:
                        raise ValueError("too large")
                answer = orjson.loads(body)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise ProviderUnavailable(f"The identity provider cannot be reached: {type(error).__name__}.") from error
        if not isinstance(answer, dict):
            raise ProviderUnavailable("The identity provider's answer is not what it should be.")
        return answer


def _key(described: Any) -> jwt.PyJWK | None:
    """A key to verify with; None for others, among them secrets, which have no place in what is published."""
    try:
        usable = described.get("use", "sig") == "sig" and described.get("kty") in _PUBLIC
        return jwt.PyJWK(described) if usable else None
    except (jwt.PyJWTError, AttributeError, TypeError, ValueError):
        return None
