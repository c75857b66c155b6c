"""Discovery: jobs which look for people on several platforms at once."""

from services.discovery.criteria import CriteriaDraft
from services.discovery.jobs import DiscoveryJobDraft, cancel_discovery_job, create_discovery_job, run_discovery_job
from services.discovery.limits import CriteriaLimits, RunLimits
from services.discovery.performing import fail, perform

__all__ = [
    "CriteriaDraft",
    "CriteriaLimits",
    "DiscoveryJobDraft",
    "RunLimits",
    "cancel_discovery_job",
    "create_discovery_job",
    "fail",
    "perform",
    "run_discovery_job",
]
