"""GraphQL documents that were registered beforehand, and can be asked for by their digest."""

from tortoise import fields
from tortoise.models import Model


class TrustedDocument(Model):
    """A document somebody trusts. Its digest, a SHA-256 in hexadecimal, is that of its very text."""

    id = fields.BigIntField(primary_key=True)
    digest = fields.CharField(max_length=64, unique=True)
    name = fields.CharField(max_length=200)
    """Where it came from: a file's name."""
    text = fields.TextField()
    created_by = fields.CharField(max_length=200)
    created_at = fields.DatetimeField()

    class Meta:
        table = "trusted_documents"
