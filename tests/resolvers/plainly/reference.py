"""The schema's fields resolved plainly: each for one object, from rows in memory, by the words of its description."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any

from models import LeadStage
from tests.resolvers.plainly.filtering import holds
from tests.resolvers.plainly.paging import DEFAULTS, Order, Ordered, asked_order
from tests.resolvers.plainly.tables import TYPES, Row, Tables, id_of

Arguments = Mapping[str, Any]
Resolver = Callable[["Plainly", Any, Arguments], Any]


@dataclass(frozen=True)
class Plainly:
    """What fields are resolved from."""

    tables: Tables
    ordered: Mapping[Order, Ordered]
    sources: Sequence[Mapping[str, Any]]

    def resolve(self, type_name: str, field_name: str, source: Any, arguments: Arguments) -> Any:
        """The value of a field, before it is serialised."""
        if resolver := _RESOLVERS.get((type_name, field_name)):
            return resolver(self, source, arguments)
        if field_name == "id":
            return id_of(type_name, source.id)
        if isinstance(source, Mapping):
            return source.get(field_name if _is_own(type_name) else _snake_case(field_name))
        value = getattr(source, _snake_case(field_name))
        return value.value if isinstance(value, Enum) else value

    def page(
        self, default: Order, arguments: Arguments, belongs: Callable[[Row], bool] = lambda _: True
    ) -> dict[str, Any]:
        """A connection over the rows that belong to it."""
        condition = arguments.get("filter") or {}
        ordered = self.ordered[asked_order(default, arguments.get("orderBy"))]
        return ordered.page(arguments, lambda row: belongs(row) and holds(row, condition))

    def below(self, type_name: str, field: str, parent: Row) -> list[Row]:
        """The rows which name this parent, in order of their keys, at most a hundred."""
        return [row for row in self.tables.all(type_name) if getattr(row, field) == parent.id][:100]


_OWN_OBJECTS = ("PageInfo", "Pipeline", "PipelineStage", "Source", "SourceCapabilities")


def _is_own(type_name: str) -> bool:
    return type_name in _OWN_OBJECTS or type_name.endswith(("Connection", "Edge"))


def _snake_case(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _embedded(stored: Any) -> Any:
    """What is no object is null."""
    return stored if isinstance(stored, dict) else None


def _embedded_list(stored: Any) -> list[Any]:
    """What is no list is empty."""
    return [_embedded(item) for item in stored] if isinstance(stored, list) else []


_SCHEMA_NAMES = {"display_name": "displayName", "profile_url": "profileUrl", "last_active_at": "lastActiveAt"}


def _schema_name(stored: Mapping[str, Any]) -> str | None:
    name = stored.get("field")
    if name is None:
        return None
    return _SCHEMA_NAMES.get(name, name) if isinstance(name, str) else json.dumps(name)


def _sequence(row: Row) -> str:
    return base64.urlsafe_b64encode(f"{row.transaction_id}.{row.id}".encode()).decode().rstrip("=")


def _subject(plainly: Plainly, row: Row, _: Arguments) -> Row | None:
    return plainly.tables.find(row.subject_type, row.subject_id) if row.subject_type in TYPES else None


def _pipeline(campaign: Row | None, rows: Sequence[Row]) -> dict[str, Any]:
    of = {stage: [row for row in rows if row.stage is stage] for stage in LeadStage}
    won, lost = len(of[LeadStage.WON]), len(of[LeadStage.LOST])
    return {
        "campaign": campaign,
        "total": len(rows),
        "conversionRate": won / (won + lost) if won + lost else 0,
        "stages": [{"stage": stage.value, "count": len(of[stage]), "rows": of[stage]} for stage in LeadStage],
    }


def _asked_pipeline(plainly: "Plainly", _: Any, arguments: Arguments) -> dict[str, Any]:
    leads = plainly.tables.all("Lead")
    if arguments.get("campaignId") is None:
        return _pipeline(None, leads)
    campaign = plainly.tables.named(arguments["campaignId"], "Campaign")
    return _pipeline(campaign, [lead for lead in leads if campaign and lead.campaign_id == campaign.id])


def _own_pipeline(plainly: "Plainly", campaign: Row, _: Arguments) -> dict[str, Any]:
    leads = plainly.tables.all("Lead")
    return _pipeline(campaign, [lead for lead in leads if lead.campaign_id == campaign.id])


def _leads_of_stage(_: "Plainly", stage: Mapping[str, Any], arguments: Arguments) -> list[Row]:
    first = arguments.get("first")
    return DEFAULTS["Query", "leads"].sorted(stage["rows"])[: 20 if first is None else first]


def _named(type_name: str) -> Resolver:
    return lambda plainly, _, arguments: plainly.tables.named(arguments["id"], type_name)


def _all(field_name: str) -> Resolver:
    return lambda plainly, _, arguments: plainly.page(DEFAULTS["Query", field_name], arguments)


def _one(type_name: str, field: str) -> Resolver:
    return lambda plainly, row, _: plainly.tables.find(type_name, getattr(row, field))


def _below(type_name: str, field_name: str, key: str) -> Resolver:
    return lambda plainly, parent, arguments: plainly.page(
        DEFAULTS[type_name, field_name], arguments, lambda row: getattr(row, key) == parent.id
    )


_RESOLVERS: Mapping[tuple[str, str], Resolver] = {
    ("Query", "activity"): _all("activity"),
    ("Query", "appointments"): _all("appointments"),
    ("Query", "campaign"): _named("Campaign"),
    ("Query", "campaigns"): _all("campaigns"),
    ("Query", "discoveryJob"): _named("DiscoveryJob"),
    ("Query", "discoveryJobs"): _all("discoveryJobs"),
    ("Query", "lead"): _named("Lead"),
    ("Query", "leads"): _all("leads"),
    ("Query", "pipeline"): _asked_pipeline,
    ("Query", "node"): lambda plainly, _, arguments: plainly.tables.named(arguments["id"]),
    ("Query", "nodes"): lambda plainly, _, arguments: [plainly.tables.named(text) for text in arguments["ids"]],
    ("Query", "sources"): lambda plainly, _, __: plainly.sources,
    ("Activity", "sequence"): lambda _, row, __: _sequence(row),
    ("Activity", "subject"): _subject,
    ("Appointment", "durationMinutes"): lambda _, row, __: (row.ends_at - row.starts_at) // timedelta(minutes=1),
    ("Appointment", "lead"): _one("Lead", "lead_id"),
    ("Campaign", "discoveryJobs"): _below("Campaign", "discoveryJobs", "campaign_id"),
    ("Campaign", "leads"): _below("Campaign", "leads", "campaign_id"),
    ("Campaign", "pipeline"): _own_pipeline,
    ("ContactEvent", "lead"): _one("Lead", "lead_id"),
    ("DiscoveredProfile", "job"): _one("DiscoveryJob", "job_id"),
    ("DiscoveredProfile", "lead"): _one("Lead", "lead_id"),
    ("DiscoveredProfile", "matchReasons"): lambda _, row, __: _embedded_list(row.match_reasons),
    ("DiscoveredProfile", "provenance"): lambda _, row, __: _embedded_list(row.provenance),
    ("DiscoveryJob", "campaign"): _one("Campaign", "campaign_id"),
    ("DiscoveryJob", "criteria"): lambda _, row, __: _embedded(row.criteria),
    ("DiscoveryJob", "profiles"): _below("DiscoveryJob", "profiles", "job_id"),
    ("DiscoveryJob", "sourceRuns"): lambda plainly, job, _: plainly.below("SourceRun", "job_id", job),
    ("FieldProvenance", "field"): lambda _, stored, __: _schema_name(stored),
    ("Lead", "appointments"): _below("Lead", "appointments", "lead_id"),
    ("Lead", "campaign"): _one("Campaign", "campaign_id"),
    ("Lead", "contactEvents"): _below("Lead", "contactEvents", "lead_id"),
    ("Lead", "profiles"): lambda plainly, lead, _: plainly.below("DiscoveredProfile", "lead_id", lead),
    ("PipelineStage", "leads"): _leads_of_stage,
    ("Lead", "provenance"): lambda _, row, __: _embedded_list(row.provenance),
}
