"""Who an operation is carried out for."""

from dataclasses import dataclass
from datetime import datetime

from models import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """Whoever the credentials belong to. Nobody's credentials are None."""

    name: str
    """What the activity log calls them."""
    role: Role
    credential: str
    """Stable and no secret: `token:12`, `oidc:https://issuer.example#subject`, `local` for the program itself."""
    expires_at: datetime | None = None
    """Aware UTC; None where the credentials last."""
