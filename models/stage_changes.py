"""The history of leads in the funnel."""

from tortoise import fields
from tortoise.models import Model

from models.campaigns import Campaign
from models.leads import Lead, LeadStage


class StageChange(Model):
    """A lead entered a stage. Its first row, without `from_stage`, is written together with the lead.

    `entered_from_at` is when the stage left behind had been entered: until `at` the lead stayed in it.
    """

    id = fields.BigIntField(primary_key=True)
    lead: fields.ForeignKeyRelation[Lead] = fields.ForeignKeyField(
        "models.Lead", related_name="stage_changes", on_delete=fields.CASCADE
    )
    campaign: fields.ForeignKeyRelation[Campaign] = fields.ForeignKeyField(
        "models.Campaign", related_name="stage_changes", on_delete=fields.CASCADE
    )
    from_stage = fields.CharEnumField(LeadStage, max_length=16, null=True)
    to_stage = fields.CharEnumField(LeadStage, max_length=16)
    reason = fields.TextField(null=True)
    actor = fields.CharField(max_length=200)
    entered_from_at = fields.DatetimeField(null=True)
    at = fields.DatetimeField()

    class Meta:
        table = "stage_changes"
        indexes = (
            ("lead_id", "at", "id"),
            ("campaign_id", "to_stage", "at"),
            ("campaign_id", "from_stage", "at"),
            ("to_stage", "at"),
            ("from_stage", "at"),
        )
