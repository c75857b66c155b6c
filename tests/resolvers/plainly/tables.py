"""All rows, held in memory as instances of their models, and how one is found by its key or its global id."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tortoise import Tortoise
from tortoise.models import Model

import models

TYPES: Mapping[str, type[Model]] = {
    "Activity": models.Activity,
    "Appointment": models.Appointment,
    "Campaign": models.Campaign,
    "ContactEvent": models.ContactEvent,
    "DiscoveredProfile": models.DiscoveredProfile,
    "DiscoveryJob": models.DiscoveryJob,
    "ApiToken": models.ApiToken,
    "Host": models.Host,
    "Lead": models.Lead,
    "LeadImport": models.LeadImport,
    "LeadImportRow": models.LeadImportRow,
    "LeadMerge": models.LeadMerge,
    "Enrolment": models.Enrolment,
    "MessageTemplate": models.MessageTemplate,
    "OutreachMessage": models.OutreachMessage,
    "OutreachSequence": models.OutreachSequence,
    "OutreachTask": models.OutreachTask,
    "Reply": models.Reply,
    "Suppression": models.Suppression,
}
"""The types whose objects have global ids."""

_WITHOUT_IDS: Mapping[str, type[Model]] = {
    "SafetySettingsVersion": models.SafetySettingsVersion,
    "SequenceStep": models.SequenceStep,
    "SlotHold": models.SlotHold,
    "SourceRun": models.SourceRun,
    "StageChange": models.StageChange,
    "TimelineEntry": models.TimelineEntry,
}

Row = Any
"""An instance of one of the models."""


def id_of(type_name: str, key: int | str | None) -> str:
    """A global id, written out."""
    return base64.b64encode(f"{type_name}:{key}".encode()).decode()


OUTRUN = False
"""Whether some rows have values of enums which only a later version knows."""

_UNKNOWN = (
    ("Activity", 3, "kind", "LEAD_FORGOTTEN"),
    ("DiscoveredProfile", 12, "platform", "MYSPACE"),
    ("DiscoveredProfile", 41, "platform", "web"),
    ("SourceRun", 5, "platform", ""),
)


@dataclass(frozen=True)
class Tables:
    """The rows of each type, by their keys, in order of their keys."""

    rows: Mapping[str, Mapping[int, Row]]

    @classmethod
    async def read(cls) -> "Tables":
        """All rows there are now."""
        tables: Mapping[str, type[Model]] = {**TYPES, **_WITHOUT_IDS}
        rows: dict[str, dict[int, Row]] = {
            name: {row.pk: row async for row in model.all().order_by("id")} for name, model in tables.items()
        }
        # What happened to leads that are gone is in no timeline.
        rows["TimelineEntry"] = {key: row for key, row in rows["TimelineEntry"].items() if row.lead_id in rows["Lead"]}
        return cls(rows)

    async def outrun(self) -> None:
        """Give some rows values that a later version may know, where no constraint is against it.

        Tortoise refuses to read them, so this comes after reading.
        """
        if not OUTRUN:
            return
        client = Tortoise.get_connection("default")
        for type_name, key, column, value in _UNKNOWN:
            row = self.rows[type_name][key]
            statement = f'UPDATE "{row._meta.db_table}" SET "{column}" = $1 WHERE id = $2'
            await client.execute_query(statement, [value, key])
            setattr(row, column, value)

    def all(self, type_name: str) -> Sequence[Row]:
        """Every row of a type."""
        return list(self.rows[type_name].values())

    def find(self, type_name: str, key: int | None) -> Row | None:
        """The row of this type with this key."""
        return None if key is None else self.rows[type_name].get(key)

    def named(self, text: str, *type_names: str) -> Row | None:
        """The row with this global id, of one of the types."""
        for type_name in type_names or TYPES:
            for key, row in self.rows[type_name].items():
                if id_of(type_name, key) == text:
                    return row
        return None
