"""What every source is.

A source turns criteria into batches of profiles. It knows its platform's wire format and nothing of the database:
whoever runs it stores what it yields, in one transaction a batch, together with the batch's checkpoint.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SearchCriteria:
    """Whom to look for. Criteria a platform cannot apply are applied to its results afterwards, by matching."""

    keywords: tuple[str, ...] = ()
    location: str | None = None
    role_contains: str | None = None
    min_followers: int | None = None
    recent_activity_days: int | None = None
    seed_urls: tuple[str, ...] = ()
    """Absolute http(s) URLs where WEB starts."""
    usernames: tuple[str, ...] = ()
    """Exact accounts to look up, where a platform has no search."""
    max_profiles: int = 200


@dataclass(frozen=True, slots=True)
class FieldProvenance:
    """Where one value of a profile comes from."""

    field: str
    """The profile's attribute, e.g. `role`."""
    source_url: str
    method: str
    """How it was read, e.g. `json-ld`, `microdata`, `rdfa`, `h-card`, `vcard`, `api`."""
    retrieved_at: datetime


@dataclass(frozen=True, slots=True)
class FoundProfile:
    """One person as one platform shows them. Texts are stripped and non-empty, or None where unknown."""

    handle: str
    """Stable name of the account on its platform, unique there; compared by exact equality. At most 500 characters."""
    profile_url: str
    """Canonical absolute http(s) URL."""
    display_name: str
    bio: str | None = None
    role: str | None = None
    company: str | None = None
    email: str | None = None
    """Normalised: lower-case domain, no display name."""
    phone: str | None = None
    """E.164."""
    website: str | None = None
    location: str | None = None
    followers: int | None = None
    last_active_at: datetime | None = None
    links: tuple[str, ...] = ()
    """Further canonical URLs of the same person (`sameAs`, `rel=me`)."""
    provenance: tuple[FieldProvenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """What a source found since its previous batch. An empty batch reports progress only."""

    profiles: tuple[FoundProfile, ...] = ()
    """New profiles, and earlier ones of which more is known now (same handle, whole content)."""
    superseded_handles: tuple[str, ...] = ()
    """Handles yielded earlier which turned out to be a person yielded under another handle in this batch."""
    requests_made: int = 0
    """Requests sent to the platform since the previous batch."""
    checkpoint: str | None = None
    """Where to resume after a crash: handed back as `search(checkpoint=…)`. None: the search starts anew."""


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a source can be used on this installation."""

    available: bool
    reason_unavailable: str | None = None
    """What is missing and how to supply it; None where available."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a source can do. Criteria are named as in `SearchCriteria`."""

    description: str
    searches: bool
    """Finds people who were not named."""
    looks_up: bool
    """Finds people by exact username."""
    required_criteria: frozenset[str] = frozenset()
    """Criteria without which it cannot run."""
    platform_criteria: frozenset[str] = frozenset()
    """Criteria applied by the platform itself; the others are applied to its results."""


class SourceFailed(Exception):
    """The source cannot go on. The message tells an operator why; it carries no secrets."""


class RateLimited(SourceFailed):
    """The platform asks to wait."""

    def __init__(self, message: str, retry_at: datetime) -> None:
        super().__init__(message)
        self.retry_at = retry_at


class Source(Protocol):
    """A platform's client. One instance serves many searches, also side by side."""

    @property
    def platform(self) -> str:
        """A value of the `Platform` enum, e.g. `WEB`."""
        ...

    @property
    def capabilities(self) -> Capabilities: ...

    def availability(self) -> Availability: ...

    def search(self, criteria: SearchCriteria, *, checkpoint: str | None = None) -> AsyncIterator[Batch]:
        """Yield batches until the search is exhausted, the caller closes the iterator, or `SourceFailed` is raised.

        Closing the iterator (`aclose`) or cancelling the task ends all requests under way within a second.
        """
        ...
