"""From credentials to whoever shows them."""

import asyncio
import hmac
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from models import Role
from services.access.failures import Failures, TooManyFailures, is_loopback
from services.access.identity_provider import IdentityProvider, NotVerified, is_jwt
from services.access.secrets import digest_of, is_secret
from services.access.viewer import Viewer
from services.transaction import reading
from services.unreachable import NO_ANSWER

__all__ = ["AccessLimits", "Authenticator", "NotAuthenticated", "TooManyFailures"]

_FIND = """
SELECT id, name, role, expires_at, last_used_at FROM api_tokens
WHERE digest = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
"""
_VALID = """
SELECT id FROM api_tokens
WHERE id = ANY($1::bigint[]) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
"""
_USED = "UPDATE api_tokens SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)"
_BETWEEN_USES = timedelta(minutes=1)
_TOKEN = "token:"
_ADMIN = Viewer("administrator", Role.ADMIN, "setting:admin")


class NotAuthenticated(Exception):
    """The credentials are no good. The message tells nothing about others' credentials."""


@dataclass(frozen=True, slots=True)
class AccessLimits:
    """Bounds of authentication. The values here are the settings' defaults."""

    known_seconds: float = 2.0
    """How long credentials are taken for what they were, before they are looked at again."""
    known: int = 10_000
    """How many credentials a process knows at once."""
    failures: int = 20
    """Wrong credentials from one address, before it has to pause."""
    pause: float = 60.0
    """Seconds."""
    addresses: int = 10_000
    """Of how many addresses failures are counted at once."""


class Authenticator:
    """Knows who shows what. One for a process.

    Known credentials cost no look at the database for `known_seconds`. `admin_token` is a secret given by a setting;
    `provider` verifies tokens of an OpenID Connect provider.
    """

    def __init__(
        self,
        *,
        admin_token: str | None = None,
        provider: IdentityProvider | None = None,
        limits: AccessLimits | None = None,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self._admin = admin_token.encode() if admin_token else None
        self._provider = provider
        self._limits = limits or AccessLimits()
        self._timer = timer
        self._known: dict[str, tuple[Viewer, float]] = {}
        self._failures = Failures(self._limits.failures, self._limits.pause, self._limits.addresses, timer)
        self._noting: set[asyncio.Task[None]] = set()

    def known(self, authorization: str, now: datetime) -> Viewer | None:
        """Whoever showed this a moment ago; None where it has to be looked at."""
        known = self._known.get(authorization)
        if known is None or self._timer() >= known[1] or _has_expired(known[0], now):
            return None
        return known[0]

    async def viewer_of(self, authorization: str, address: str, now: datetime) -> Viewer:
        """Whoever shows this `Authorization`. Raises NotAuthenticated, TooManyFailures, ProviderUnavailable.

        On this machine itself, right credentials are let in during a pause, too: there, one program that keeps asking
        with an old token would lock out whoever runs the others.
        """
        known = self.known(authorization, now)
        if known is not None:
            return known
        pause = self._failures.remaining(address)
        if pause is not None and not is_loopback(address):
            raise TooManyFailures(pause)
        try:
            viewer = await self._shown_by(authorization, now)
        except NotAuthenticated:
            self._known.pop(authorization, None)
            if pause is not None:
                raise TooManyFailures(pause) from None
            self._failures.add(address)
            raise
        self._known.pop(authorization, None)
        if len(self._known) >= self._limits.known:  # the one that was looked at longest ago goes
            del self._known[next(iter(self._known))]
        self._known[authorization] = viewer, self._timer() + self._limits.known_seconds
        return viewer

    async def still_valid(self, viewers: Collection[Viewer], now: datetime) -> frozenset[str]:
        """Those of the viewers' credentials which have neither expired nor been revoked, by one statement."""
        lasting = {one.credential for one in viewers if not _has_expired(one, now)}
        ids = {one: int(one.removeprefix(_TOKEN)) for one in lasting if one.startswith(_TOKEN)}
        if not ids:
            return frozenset(lasting)
        async with reading() as connection:
            valid = {row["id"] for row in await connection.fetch(_VALID, list(ids.values()), now)}
        return frozenset(one for one in lasting if one not in ids or ids[one] in valid)

    async def _shown_by(self, authorization: str, now: datetime) -> Viewer:
        scheme, _, secret = authorization.strip().partition(" ")
        if scheme.lower() != "bearer":
            raise NotAuthenticated("Send credentials as `Authorization: Bearer …`.")
        return await self._viewer(secret.strip(), now)

    async def _viewer(self, secret: str, now: datetime) -> Viewer:
        if self._admin is not None and hmac.compare_digest(secret.encode(errors="replace"), self._admin):
            return _ADMIN
        if is_secret(secret):
            return await self._token(secret, now)
        if self._provider is not None and is_jwt(secret):
            try:
                return await self._provider.viewer_of(secret)
            except NotVerified as error:
                raise NotAuthenticated(str(error)) from error
        raise NotAuthenticated("These credentials are none of ours: they may be cut off or mistyped.")

    async def _token(self, secret: str, now: datetime) -> Viewer:
        async with reading() as connection:
            row = await connection.fetchrow(_FIND, digest_of(secret), now)
        if row is None:
            raise NotAuthenticated("These credentials are unknown, have expired, or were revoked.")
        if row["last_used_at"] is None or row["last_used_at"] < now - _BETWEEN_USES:
            noting = asyncio.create_task(_note_use(row["id"], now))
            self._noting.add(noting)
            noting.add_done_callback(self._noting.discard)
        return Viewer(row["name"], Role(row["role"]), f"{_TOKEN}{row['id']}", row["expires_at"])


async def _note_use(token_id: int, now: datetime) -> None:
    """Nobody waits for this, and nobody is told where it fails: the next use is noted."""
    try:
        async with reading() as connection:
            await connection.execute(_USED, token_id, now)
    except NO_ANSWER:
        return


def _has_expired(viewer: Viewer, now: datetime) -> bool:
    return viewer.expires_at is not None and viewer.expires_at <= now
