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
        self._fetched: float | None = None
        self._fetching = asyncio.Lock()

    async def get(self, key_id: str | None) -> jwt.PyJWK | None:
        """The key; None where the provider has none of this id. Raises ProviderUnavailable."""
        if self._is_due(key_id):
            async with self._fetching:
                if self._is_due(key_id):
                    await self._fetch_keys()
        return self._keys.get(key_id)

    def _is_due(self, key_id: str | None) -> bool:
        if self._fetched is None:
            return True
        age = self._timer() - self._fetched
        return age > self._lasts or (key_id not in self._keys and age > self._pause)

    async def _fetch_keys(self) -> None:
        try:
            listed = (await self._json(await self._address()))["keys"]
        except ProviderUnavailable:
            if not self._keys:
                raise
            self._fetched = self._timer()  # what is known still serves
            return
        except (KeyError, TypeError) as error:
            raise ProviderUnavailable("The identity provider's keys are not what they should be.") from error
        # A set with one key may leave its id out; so may tokens.
        keys = {key.key_id: key for one in listed[:_MOST_KEYS] if (key := _key(one)) is not None}
        if len(keys) == 1:
            keys = {None: next(iter(keys.values())), **keys}
        self._keys, self._fetched = keys, self._timer()

    async def _address(self) -> str:
        if self._url is not None:
            return self._url
        described = await self._json(self._issuer.rstrip("/") + _DISCOVERY)
        if described.get("issuer") != self._issuer:
            raise ProviderUnavailable("The identity provider says that it is another one.")
        return str(described["jwks_uri"])

    async def _json(self, url: str) -> Any:
        try:
            timeout = aiohttp.ClientTimeout(total=self._seconds)
            async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
                response.raise_for_status()
                body = await response.content.read(_LARGEST)
                return orjson.loads(body)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            raise ProviderUnavailable(f"The identity provider cannot be reached: {type(error).__name__}.") from error


def _key(described: Any) -> jwt.PyJWK | None:
    try:
        return jwt.PyJWK(described) if described.get("use", "sig") == "sig" else None
    except (jwt.PyJWTError, AttributeError, TypeError, ValueError):
        return None
