"""The tables: one module per concept. Code elsewhere names a model through this package, as `models.Lead`."""

from models.activity import Activity, ActivityKind
from models.campaigns import Campaign, CampaignStatus
from models.discovery import DiscoveryJob, DiscoveryJobStatus, SourceRun, SourceRunStatus
from models.leads import IdentityKind, Lead, LeadIdentity, LeadSource, LeadStage
from models.platforms import Platform
from models.profiles import DiscoveredProfile
from models.workers import WorkerHeartbeat

__all__ = [
    "Activity",
    "ActivityKind",
    "Campaign",
    "CampaignStatus",
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
