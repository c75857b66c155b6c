"""Replaying attempts in their order, with what is used up counted anew, since other settings let others through."""

from bisect import insort
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from models import Channel, SafetyVerdict
from services.safety.budgets import budgets_of, campaign_scope, channel_scope, domain_scope
from services.safety.days import day_of
from services.safety.deciding import InForce, Recipient, Usage, decide
from services.safety.decisions import Decision
from services.safety.reserving import TIMELESS


@dataclass(frozen=True, slots=True)
class PastAttempt:
    """An attempt as it was written down. Of one that was let through, `released_at` tells when it was given back."""

    channel: Channel
    at: datetime
    recipient: Recipient
    usage: Usage
    spread: float
    verdict: SafetyVerdict
    released_at: datetime | None = None


class Replay:
    """Decides attempts by proposed settings, the oldest first.

    Facts stay as they were: who the recipient was, whether outreach was paused, and all that was sent before the first
    attempt. What the replay lets through counts from then on, and what really was given back, is given back.
    """

    def __init__(self, proposed: InForce, begin: datetime) -> None:
        self._proposed = proposed
        self._zone = ZoneInfo(proposed.settings.time_zone)
        self._begin = begin
        self._used: Counter[tuple[str, date]] = Counter()
        self._to_lead: defaultdict[int, list[datetime]] = defaultdict(list)
        self._last: dict[Channel, datetime] = {}
        self._free_at: dict[Channel, datetime] = {}
        self._started: dict[Channel, datetime] = {}
        self._releases: list[tuple[datetime, int, datetime, tuple[tuple[str, date], ...]]] = []
        self._ahead: set[tuple[int, Channel]] = set()

    def decide(self, attempt: PastAttempt) -> Decision | None:
        """What becomes of an attempt; None where it would not have been made, its message being sent by then.

        A message is tried again while it is deferred: the attempts for a lead on a channel up to the one that was
        really let through, or blocked, are all for the same message.
        """
        message = (attempt.recipient.lead_id, attempt.channel)
        if message in self._ahead:
            if attempt.verdict is not SafetyVerdict.DEFERRED:
                self._ahead.discard(message)
            return None
        self._give_back(attempt.at)
        usage = self._usage(attempt)
        decision = decide(self._proposed, attempt.channel, attempt.recipient, usage, attempt.at)
        if decision.allowed:
            self._take(attempt, usage)
            if attempt.verdict is SafetyVerdict.DEFERRED:
                self._ahead.add(message)
        return decision

    def _usage(self, attempt: PastAttempt) -> Usage:
        recipient, channel, day = attempt.recipient, attempt.channel, day_of(attempt.at, self._zone)
        campaign, domain, lead = recipient.campaign_id, recipient.domain, recipient.lead_id
        before = [moment for moment in attempt.usage.sent_to_lead if moment < self._begin]
        return Usage(
            attempt.usage.paused,
            self._used[channel_scope(channel), day],
            0 if campaign is None else self._used[campaign_scope(campaign, channel), day],
            0 if domain is None else self._used[domain_scope(domain), day],
            self._gap(attempt),
            self._first_sent(attempt),
            tuple(before + self._to_lead[lead]),
        )

    def _gap(self, attempt: PastAttempt) -> datetime | None:
        """As the replay left it; before it let anything through, as it was at the beginning."""
        channel = attempt.channel
        if channel not in self._last:
            return self._free_at.setdefault(channel, attempt.usage.gap_free_at or attempt.at)
        return self._free_at[channel]

    def _first_sent(self, attempt: PastAttempt) -> datetime | None:
        really = attempt.usage.first_sent_at
        if really is not None and really < self._begin:
            return really
        return self._started.get(attempt.channel)

    def _take(self, attempt: PastAttempt, usage: Usage) -> None:
        recipient, channel, at = attempt.recipient, attempt.channel, attempt.at
        taken = []
        budgets = budgets_of(self._proposed, channel, recipient, usage, now=at, spread=attempt.spread)
        for budget in budgets:
            if budget.gap is not None:
                self._free_at[channel] = at + timedelta(seconds=budget.gap)
            elif budget.day != TIMELESS:
                taken.append((budget.scope, budget.day))
        self._used.update(taken)
        self._last[channel] = at
        self._to_lead[recipient.lead_id].append(at)
        if attempt.released_at is None:
            self._started.setdefault(channel, at)
        else:
            insort(self._releases, (attempt.released_at, recipient.lead_id, at, tuple(taken)))

    def _give_back(self, at: datetime) -> None:
        while self._releases and self._releases[0][0] <= at:
            _, lead_id, taken_at, taken = self._releases.pop(0)
            self._used.subtract(taken)
            self._to_lead[lead_id].remove(taken_at)
