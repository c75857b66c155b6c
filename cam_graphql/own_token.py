"""The API token by which whoever runs the program here is let in: made once, kept beside the data."""

import os
import secrets
from pathlib import Path

import models
from models import Role
from services.access.secrets import digest_of
from services.access.tokens import TokenDraft, create_token
from services.transaction import Act

_FILE = "admin-token"
_NAME = "administrator of this machine"


def _keep(file: Path, secret: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # Nobody else on this machine may read it, not even while it is being written.
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as writing:
        writing.write(f"{secret}\n")


def _kept(file: Path) -> str:
    return file.read_text().strip() if file.exists() else ""


async def own_token(folder: Path, act: Act) -> str:
    """The secret, good for ADMIN. It is made anew where the one in the folder is not known, or is revoked."""
    file = folder / _FILE
    kept = _kept(file)
    if kept and await models.ApiToken.filter(digest=digest_of(kept), revoked_at=None, expires_at=None).exists():
        return kept
    made = await create_token(TokenDraft(_NAME, Role.ADMIN), act, secrets.token_bytes)
    _keep(file, made.secret)
    return made.secret
