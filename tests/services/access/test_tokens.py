"""API tokens: given out once, known by a digest, and good for nobody once they have ended."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

import models
from models import Role
from services.access.authenticating import AccessLimits, Authenticator, NotAuthenticated, TooManyFailures
from services.access.secrets import is_secret, new_secret
from services.access.tokens import NewToken, TokenDraft, create_token, revoke_token
from services.errors import InvalidInput, NotFound
from services.transaction import Act

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
ACT = Act("Ada", NOON)
_numbers = count()


def some_bytes(size: int) -> bytes:
    return next(_numbers).to_bytes(size, "big")


class Clock:
    """Seconds, as they are set."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


async def made(role: Role = Role.OPERATOR, days: int | None = None) -> NewToken:
    return await create_token(TokenDraft("crm", role, days), ACT, some_bytes)


@given(st.binary(min_size=32, max_size=32), st.integers(0, 54), st.sampled_from("-_0aZ"))
def test_a_mistyped_secret_is_told_without_a_look_at_the_database(body: bytes, place: int, letter: str) -> None:
    secret = new_secret(lambda _: body)
    assert is_secret(secret)
    mistyped = secret[:place] + letter + secret[place + 1 :]
    assert is_secret(mistyped) == (mistyped == secret)
    assert not is_secret(secret[:-1])


@pytest.mark.usefixtures("connected")
async def test_a_token_lets_in_until_it_ends_and_its_secret_is_kept_nowhere() -> None:
    token = await made(days=2)
    authenticator = Authenticator()
    viewer = await authenticator.viewer_of(f"Bearer {token.secret}", "192.0.2.1", NOON)
    assert (viewer.name, viewer.role, viewer.credential) == ("crm", Role.OPERATOR, f"token:{token.id}")
    assert viewer.expires_at == NOON + timedelta(days=2) == token.expires_at
    row = await models.ApiToken.get(id=token.id)
    assert token.secret not in repr([await models.ApiToken.all().values(), await models.Activity.all().values()])
    assert token.secret.startswith(row.prefix)
    with pytest.raises(NotAuthenticated, match="have expired"):  # although it is known
        await authenticator.viewer_of(f"Bearer {token.secret}", "192.0.2.1", NOON + timedelta(days=2))
    (entry,) = await models.Activity.filter(kind=models.ActivityKind.API_TOKEN_CREATED)
    assert (entry.actor, entry.detail["role"]) == ("Ada", "OPERATOR")


@pytest.mark.usefixtures("connected")
async def test_a_revoked_token_is_taken_for_what_it_was_no_longer_than_said() -> None:
    token, clock = await made(), Clock()
    authenticator = Authenticator(limits=AccessLimits(known_seconds=2), timer=clock)
    header = f"bearer {token.secret}"
    viewer = await authenticator.viewer_of(header, "192.0.2.1", NOON)
    assert await authenticator.still_valid([viewer], NOON) == {viewer.credential}
    await revoke_token(token.id, ACT)
    await revoke_token(token.id, Act("Bo", NOON + timedelta(hours=1)))  # changes nothing
    assert (await models.ApiToken.get(id=token.id)).revoked_by == "Ada"
    assert await models.Activity.filter(kind=models.ActivityKind.API_TOKEN_REVOKED).count() == 1
    assert await authenticator.still_valid([viewer], NOON) == frozenset()
    clock.seconds = 1.9
    assert await authenticator.viewer_of(header, "192.0.2.1", NOON) == viewer
    clock.seconds = 2.1
    with pytest.raises(NotAuthenticated):
        await authenticator.viewer_of(header, "192.0.2.1", NOON)


@pytest.mark.usefixtures("connected")
async def test_what_is_asked_wrongly_is_told_and_changes_nothing() -> None:
    with pytest.raises(InvalidInput) as raised:
        await create_token(TokenDraft("  ", Role.VIEWER, 0), ACT, some_bytes)
    assert [problem.path for problem in raised.value.problems] == [("name",), ("days",)]
    for unknown in (0, 7, 2**63 - 1, 2**64):
        with pytest.raises(NotFound):
            await revoke_token(unknown, ACT)
    assert not await models.Activity.exists()
    assert not await models.ApiToken.exists()


@pytest.mark.usefixtures("connected")
async def test_wrong_credentials_from_one_address_have_to_pause_and_nobody_else_has() -> None:
    token, clock = await made(), Clock()
    authenticator = Authenticator(
        admin_token="x" * 32, limits=AccessLimits(failures=3, pause=60, known_seconds=3600), timer=clock
    )
    right = f"Bearer {token.secret}"
    await authenticator.viewer_of(right, "192.0.2.1", NOON)
    for wrong in ("Basic eDp5", "Bearer", f"Bearer {token.secret}x"):
        with pytest.raises(NotAuthenticated):
            await authenticator.viewer_of(wrong, "192.0.2.1", NOON)
    with pytest.raises(TooManyFailures) as raised:
        await authenticator.viewer_of("Bearer " + "x" * 32, "192.0.2.1", NOON)
    assert raised.value.retry_after == 60
    assert (await authenticator.viewer_of("Bearer " + "x" * 32, "192.0.2.2", NOON)).role is Role.ADMIN
    assert (await authenticator.viewer_of(right, "192.0.2.1", NOON)).name == "crm"
    clock.seconds = 61
    assert (await authenticator.viewer_of("Bearer " + "x" * 32, "192.0.2.1", NOON)).role is Role.ADMIN
    assert [await _refused(authenticator, f"2001:db8::{last}") for last in (1, 2, 3)] == [None] * 3
    assert await _refused(authenticator, "2001:db8::4") == 60
    clock.seconds += 45.5
    assert await _refused(authenticator, "2001:db8::4") == 15
    assert await _refused(authenticator, "2001:db8:0:1::4") is None


async def _refused(authenticator: Authenticator, address: str) -> int | None:
    """The seconds to pause that wrong credentials are answered with; None where they are only wrong."""
    try:
        await authenticator.viewer_of("Bearer rubbish", address, NOON)
    except TooManyFailures as error:
        return error.retry_after
    except NotAuthenticated:
        return None
    raise AssertionError("rubbish was let in")


@pytest.mark.usefixtures("connected")
@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
async def test_wrong_credentials_on_this_machine_do_not_lock_out_right_ones(address: str) -> None:
    token = await made()
    authenticator = Authenticator(limits=AccessLimits(failures=1, pause=60, known_seconds=0), timer=Clock())
    assert await _refused(authenticator, address) is None
    assert await _refused(authenticator, address) == 60
    assert (await authenticator.viewer_of(f"Bearer {token.secret}", address, NOON)).name == "crm"


@pytest.mark.usefixtures("connected")
async def test_a_use_is_noted_besides_and_at_most_once_a_minute() -> None:
    token = await made()
    authenticator = Authenticator(limits=AccessLimits(known_seconds=0))
    noted = []
    for seconds in (0, 60, 61):
        await authenticator.viewer_of(f"Bearer {token.secret}", "192.0.2.1", NOON + timedelta(seconds=seconds))
        await asyncio.gather(*authenticator._noting)
        noted.append((await models.ApiToken.get(id=token.id)).last_used_at)
    assert noted == [NOON, NOON, NOON + timedelta(seconds=61)]
