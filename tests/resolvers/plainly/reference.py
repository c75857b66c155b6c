"""The schema's fields resolved plainly: each for one object, from rows in memory, by the words of its description."""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from services.appointments.calendar import CalendarEntry, Organizer, appointment_calendar
from tests.resolvers.plainly.figures import FIGURES, Figure, pipeline
from tests.resolvers.plainly.filtering import holds
from tests.resolvers.plainly.import_rows import PREVIEW
from tests.resolvers.plainly.paging import DEFAULTS, Order, Ordered, asked_order
from tests.resolvers.plainly.safety import OWN_OBJECTS, SETTINGS
from tests.resolvers.plainly.safety_rows import changes_of
from tests.resolvers.plainly.slots import free_slots
from tests.resolvers.plainly.tables import TYPES, Row, Tables, id_of
from tests.viewers import TESTER

Arguments = Mapping[str, Any]
Resolver = Callable[["Plainly", Any, Arguments], Any]


@dataclass(frozen=True)
class Plainly:
    """What fields are resolved from."""

    tables: Tables
    ordered: Mapping[Order, Ordered]
    sources: Sequence[Mapping[str, Any]]
    now: datetime
    """When appointments are looked for."""

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


_OWN_OBJECTS = (
    *OWN_OBJECTS,
    *("FreeSlot", "ImportPreview", "PageInfo", "Pipeline", "PipelineStage", "PreviewedColumn"),
    *("Source", "SourceCapabilities", "StageConversion"),
)


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


def _scope(plainly: "Plainly", campaign: Row | None) -> dict[str, Any]:
    """The figures of one campaign."""
    tables = [plainly.tables.all(name) for name in ("Lead", "StageChange")]
    leads, changes = ([row for row in rows if campaign and row.campaign_id == campaign.id] for rows in tables)
    return pipeline(campaign, leads, changes)


def _asked_pipeline(plainly: "Plainly", _: Any, arguments: Arguments) -> dict[str, Any]:
    if arguments.get("campaignId") is None:
        return pipeline(None, plainly.tables.all("Lead"), plainly.tables.all("StageChange"))
    return _scope(plainly, plainly.tables.named(arguments["campaignId"], "Campaign"))


def _stage_history(plainly: "Plainly", lead: Row, _: Arguments) -> list[Row]:
    return sorted(plainly.below("StageChange", "lead_id", lead), key=lambda change: (change.at, change.id))


def _item(plainly: "Plainly", entry: Row, _: Arguments) -> Row | None:
    return plainly.tables.find(entry.subject_type, entry.subject_id)


def _taken_in(name: str) -> Resolver:
    """A value of a lead that was merged; texts are wanted, and got whatever stands there."""

    def resolve(_: "Plainly", absorbed: Mapping[str, Any], __: Arguments) -> str | None:
        lead = absorbed.get("lead")
        return _as_text(lead.get(name)) if isinstance(lead, Mapping) else None

    return resolve


def _as_text(stored: Any) -> str | None:
    return stored if stored is None or isinstance(stored, str) else json.dumps(stored)


def _absorbed_id(_: "Plainly", absorbed: Mapping[str, Any], __: Arguments) -> str | None:
    key = absorbed.get("lead_id")
    return None if key is None else id_of("Lead", key)


def _absorbed_lead(plainly: "Plainly", absorbed: Mapping[str, Any], _: Arguments) -> Row | None:
    key = absorbed.get("lead_id")
    return plainly.tables.find("Lead", None if key is None else int(key))


def _day(name: str) -> Resolver:
    return lambda _, hours, __: _embedded_list(hours.get(name.upper()))


def _calendar_file(plainly: "Plainly", row: Row, _: Arguments) -> str:
    """As the product writes it: what is in it has tests of its own, here it is whether the row's values are."""
    host = plainly.tables.find("Host", row.host_id)
    given = {field.name: getattr(row, field.name) for field in fields(CalendarEntry) if hasattr(row, field.name)}
    organizer = Organizer(host.id, host.name) if host else None
    return appointment_calendar(CalendarEntry(**given | {"uid": str(row.uid), "organizer": organizer}))


def _suppressed(_: Plainly, row: Row, __: Arguments) -> str | None:
    return id_of("Lead", row.value) if row.kind == "LEAD" and row.value is not None else row.value


def _is_active(_: Plainly, row: Row, __: Arguments) -> bool:
    return row.expires_at is None or row.expires_at > datetime.now(UTC)


def _figure(figure: Figure) -> Resolver:
    return lambda _, source, arguments: figure(source, arguments)


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


def _in_order(type_name: str, key: str, by: str) -> Resolver:
    """The rows of a short list."""
    return lambda plainly, parent, _: sorted(
        plainly.below(type_name, key, parent), key=lambda row: (getattr(row, by), row.id)
    )


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_RESOLVERS: Mapping[tuple[str, str], Resolver] = {
    ("Query", "activity"): _all("activity"),
    ("Query", "appointments"): _all("appointments"),
    ("Query", "campaign"): _named("Campaign"),
    ("Query", "campaigns"): _all("campaigns"),
    ("Query", "discoveryJob"): _named("DiscoveryJob"),
    ("Query", "discoveryJobs"): _all("discoveryJobs"),
    ("Query", "appointment"): _named("Appointment"),
    ("Query", "freeSlots"): lambda plainly, _, arguments: free_slots(plainly.tables, arguments, plainly.now),
    ("Query", "host"): _named("Host"),
    ("Query", "hosts"): _all("hosts"),
    ("Query", "lead"): _named("Lead"),
    ("Query", "leadImport"): _named("LeadImport"),
    ("Query", "leadImports"): _all("leadImports"),
    ("Query", "leads"): _all("leads"),
    ("Query", "pipeline"): _asked_pipeline,
    ("Query", "node"): lambda plainly, _, arguments: plainly.tables.named(arguments["id"]),
    ("Query", "nodes"): lambda plainly, _, arguments: [plainly.tables.named(text) for text in arguments["ids"]],
    ("Query", "previewImport"): lambda _, __, ___: PREVIEW,
    ("Query", "messageTemplate"): _named("MessageTemplate"),
    ("Query", "messageTemplates"): _all("messageTemplates"),
    ("Query", "outreachMessages"): _all("outreachMessages"),
    ("Query", "outreachSequence"): _named("OutreachSequence"),
    ("Query", "outreachTasks"): _all("outreachTasks"),
    ("Query", "apiTokens"): _all("apiTokens"),
    ("Query", "replies"): _all("replies"),
    ("Query", "safetySettings"): lambda _, __, ___: SETTINGS,
    ("Query", "viewer"): lambda _, __, ___: {"name": TESTER.name, "role": TESTER.role, "expiresAt": None},
    ("Query", "sources"): lambda plainly, _, __: plainly.sources,
    ("Query", "suppressions"): _all("suppressions"),
    ("Activity", "sequence"): lambda _, row, __: _sequence(row),
    ("Activity", "subject"): _subject,
    ("AbsorbedLead", "email"): _taken_in("email"),
    ("AbsorbedLead", "lead"): _absorbed_lead,
    ("AbsorbedLead", "leadId"): _absorbed_id,
    ("AbsorbedLead", "name"): _taken_in("name"),
    ("AbsorbedLead", "stage"): _taken_in("stage"),
    ("Appointment", "durationMinutes"): lambda _, row, __: (row.ends_at - row.starts_at) // timedelta(minutes=1),
    ("Appointment", "host"): _one("Host", "host_id"),
    ("Appointment", "ics"): _calendar_file,
    ("Appointment", "lead"): _one("Lead", "lead_id"),
    ("Campaign", "discoveryJobs"): _below("Campaign", "discoveryJobs", "campaign_id"),
    ("Campaign", "leadImports"): _below("Campaign", "leadImports", "campaign_id"),
    ("Campaign", "leads"): _below("Campaign", "leads", "campaign_id"),
    ("Campaign", "pipeline"): lambda plainly, campaign, _: _scope(plainly, campaign),
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
    ("Host", "appointments"): _below("Host", "appointments", "host_id"),
    ("Host", "hasCalendarFeed"): lambda _, host, __: host.feed_digest is not None,
    ("Host", "workingHours"): lambda _, host, __: _embedded(host.working_hours),
    ("Lead", "appointments"): _below("Lead", "appointments", "lead_id"),
    ("Lead", "campaign"): _one("Campaign", "campaign_id"),
    ("Lead", "contactEvents"): _below("Lead", "contactEvents", "lead_id"),
    ("Lead", "merges"): _below("Lead", "merges", "lead_id"),
    ("Lead", "profiles"): lambda plainly, lead, _: plainly.below("DiscoveredProfile", "lead_id", lead),
    ("Lead", "provenance"): lambda _, row, __: _embedded_list(row.provenance),
    ("Lead", "replies"): _below("Lead", "replies", "lead_id"),
    ("Lead", "stageHistory"): _stage_history,
    ("Lead", "timeline"): _below("Lead", "timeline", "lead_id"),
    ("LeadImport", "campaign"): _one("Campaign", "campaign_id"),
    ("LeadImport", "mapping"): lambda _, row, __: _embedded_list(row.mapping),
    ("LeadImport", "options"): lambda _, row, __: _embedded(row.options),
    ("LeadImport", "rows"): _below("LeadImport", "rows", "lead_import_id"),
    ("LeadImportRow", "lead"): _one("Lead", "lead_id"),
    ("LeadImportRow", "leadImport"): _one("LeadImport", "lead_import_id"),
    ("LeadImportRow", "problems"): lambda _, row, __: _embedded_list(row.problems),
    ("LeadMerge", "absorbed"): lambda _, row, __: _embedded_list(row.absorbed),
    ("LeadMerge", "campaign"): _one("Campaign", "campaign_id"),
    ("LeadMerge", "lead"): _one("Lead", "lead_id"),
    ("CampaignSafety", "campaign"): lambda plainly, own, _: plainly.tables.find("Campaign", own["campaign_id"]),
    ("Campaign", "outreachSequences"): _below("Campaign", "outreachSequences", "campaign_id"),
    ("Enrolment", "lead"): _one("Lead", "lead_id"),
    ("Enrolment", "messages"): _in_order("OutreachMessage", "enrolment_id", "step"),
    ("Enrolment", "preview"): lambda _, row, __: row.preview is True,
    ("Enrolment", "sequence"): _one("OutreachSequence", "sequence_id"),
    ("Lead", "enrolments"): _in_order("Enrolment", "lead_id", "id"),
    ("Lead", "outreachMessages"): _below("Lead", "outreachMessages", "lead_id"),
    ("OutreachMessage", "campaign"): _one("Campaign", "campaign_id"),
    ("OutreachMessage", "decision"): lambda _, row, __: _embedded(row.decision),
    ("OutreachMessage", "enrolment"): _one("Enrolment", "enrolment_id"),
    ("OutreachMessage", "lead"): _one("Lead", "lead_id"),
    ("OutreachSequence", "campaign"): _one("Campaign", "campaign_id"),
    ("OutreachSequence", "enrolments"): _below("OutreachSequence", "enrolments", "sequence_id"),
    ("OutreachSequence", "steps"): _in_order("SequenceStep", "sequence_id", "number"),
    ("OutreachTask", "message"): _one("OutreachMessage", "message_id"),
    ("OutreachTask", "open"): lambda _, row, __: row.outcome is None,
    ("SafetyDecision", "checks"): lambda _, decision, __: _embedded_list(decision.get("checks")),
    ("SequenceStep", "template"): _one("MessageTemplate", "template_id"),
    ("Reply", "contactEvent"): _one("ContactEvent", "contact_event_id"),
    ("Reply", "lead"): _one("Lead", "lead_id"),
    ("Reply", "outreachMessage"): _one("OutreachMessage", "outreach_message_id"),
    ("Reply", "permanent"): lambda _, row, __: row.permanent is True,
    ("SafetySettings", "history"): lambda plainly, _, arguments: plainly.page(
        DEFAULTS["SafetySettings", "history"], arguments
    ),
    ("SafetySettings", "suppressions"): _all("suppressions"),
    ("SafetySettingsVersion", "changes"): lambda _, version, __: changes_of(version),
    ("StageChange", "from"): lambda _, row, __: row.from_stage,
    ("StageChange", "lead"): _one("Lead", "lead_id"),
    ("StageChange", "to"): lambda _, row, __: row.to_stage,
    ("ApiToken", "active"): lambda _, row, __: row.revoked_at is None and _is_active(_, row, __),
    ("Suppression", "active"): _is_active,
    ("Suppression", "value"): _suppressed,
    ("TimelineEntry", "item"): _item,
    **{("WorkingHours", name): _day(name) for name in _DAYS},
    **{place: _figure(figure) for place, figure in FIGURES.items()},
}
