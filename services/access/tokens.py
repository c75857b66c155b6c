"""API tokens: given out once, and revoked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import models
from models import Role
from services.access.secrets import PREFIX, digest_of, new_secret
from services.activity import Subject
from services.errors import NotFound
from services.transaction import Act, transaction
from services.validation import LARGEST_ID, Findings

LONGEST_NAME = 200
MOST_DAYS = 3_650

_REVOKE = """
UPDATE api_tokens SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING name, role
"""
_EXISTS = "SELECT EXISTS (SELECT FROM api_tokens WHERE id = $1)"


@dataclass(frozen=True, slots=True)
class TokenDraft:
    """A token as it is asked for. `days` is how long it lasts, 1 to 3,650; None for as long as it is not revoked."""

    name: str
    role: Role
    days: int | None = None


@dataclass(frozen=True, slots=True)
class NewToken:
    """A token that was just made. The secret is told now or never."""

    id: int
    secret: str
    expires_at: datetime | None


async def create_token(draft: TokenDraft, act: Act, random_bytes: Callable[[int], bytes]) -> NewToken:
    """Make a token. Raises InvalidInput on `name` and `days`."""
    findings = Findings()
    name = findings.required_text(("name",), draft.name, LONGEST_NAME)
    days = findings.whole_number(("days",), draft.days, 1, MOST_DAYS)
    findings.raise_if_any()
    secret = new_secret(random_bytes)
    expires_at = None if days is None else act.at + timedelta(days=days)
    async with transaction(act) as tx:
        token = await models.ApiToken.create(
            name=name,
            prefix=secret[:PREFIX],
            digest=digest_of(secret),
            role=draft.role,
            created_by=act.actor,
            created_at=act.at,
            expires_at=expires_at,
        )
        created = models.ActivityKind.API_TOKEN_CREATED
        tx.log(created, Subject.API_TOKEN, token.id, name=name, role=draft.role, expires_at=expires_at)
    return NewToken(token.id, secret, expires_at)


async def revoke_token(token_id: int, act: Act) -> None:
    """Let a token in no more. Raises NotFound on `id`; one that is revoked already stays as it is."""
    async with transaction(act) as tx:
        known = 0 < token_id <= LARGEST_ID
        row = await tx.connection.fetchrow(_REVOKE, token_id, act.at, act.actor) if known else None
        if row is None:
            if not known or not await tx.connection.fetchval(_EXISTS, token_id):
                raise NotFound(("id",), "API token")
            return
        revoked = models.ActivityKind.API_TOKEN_REVOKED
        tx.log(revoked, Subject.API_TOKEN, token_id, name=row["name"], role=row["role"])
