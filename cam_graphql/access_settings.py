"""The settings of who is let in, as variables."""

from typing import Annotated

from pydantic import AfterValidator, Field, PositiveFloat, PositiveInt, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.fetch_settings import Names
from models import Role
from services.access.authenticating import AccessLimits, Authenticator
from services.access.identity_provider import IdentityProvider, ProviderSettings

_LIMITS = AccessLimits()
_PROVIDER = ProviderSettings("", "")
_SHORTEST = 32


def _usable_token(token: SecretStr | None) -> SecretStr | None:
    if token is not None:
        text = token.get_secret_value()
        if len(text) < _SHORTEST or not text.isascii() or not text.isprintable() or " " in text:
            raise ValueError(f"it must be {_SHORTEST} or more printable letters, none of them a space")
    return token


def _mapped(names: frozenset[str]) -> frozenset[str]:
    for name in names:
        theirs, equals, ours = name.partition("=")
        if not theirs or not equals or ours not in set(Role):
            raise ValueError(f"{name} must be like sales=OPERATOR, with one of {', '.join(Role)}")
    return names


class AccessSettings(BaseSettings):
    """`CAM_ACCESS_…` bound authentication, `CAM_OIDC_…` name a provider of OpenID Connect."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    admin_token: Annotated[SecretStr | None, AfterValidator(_usable_token)] = None
    """A secret that is let in as ADMIN, besides API tokens; 32 letters or more. For programs that set a system up."""
    withhold_persons: bool = False
    """Whether VIEWERs see of people neither who they are, nor addresses, nor words."""
    access_known_seconds: Annotated[float, Field(ge=0, le=5)] = _LIMITS.known_seconds
    """Seconds for which credentials are taken for what they were, so that not every request looks them up."""
    access_known: PositiveInt = _LIMITS.known
    """How many credentials a process knows at once."""
    access_failures: PositiveInt = _LIMITS.failures
    """Wrong credentials from one address, after which it has to pause."""
    access_pause: PositiveFloat = _LIMITS.pause
    """Seconds of that pause; credentials that are known go on."""
    access_addresses: PositiveInt = _LIMITS.addresses
    """Of how many addresses wrong credentials are counted at once."""

    oidc_issuer: str | None = None
    """The `iss` of a provider whose signed tokens are taken, such as `https://login.example`."""
    oidc_audience: str | None = None
    """The `aud` that its tokens must have."""
    oidc_keys_url: str | None = None
    """Where it publishes its keys (JWKS); unset, it is asked."""
    oidc_role_claim: str = _PROVIDER.role_claim
    """Where its tokens have roles: a claim, or a path with dots."""
    oidc_roles: Annotated[Names, AfterValidator(_mapped)] = frozenset()
    """What its roles are here: `sales=OPERATOR,heads=ADMIN`; unset, they are called as ours."""
    oidc_name_claim: str = _PROVIDER.name_claim
    """By which claim the activity log calls people."""
    oidc_leeway: Annotated[float, Field(ge=0, le=300)] = _PROVIDER.leeway
    """Seconds by which its clock and ours may differ."""
    oidc_timeout: PositiveFloat = _PROVIDER.timeout
    """Seconds to wait for its keys."""
    oidc_keys_last: PositiveFloat = _PROVIDER.keys_last
    """Seconds after which its keys are fetched again."""
    oidc_keys_pause: PositiveFloat = _PROVIDER.keys_pause
    """Seconds between two looks for a key that is not known."""

    @model_validator(mode="after")
    def _provider_is_whole(self) -> "AccessSettings":
        if (self.oidc_issuer is None) != (self.oidc_audience is None):
            raise ValueError("oidc_issuer and oidc_audience are set together, or neither is")
        return self

    def authenticator(self) -> Authenticator:
        """Who knows who shows what."""
        limits = AccessLimits(
            known_seconds=self.access_known_seconds,
            known=self.access_known,
            failures=self.access_failures,
            pause=self.access_pause,
            addresses=self.access_addresses,
        )
        token = self.admin_token.get_secret_value() if self.admin_token else None
        return Authenticator(admin_token=token, provider=self._provider(), limits=limits)

    def _provider(self) -> IdentityProvider | None:
        if self.oidc_issuer is None or self.oidc_audience is None:
            return None
        pairs = [one.partition("=") for one in self.oidc_roles]
        roles = {theirs: Role(ours) for theirs, _, ours in pairs} or _PROVIDER.roles
        return IdentityProvider(
            ProviderSettings(
                issuer=self.oidc_issuer,
                audience=self.oidc_audience,
                keys_url=self.oidc_keys_url,
                role_claim=self.oidc_role_claim,
                roles=roles,
                name_claim=self.oidc_name_claim,
                leeway=self.oidc_leeway,
                timeout=self.oidc_timeout,
                keys_last=self.oidc_keys_last,
                keys_pause=self.oidc_keys_pause,
            )
        )
