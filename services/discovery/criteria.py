"""Whom a job looks for: the draft, its checks, and its form in the database."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

import models
from services.discovery.limits import CriteriaLimits
from services.errors import ErrorCode
from services.validation import Findings, Path
from services.web_address import canonical_address
from sources.protocol import SearchCriteria

LONGEST_KEYWORD = 100
LONGEST_PHRASE = 200
LONGEST_USERNAME = 200
MOST_FOLLOWERS = 2**31 - 1
LONGEST_RECENCY_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class CriteriaDraft:
    """Criteria as a client states them; the fields mean what they mean in `sources.protocol.SearchCriteria`."""

    platforms: tuple[models.Platform, ...]
    keywords: tuple[str, ...] = ()
    location: str | None = None
    role_contains: str | None = None
    min_followers: int | None = None
    recent_activity_days: int | None = None
    seed_urls: tuple[str, ...] = ()
    usernames: tuple[str, ...] = ()
    max_profiles: int = 200


def checked_criteria(draft: CriteriaDraft, limits: CriteriaLimits, findings: Findings, path: Path) -> CriteriaDraft:
    """The draft normalised, with what is wrong with it noted under `path`. Repeated texts and URLs count once."""

    def texts(name: str, values: Sequence[str], most: int, longest: int) -> tuple[str, ...]:
        return _distinct(
            findings, (*path, name), values, most, lambda at, value: findings.required_text(at, value, longest)
        )

    _check_platforms(draft, findings, path)
    return CriteriaDraft(
        platforms=draft.platforms,
        keywords=texts("keywords", draft.keywords, limits.keywords, LONGEST_KEYWORD),
        location=findings.optional_text((*path, "location"), draft.location, LONGEST_PHRASE),
        role_contains=findings.optional_text((*path, "role_contains"), draft.role_contains, LONGEST_PHRASE),
        min_followers=findings.whole_number((*path, "min_followers"), draft.min_followers, 0, MOST_FOLLOWERS),
        recent_activity_days=findings.whole_number(
            (*path, "recent_activity_days"), draft.recent_activity_days, 1, LONGEST_RECENCY_DAYS
        ),
        seed_urls=_distinct(
            findings,
            (*path, "seed_urls"),
            draft.seed_urls,
            limits.seed_urls,
            lambda at, value: canonical_address(findings, at, value),
        ),
        usernames=texts("usernames", draft.usernames, limits.usernames, LONGEST_USERNAME),
        max_profiles=findings.whole_number((*path, "max_profiles"), draft.max_profiles, 1, limits.max_profiles) or 1,
    )


def stored(criteria: CriteriaDraft) -> dict[str, Any]:
    """Criteria as `DiscoveryJob.criteria` keeps them."""
    return asdict(criteria)


def search_criteria(kept: dict[str, Any]) -> SearchCriteria:
    """What sources are asked, from what `DiscoveryJob.criteria` keeps."""
    names = {field.name for field in fields(SearchCriteria)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in kept.items() if name in names
    }
    return SearchCriteria(**values)


def _check_platforms(draft: CriteriaDraft, findings: Findings, path: Path) -> None:
    if not draft.platforms:
        findings.add((*path, "platforms"), ErrorCode.EMPTY, "Name at least one platform.")
    for index, platform in enumerate(draft.platforms):
        if platform in draft.platforms[:index]:
            findings.add((*path, "platforms", str(index)), ErrorCode.REPEATED, f"{platform} is named twice.")
    if models.Platform.WEB in draft.platforms and not draft.seed_urls:
        findings.add((*path, "seed_urls"), ErrorCode.REQUIRED, "WEB needs at least one URL to start from.")


def _distinct(
    findings: Findings, path: Path, values: Sequence[str], most: int, read: Callable[[Path, str], str]
) -> tuple[str, ...]:
    """Each value read, first come first, and once whatever the case of its letters."""
    if len(values) > most:
        findings.add(path, ErrorCode.TOO_MANY, f"This must have at most {most} entries.")
        return ()
    kept: dict[str, str] = {}
    for index, value in enumerate(values):
        text = read((*path, str(index)), value)
        kept.setdefault(text if "://" in text else text.casefold(), text)
    return tuple(kept.values())
