"""The tables: one module per concept. Code elsewhere names a model through this package, as `models.Lead`."""

from models.access import ApiToken, Role
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
from models.messages import AttemptOutcome, DeliveryAttempt, OutreachMessage, OutreachStatus, OutreachTask, TaskOutcome
from models.outreach import Enrolment, EnrolmentStatus, EnrolmentStop, MessageTemplate, OutreachSequence, SequenceStep
from models.platforms import Platform
from models.profiles import DiscoveredProfile
from models.replies import MailboxPosition, Reply, ReplyIntent, ReplyKind
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
from models.trusted_documents import TrustedDocument
from models.workers import WorkerHeartbeat

__all__ = [
    "Activity",
    "ActivityKind",
    "ApiToken",
    "Appointment",
    "AppointmentStatus",
    "AttemptOutcome",
    "Campaign",
    "CampaignStatus",
    "Channel",
    "ChannelStart",
    "ContactDirection",
    "ContactEvent",
    "DeliveryAttempt",
    "DiscoveredProfile",
    "DiscoveryJob",
    "DiscoveryJobStatus",
    "Enrolment",
    "EnrolmentStatus",
    "EnrolmentStop",
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
    "MailboxPosition",
    "MessageTemplate",
    "OutreachMessage",
    "OutreachSequence",
    "OutreachStatus",
    "OutreachTask",
    "Platform",
    "Reply",
    "ReplyIntent",
    "ReplyKind",
    "ReservationState",
    "Role",
    "SafetyAttempt",
    "SafetyBudget",
    "SafetyReservation",
    "SafetyRule",
    "SafetySettingsVersion",
    "SafetySwitch",
    "SafetyVerdict",
    "SequenceStep",
    "SlotHold",
    "SourceRun",
    "SourceRunStatus",
    "StageChange",
    "Suppression",
    "SuppressionKind",
    "SuppressionSource",
    "TaskOutcome",
    "TimelineEntry",
    "TrustedDocument",
    "Upload",
    "UploadChunk",
    "WorkerHeartbeat",
]
