"""People who sign in with an OpenID Connect provider: its signed tokens are verified by the keys it publishes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import jwt

from models import Role
from services.access.signing_keys import SigningKeys
from services.access.viewer import Viewer
from services.validation import storable

# Of these a public key verifies, and nothing can be signed with it.
_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
_JWT = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
_LONGEST = 16_000
_LONGEST_NAME = 200


class NotVerified(Exception):
    """The token is no good here; the message says why."""


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """A provider, and what its tokens mean here. Times are in seconds."""

    issuer: str
    audience: str
    keys_url: str | None = None
    """Where its keys are; None to ask it (OpenID Connect Discovery 1.0, 4)."""
    role_claim: str = "roles"
    """Where a token has roles: a claim, or a path of them with dots, such as `realm_access.roles`."""
    roles: Mapping[str, Role] = field(default_factory=lambda: {role.value: role for role in Role})
    """What the provider's roles are here."""
    name_claim: str = "email"
    """What people are called in the activity log; without it, by their subject."""
    leeway: float = 30
    """By how much clocks may differ."""
    timeout: float = 5
    keys_last: float = 3_600
    keys_pause: float = 10
    """Between two looks for a key that is not known."""


class IdentityProvider:
    """Verifies a provider's tokens."""

    def __init__(self, settings: ProviderSettings) -> None:
        self._settings = settings
        self._keys = SigningKeys(
            settings.issuer,
            settings.keys_url,
            seconds=settings.timeout,
            lasts=settings.keys_last,
            pause=settings.keys_pause,
        )

    async def viewer_of(self, token: str) -> Viewer:
        """Whoever the token was given to. Raises NotVerified, ProviderUnavailable."""
        settings = self._settings
        key = await self._key_of(token)
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=_ALGORITHMS,
                audience=settings.audience,
                issuer=settings.issuer,
                leeway=settings.leeway,
                options={"require": ["exp", "iss", "aud", "sub"]},
            )
            expires_at = datetime.fromtimestamp(int(claims["exp"]) + settings.leeway, UTC)
        except jwt.PyJWTError as error:
            raise NotVerified(f"The token cannot be used here: {str(error)[:200].rstrip('.')}.") from error
        except (OverflowError, ValueError, OSError) as error:
            raise NotVerified("The token tells times that no calendar has.") from error
        name = claims.get(settings.name_claim)
        subject = storable(str(claims["sub"]))[:_LONGEST_NAME]
        return Viewer(
            storable(name)[:_LONGEST_NAME] if isinstance(name, str) and name.strip() else subject,
            self._role(claims),
            f"oidc:{settings.issuer}#{subject}",
            expires_at,
        )

    async def _key_of(self, token: str) -> jwt.PyJWK:
        """The key that the token says it is signed with, which binds the algorithm, too."""
        try:
            header = jwt.get_unverified_header(token)
        except jwt.PyJWTError as error:
            raise NotVerified(f"The token cannot be used here: {str(error)[:200].rstrip('.')}.") from error
        if header.get("alg") not in _ALGORITHMS:
            raise NotVerified("The token is not signed in a way that is taken here.")
        key = await self._keys.get(header.get("kid"))
        if key is None:
            raise NotVerified("The token is signed with a key which its issuer does not publish.")
        return key

    def _role(self, claims: Mapping[str, Any]) -> Role:
        """The most that the token's roles allow."""
        found: Any = claims
        for step in self._settings.role_claim.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
        given = [found] if isinstance(found, str) else found if isinstance(found, Sequence) else ()
        known = {self._settings.roles[one] for one in given if isinstance(one, str) and one in self._settings.roles}
        for role in reversed(Role):
            if role in known:
                return role
        raise NotVerified("The token gives no role here.")


def is_jwt(text: str) -> bool:
    """Whether a text can be a signed token (RFC 7519)."""
    return len(text) <= _LONGEST and _JWT.fullmatch(text) is not None
