"""The data loaders of the stock server: one query for all parents of a level.

Tortoise cannot limit rows by parent, so all rows of the parents are read, and cut here.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader
from tortoise.models import Model

import models

M = TypeVar("M", bound=Model)
FirstOf = tuple[int, int]
"""A parent's key, and how many of its rows are wanted."""


def _by_key(model: type[M]) -> DataLoader[int, M | None]:
    async def load(keys: list[int]) -> list[M | None]:
        found = await model.in_bulk(keys, "id")
        return [found.get(key) for key in keys]

    return DataLoader(load)


def _first_of_each(model: type[M], parent: str, order: str) -> DataLoader[FirstOf, list[M]]:
    async def load(keys: list[FirstOf]) -> list[list[M]]:
        rows: defaultdict[int, list[M]] = defaultdict(list)
        conditions: dict[str, Any] = {f"{parent}__in": {key for key, _ in keys}}
        for row in await model.filter(**conditions).order_by(f"-{order}", "-id"):
            rows[getattr(row, parent)].append(row)
        return [rows[key][:first] for key, first in keys]

    return DataLoader(load)


@dataclass(frozen=True)
class Loaders:
    """One request's loaders."""

    campaigns: DataLoader[int, models.Campaign | None] = field(default_factory=lambda: _by_key(models.Campaign))
    leads: DataLoader[int, models.Lead | None] = field(default_factory=lambda: _by_key(models.Lead))
    profiles: DataLoader[int, models.DiscoveredProfile | None] = field(
        default_factory=lambda: _by_key(models.DiscoveredProfile)
    )
    jobs_of: DataLoader[FirstOf, list[models.DiscoveryJob]] = field(
        default_factory=lambda: _first_of_each(models.DiscoveryJob, "campaign_id", "created_at")
    )
    profiles_of: DataLoader[FirstOf, list[models.DiscoveredProfile]] = field(
        default_factory=lambda: _first_of_each(models.DiscoveredProfile, "job_id", "match_score")
    )
    events_of: DataLoader[FirstOf, list[models.ContactEvent]] = field(
        default_factory=lambda: _first_of_each(models.ContactEvent, "lead_id", "occurred_at")
    )
    appointments_of: DataLoader[FirstOf, list[models.Appointment]] = field(
        default_factory=lambda: _first_of_each(models.Appointment, "lead_id", "starts_at")
    )
