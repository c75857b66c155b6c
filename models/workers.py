"""Workers which are alive."""

from tortoise import fields
from tortoise.models import Model


class WorkerHeartbeat(Model):
    """A worker process and when it was last seen, by the database's clock."""

    id = fields.UUIDField(primary_key=True)
    started_at = fields.DatetimeField()
    seen_at = fields.DatetimeField()

    class Meta:
        table = "worker_heartbeats"
