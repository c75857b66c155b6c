"""Tokens of an OpenID Connect provider, which is a real server here, with keys that change."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import jwt
import orjson
import pytest
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from models import Role
from services.access.authenticating import Authenticator, NotAuthenticated
from services.access.identity_provider import IdentityProvider, NotVerified, ProviderSettings
from services.access.signing_keys import ProviderUnavailable


@dataclass
class Provider:
    """Signs tokens, and publishes the keys to verify them by."""

    url: str = ""
    keys: dict[str, Any] = field(default_factory=dict)
    asked: int = 0
    published: bytes | None = None
    """What it answers for its keys instead of them."""

    def sign(self, key_id: str = "one", **changes: Any) -> str:
        now = int(time.time())
        claims = {"iss": self.url, "aud": "cam", "sub": "u1", "exp": now + 600, "email": "ada@team.example"}
        claims |= {"access": {"roles": ["sales", "unheard-of"]}} | changes
        claims = {name: value for name, value in claims.items() if value is not None}
        key = self.keys[key_id]
        algorithm = "RS256" if isinstance(key, rsa.RSAPrivateKey) else "ES256"
        return jwt.encode(claims, key, algorithm, headers={"kid": key_id})

    def verifier(self, **changes: Any) -> IdentityProvider:
        roles = {"sales": Role.OPERATOR, "heads": Role.ADMIN}
        settings = {"issuer": self.url, "audience": "cam", "role_claim": "access.roles", "roles": roles}
        return IdentityProvider(ProviderSettings(**{"keys_pause": 0, "leeway": 0, **settings, **changes}))


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    made = Provider(keys={"one": rsa.generate_private_key(65537, 2048)})

    async def configuration(_: web.Request) -> web.Response:
        return web.json_response({"issuer": made.url, "jwks_uri": f"{made.url}/keys"})

    async def keys(_: web.Request) -> web.Response:
        made.asked += 1
        if made.published is not None:
            return web.Response(body=made.published)
        listed = [_public(key) | {"kid": key_id, "use": "sig"} for key_id, key in made.keys.items()]
        return web.json_response({"keys": [*listed, {"kty": "unheard-of"}, "rubbish"]})

    application = web.Application()
    application.add_routes([web.get("/.well-known/openid-configuration", configuration), web.get("/keys", keys)])
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    await runner.cleanup()


def _public(key: Any) -> dict[str, Any]:
    algorithm = jwt.algorithms.RSAAlgorithm if isinstance(key, rsa.RSAPrivateKey) else jwt.algorithms.ECAlgorithm
    described: dict[str, Any] = algorithm.to_jwk(key.public_key(), as_dict=True)
    return described


async def test_a_token_tells_who_and_what_for_and_keys_are_fetched_once(provider: Provider) -> None:
    verifier = provider.verifier()
    viewer = await verifier.viewer_of(provider.sign())
    assert (viewer.name, viewer.role) == ("ada@team.example", Role.OPERATOR)
    assert viewer.credential == f"oidc:{provider.url}#u1"
    assert viewer.expires_at is not None
    both = await verifier.viewer_of(provider.sign(access={"roles": ["sales", "heads"]}, email=None))
    assert (both.name, both.role) == ("u1", Role.ADMIN)
    assert provider.asked == 1


async def test_new_keys_are_found_and_old_ones_serve_while_the_provider_is_away(provider: Provider) -> None:
    verifier = provider.verifier()
    await verifier.viewer_of(provider.sign())
    provider.keys["two"] = ec.generate_private_key(ec.SECP256R1())
    assert (await verifier.viewer_of(provider.sign("two"))).name == "ada@team.example"
    del provider.keys["two"], provider.keys["one"]
    provider.keys["three"] = ec.generate_private_key(ec.SECP256R1())
    token = provider.sign("three")
    other = Provider(url=provider.url, keys={"four": ec.generate_private_key(ec.SECP256R1())})
    with pytest.raises(NotVerified, match="does not publish"):
        await verifier.viewer_of(other.sign("four"))
    assert (await verifier.viewer_of(token)).role is Role.OPERATOR


async def test_a_long_list_of_keys_that_comes_in_pieces_is_read_whole(provider: Provider) -> None:
    described = _public(provider.keys["one"]) | {"kid": "one", "x5c": ["x" * 300_000]}
    provider.published = orjson.dumps({"keys": [described]})
    assert (await provider.verifier().viewer_of(provider.sign())).role is Role.OPERATOR


@pytest.mark.parametrize(
    "published",
    [b"", b"[]", b'"keys"', b"{}", b'{"keys": {}}', b'{"keys": null}', b"<html>", b"[" * 10_000, b"1" * 600_000],
)
async def test_a_provider_with_rubbish_for_keys_is_away_and_is_not_asked_by_every_request(
    provider: Provider, published: bytes
) -> None:
    provider.published = published
    verifier = provider.verifier(keys_pause=60)
    outcomes = await asyncio.gather(*(verifier.viewer_of(provider.sign()) for _ in range(20)), return_exceptions=True)
    assert {type(outcome) for outcome in outcomes} == {ProviderUnavailable}
    assert provider.asked == 1


async def test_known_keys_serve_while_a_provider_has_rubbish_and_unknown_ones_are_not_called_wrong(
    provider: Provider,
) -> None:
    verifier = provider.verifier()
    await verifier.viewer_of(provider.sign())
    provider.published = b"<html>maintenance</html>"
    provider.keys["two"] = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(ProviderUnavailable):
        await verifier.viewer_of(provider.sign("two"))
    assert (await verifier.viewer_of(provider.sign())).role is Role.OPERATOR
    provider.published = None
    assert (await verifier.viewer_of(provider.sign("two"))).role is Role.OPERATOR


async def test_a_secret_among_published_keys_signs_nothing(provider: Provider) -> None:
    secret = {"kty": "oct", "k": "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg", "kid": "one"}
    provider.published = orjson.dumps({"keys": [secret]})
    with pytest.raises(NotVerified, match="does not publish"):
        await provider.verifier().viewer_of(provider.sign())


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"exp": 1}, "expired"),
        ({"exp": None}, "exp"),
        ({"exp": 2**80}, "no calendar"),
        ({"exp": float("inf")}, "exp"),
        ({"exp": "soon"}, "exp"),
        ({"exp": [1]}, "exp"),
        ({"nbf": 2**33}, "not yet valid"),
        ({"aud": "another"}, "[Aa]udience"),
        ({"aud": None}, "aud"),
        ({"iss": "https://elsewhere.example"}, "[Ii]ssuer"),
        ({"sub": None}, "sub"),
        ({"access": {"roles": ["unheard-of"]}}, "no role"),
        ({"access": ["sales"]}, "no role"),
        ({"access": {"roles": {"sales": 1}}}, "no role"),
    ],
)
async def test_a_token_that_is_not_for_us_is_refused(provider: Provider, changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(NotVerified, match=reason):
        await provider.verifier().viewer_of(provider.sign(**changes))


async def test_a_token_that_was_not_signed_by_the_provider_is_refused(provider: Provider) -> None:
    good = provider.sign()
    claims = jwt.decode(good, options={"verify_signature": False})
    public = provider.keys["one"].public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    header, body, signature = good.split(".")
    forged = [
        jwt.encode(claims, None, "none", headers={"kid": "one"}),  # type: ignore[arg-type]
        jwt.encode(claims, "x" * 64, "HS256", headers={"kid": "one"}),
        _signed_with_a_public_key(claims, public),
        f"{header}.{body}.{signature[:-4]}AAAA",
        f"{header}.{body[:-2]}.{signature}",
    ]
    for token in forged:
        with pytest.raises(NotVerified):
            await provider.verifier().viewer_of(token)


def _signed_with_a_public_key(claims: dict[str, Any], public: bytes) -> str:
    """The classic forgery: an HMAC by what everybody knows. PyJWT does not make it, so it is made by hand."""
    text = jwt.encode(claims, "x" * 64, "HS256", headers={"kid": "one"}).rpartition(".")[0]
    signature = hmac.new(public, text.encode(), hashlib.sha256).digest()
    return f"{text}.{jwt.utils.base64url_encode(signature).decode()}"


async def test_a_provider_that_cannot_be_reached_is_no_fault_of_the_token() -> None:
    away = ProviderSettings("http://127.0.0.1:1", "cam", timeout=1)
    token = jwt.encode({"sub": "u1"}, rsa.generate_private_key(65537, 2048), "RS256")
    with pytest.raises(ProviderUnavailable):
        await IdentityProvider(away).viewer_of(token)


@pytest.mark.usefixtures("connected")
async def test_signed_tokens_and_rubbish_come_by_the_same_door(provider: Provider) -> None:
    authenticator = Authenticator(provider=provider.verifier())
    now = datetime.now(UTC)
    assert (await authenticator.viewer_of(f"Bearer {provider.sign()}", "192.0.2.1", now)).role is Role.OPERATOR
    for rubbish in ("a.b.c", "ey.ey.", "\x00", "x" * 100_000, "é.é.é"):
        with pytest.raises(NotAuthenticated):
            await authenticator.viewer_of(f"Bearer {rubbish}", "192.0.2.1", now)
