"""Turning profiles into leads, each person once."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

import asyncpg

import models
from models import IdentityKind
from services.activity import Subject
from services.conversion.lead_drafts import LeadDraft
from services.conversion.outcomes import ConversionOutcome, ConversionResult
from services.conversion.recognition import Keys, Register
from services.conversion.storing import (
    link_profiles,
    load_profiles,
    load_register,
    lock_campaign,
    write_identities,
    write_leads,
)
from services.errors import ErrorCode, InvalidInput, NotFound, Problem
from services.suppressions.matching import Person, suppressed_people
from services.transaction import Act, Transaction, transaction
from services.validation import LARGEST_ID

_ATTEMPTS = 5


async def convert_profiles(
    job_id: int, profile_ids: Sequence[int | None], act: Act, *, limit: int = 1000
) -> list[ConversionResult]:
    """Make leads of a job's profiles; one result for each id, in their order. None stands for an id nobody can read.

    A profile of somebody who is a lead of the campaign is linked to that lead, which learns from it what it lacks.
    Raises InvalidInput where there are no ids or more than `limit`, and NotFound without such a job.
    """
    if not profile_ids:
        raise InvalidInput(Problem(("profile_ids",), ErrorCode.EMPTY, "Name at least one profile."))
    if len(profile_ids) > limit:
        raise InvalidInput(Problem(("profile_ids",), ErrorCode.TOO_MANY, f"Name at most {limit:,} profiles."))
    if not 0 < job_id <= LARGEST_ID:
        raise NotFound(("job_id",), "discovery job")
    for _ in range(_ATTEMPTS - 1):
        try:
            return await _convert(job_id, profile_ids, act)
        except (asyncpg.UniqueViolationError, asyncpg.DeadlockDetectedError):
            continue  # somebody who does not convert entered the same person, and has committed by now
    return await _convert(job_id, profile_ids, act)


async def _convert(job_id: int, profile_ids: Sequence[int | None], act: Act) -> list[ConversionResult]:
    async with transaction(act) as tx:
        campaign_id = await lock_campaign(tx, job_id)
        if campaign_id is None:
            raise NotFound(("job_id",), "discovery job")
        readable = {one for one in profile_ids if one is not None and 0 < one <= LARGEST_ID}
        profiles = await load_profiles(tx, job_id, readable)
        keys = {profile_id: Keys.of(profile) for profile_id, profile in profiles.items()}
        register, drafts = await load_register(tx, campaign_id, profiles.values(), keys.values())
        batch = _Batch(profiles, keys, register, drafts, await _suppressed(tx, profiles))
        decisions = [batch.decide(profile_id) for profile_id in profile_ids]
        await write_leads(tx, campaign_id, batch.touched)
        await write_identities(tx, campaign_id, register.added)
        await link_profiles(tx, batch.links)
        results = [decision.result(given) for decision, given in zip(decisions, profile_ids, strict=True)]
        _log(tx, job_id, campaign_id, batch, results)
        return results


async def _suppressed(tx: Transaction, profiles: Mapping[int, Mapping[str, Any]]) -> Set[int]:
    people = [
        Person(
            emails=[*filter(None, (profile["email"],))],
            phones=[*filter(None, (profile["phone"],))],
            handles=[f"{profile['platform']}:{profile['handle']}"],
        )
        for profile in profiles.values()
    ]
    told = await suppressed_people(tx.connection, people)
    return {profile_id for profile_id, why in zip(profiles, told, strict=True) if why is not None}


@dataclass(frozen=True, slots=True)
class _Decision:
    """A result whose lead may have no id yet."""

    outcome: ConversionOutcome
    draft: LeadDraft | None = None
    duplicate_key: IdentityKind | None = None

    def result(self, profile_id: int | None) -> ConversionResult:
        return ConversionResult(profile_id, self.outcome, self.draft.id if self.draft else None, self.duplicate_key)


@dataclass(slots=True)
class _Batch:
    """The profiles to convert, decided on one after the other."""

    profiles: dict[int, dict[str, Any]]
    keys: dict[int, Keys]
    register: Register
    drafts: dict[int, LeadDraft]
    """Earlier leads by id."""
    suppressed: Set[int]
    """The profiles of people to whom nothing is sent."""
    links: list[tuple[int, LeadDraft]] = field(default_factory=list)
    """Profiles which were not linked to their leads yet."""
    touched: dict[LeadDraft, None] = field(default_factory=dict)
    _decided: dict[int, LeadDraft] = field(default_factory=dict)

    def decide(self, profile_id: int | None) -> _Decision:
        """What becomes of the profile, given what became of those before it."""
        profile = None if profile_id is None else self.profiles.get(profile_id)
        if profile_id is None or profile is None:
            return _Decision(ConversionOutcome.NOT_FOUND)
        keys = self.keys[profile_id]
        if decided := self._decided.get(profile_id):
            return _Decision(ConversionOutcome.DUPLICATE, decided, self.register.kind_of(keys, decided))
        draft = self.drafts.get(profile["lead_id"]) if profile["lead_id"] is not None else None
        recognised = (draft, self.register.kind_of(keys, draft)) if draft else self.register.recognise(keys)
        if recognised is None and profile_id in self.suppressed:
            return _Decision(ConversionOutcome.SUPPRESSED)
        if recognised is None:
            decision = _Decision(ConversionOutcome.CREATED, LeadDraft.of_profile(profile))
        else:
            decision = _Decision(ConversionOutcome.DUPLICATE, *recognised)
        self._take(profile, keys, decision)
        return decision

    def _take(self, profile: dict[str, Any], keys: Keys, decision: _Decision) -> None:
        draft = decision.draft
        assert draft is not None, "only profiles which are not there have no lead"
        self._decided[profile["id"]] = draft
        self.touched[draft] = None
        self.register.enter(keys, draft)
        if decision.outcome is ConversionOutcome.DUPLICATE:
            draft.learn(profile, but_not=frozenset() if self.register.has_email(keys, draft) else frozenset(("email",)))
        if profile["lead_id"] is None:
            self.links.append((profile["id"], draft))


def _log(tx: Transaction, job_id: int, campaign_id: int, batch: _Batch, results: list[ConversionResult]) -> None:
    """Tell of every new lead, and of the conversion if it changed anything."""
    for draft in batch.touched:
        if draft.founder is not None:
            tx.log(
                models.ActivityKind.LEAD_CREATED,
                Subject.LEAD,
                draft.id,
                campaign_id=campaign_id,
                profile_id=draft.founder["id"],
                platform=draft.founder["platform"],
                handle=draft.founder["handle"],
            )
    enriched = [draft.id for draft in batch.touched if draft.is_enriched]
    if batch.links or enriched or batch.register.added:
        counts = {outcome.lower(): 0 for outcome in ConversionOutcome}
        for result in results:
            counts[result.outcome.lower()] += 1
        tx.log(
            models.ActivityKind.PROFILES_CONVERTED,
            Subject.DISCOVERY_JOB,
            job_id,
            campaign_id=campaign_id,
            **counts,
            enriched_lead_ids=enriched,
        )
