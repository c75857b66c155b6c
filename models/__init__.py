"""The tables: one module per concept. Code elsewhere names a model through this package, as `models.Lead`."""

from models.activity import Activity, ActivityKind
from models.appointments import Appointment, AppointmentStatus
from models.campaigns import Campaign, CampaignStatus
from models.contact_events import Channel, ContactDirection, ContactEvent
from models.discovery import DiscoveryJob, DiscoveryJobStatus, SourceRun, SourceRunStatus
from models.leads import IdentityKind, Lead, LeadIdentity, LeadSource, LeadStage
from models.platforms import Platform
from models.profiles import DiscoveredProfile
from models.workers import WorkerHeartbeat

__all__ = [
    "Activity",
    "ActivityKind",
    "Appointment",
    "AppointmentStatus",
    "Campaign",
    "CampaignStatus",
    "Channel",
    "ContactDirection",
    "ContactEvent",
    "DiscoveredProfile",
    "DiscoveryJob",
    "DiscoveryJobStatus",
    "IdentityKind",
    "Lead",
    "LeadIdentity",
    "LeadSource",
    "LeadStage",
    "Platform",
    "SourceRun",
    "SourceRunStatus",
    "WorkerHeartbeat",
]
