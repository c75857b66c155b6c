"""The tables: one module per concept. Code elsewhere names a model through this package, as `models.Lead`."""

from models.activity import Activity, ActivityKind
from models.appointments import Appointment, AppointmentStatus, Host, SlotHold
from models.campaigns import Campaign, CampaignStatus
from models.contact_events import Channel, ContactDirection, ContactEvent
from models.discovery import DiscoveryJob, DiscoveryJobStatus, SourceRun, SourceRunStatus
from models.exports import ExportFormat, LeadExport
from models.imports import (
    ImportFormat,
    ImportOutcome,
    LeadImport,
    LeadImportRow,
    LeadImportStatus,
    Upload,
    UploadChunk,
)
from models.leads import IdentityKind, Lead, LeadIdentity, LeadSource, LeadStage
from models.merges import LeadMerge
from models.platforms import Platform
from models.profiles import DiscoveredProfile
from models.safety import (
    ChannelStart,
    InstallationSecret,
    ReservationState,
    SafetyAttempt,
    SafetyBudget,
    SafetyReservation,
    SafetyRule,
    SafetySettingsVersion,
    SafetySwitch,
    SafetyVerdict,
    Suppression,
    SuppressionKind,
    SuppressionSource,
)
from models.stage_changes import StageChange
from models.timeline import TimelineEntry
from models.workers import WorkerHeartbeat

__all__ = [
    "Activity",
    "ActivityKind",
    "Appointment",
    "AppointmentStatus",
    "Campaign",
    "CampaignStatus",
    "Channel",
    "ChannelStart",
    "ContactDirection",
    "ContactEvent",
    "DiscoveredProfile",
    "DiscoveryJob",
    "DiscoveryJobStatus",
    "ExportFormat",
    "Host",
    "IdentityKind",
    "ImportFormat",
    "ImportOutcome",
    "InstallationSecret",
    "Lead",
    "LeadExport",
    "LeadIdentity",
    "LeadImport",
    "LeadImportRow",
    "LeadImportStatus",
    "LeadMerge",
    "LeadSource",
    "LeadStage",
    "Platform",
    "ReservationState",
    "SafetyAttempt",
    "SafetyBudget",
    "SafetyReservation",
    "SafetyRule",
    "SafetySettingsVersion",
    "SafetySwitch",
    "SafetyVerdict",
    "SlotHold",
    "SourceRun",
    "SourceRunStatus",
    "StageChange",
    "Suppression",
    "SuppressionKind",
    "SuppressionSource",
    "TimelineEntry",
    "Upload",
    "UploadChunk",
    "WorkerHeartbeat",
]
