"""What happened to a lead, whatever its kind, in one row each."""

from tortoise import fields
from tortoise.models import Model

from models.leads import Lead


class TimelineEntry(Model):
    """A row of a view over the tables of everything that happens to leads; nothing is ever written to it.

    `subject_type` and `subject_id` name the row it stands for. `id` is unique among all kinds.
    """

    id = fields.BigIntField(primary_key=True, generated=False)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField("models.Lead", related_name="timeline")
    occurred_at = fields.DatetimeField()
    subject_type = fields.CharField(max_length=48)
    subject_id = fields.BigIntField()

    class Meta:
        table = "lead_timeline"
