"""Who may do what, and the tokens by which programs and people show who they are."""

from enum import StrEnum

from tortoise import fields
from tortoise.models import Model


class Role(StrEnum):
    """What credentials are good for. Each role may do what those before it may."""

    VIEWER = "VIEWER"
    OPERATOR = "OPERATOR"
    ADMIN = "ADMIN"

    def includes(self, other: "Role") -> bool:
        """Whether this role may do what the other one may."""
        return _RANKS.index(self) >= _RANKS.index(other)


_RANKS = tuple(Role)  # in which members are found by identity, without the hashing that enums do in Python


class ApiToken(Model):
    """A secret given to somebody. It is kept as a SHA-256 of itself: with 32 random bytes, that cannot be searched."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(max_length=200)
    prefix = fields.CharField(max_length=16)
    """The secret's beginning, by which people recognise it."""
    digest = fields.CharField(max_length=64, unique=True)
    role = fields.CharEnumField(Role, max_length=16)
    created_by = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()
    expires_at = fields.DatetimeField(null=True)
    revoked_at = fields.DatetimeField(null=True)
    revoked_by = fields.CharField(max_length=200, null=True)
    last_used_at = fields.DatetimeField(null=True)

    class Meta:
        table = "api_tokens"
        indexes = (("created_at", "id"), ("name", "id"), ("role", "created_at", "id"))
