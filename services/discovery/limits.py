"""The bounds of a discovery job. Every one is a setting; the values here are its defaults."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class CriteriaLimits:
    """How much one job may ask for."""

    keywords: int = 50
    seed_urls: int = 500
    usernames: int = 500
    max_profiles: int = 10_000


@dataclass(frozen=True, slots=True)
class RunLimits:
    """How a worker runs a job."""

    time_limit: timedelta = timedelta(minutes=30)
    """From the job's start, a take-over by another worker included. Sources still running then end as FAILED."""
    shortest_wait: timedelta = timedelta(seconds=1)
    """The least time to wait for a platform's rate limit, whatever it says."""
    watch_interval: timedelta = timedelta(milliseconds=500)
    """How often a running job looks whether it was cancelled or taken over."""
    closing_time: timedelta = timedelta(seconds=1)
    """How long a source may take to end what it has under way, once told to."""


DEFAULT_CRITERIA_LIMITS = CriteriaLimits()
DEFAULT_RUN_LIMITS = RunLimits()
