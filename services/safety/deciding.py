"""Whether a message may be sent: worked out of values alone, so that it can be asked, replayed and tested."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from models import CampaignStatus, Channel, LeadStage, SafetyRule, SafetyVerdict
from services.safety.days import channel_day, next_day
from services.safety.decisions import Check, Decision
from services.safety.settings import NO_LIMITS, ChannelSettings, SendWindow, Settings
from services.safety.windows import opening_at_or_after
from services.time_zones import zone_named

_ROUNDS = 20
"""How often rules are asked again for the next time at which all pass. A few are enough: each only waits longer."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """To whom, as far as rules ask."""

    lead_id: int
    address: str | None
    """The e-mail address, handle or number of the channel; None where it is not known."""
    domain: str | None = None
    """The e-mail address's domain."""
    time_zone: str | None = None
    do_not_contact: bool = False
    suppressed_by: str | None = None
    """What suppresses the person, in words."""
    stage: LeadStage = LeadStage.NEW
    campaign_id: int | None = None
    campaign_status: CampaignStatus = CampaignStatus.ACTIVE


@dataclass(frozen=True, slots=True)
class Usage:
    """What is used up already, reservations included, on the day of the decision."""

    paused: bool = False
    channel: int = 0
    campaign: int = 0
    domain: int = 0
    gap_free_at: datetime | None = None
    """The earliest time of the channel's next message."""
    first_sent_at: datetime | None = None
    """When the channel's first message was SENT."""
    sent_to_lead: Sequence[datetime] = field(default_factory=tuple)
    """When the lead was sent something, or will be by a reservation, newest last."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The settings by which a decision is made, and their version."""

    settings: Settings
    version: int


def decide(in_force: InForce, channel: Channel, recipient: Recipient, usage: Usage, now: datetime) -> Decision:
    """Check every rule for a message to this recipient on this channel now."""
    settings, version = in_force.settings, in_force.version
    rules = _Rules(settings, channel, recipient, usage, now)
    checks = tuple(rules.checks(now))
    failed = [check for check in checks if not check.passed]
    if not failed:
        return Decision(SafetyVerdict.ALLOWED, checks, version)
    if any(check.blocks for check in failed):
        return Decision(SafetyVerdict.BLOCKED, checks, version)
    return Decision(SafetyVerdict.DEFERRED, checks, version, rules.next_time(failed))


class _Rules:
    """The rules for one message."""

    def __init__(self, settings: Settings, channel: Channel, recipient: Recipient, usage: Usage, now: datetime) -> None:
        self._settings = settings
        self._channel = channel
        self._recipient = recipient
        self._usage = usage
        self._now = now
        self._zone = ZoneInfo(settings.time_zone)
        self._limits = settings.channels.get(channel, ChannelSettings())
        campaign = recipient.campaign_id
        self._campaign = NO_LIMITS if campaign is None else settings.campaigns.get(campaign, NO_LIMITS)

    def checks(self, at: datetime) -> Iterator[Check]:
        """What each rule says of a message at this time, in the rules' order."""
        yield self._paused()
        yield from self._person()
        yield self._window(SafetyRule.SEND_WINDOW, at)
        yield from self._budgets(at)

    def next_time(self, failed: Sequence[Check]) -> datetime | None:
        """The earliest time at which no rule is known to fail; None where nobody knows."""
        at = self._now
        for _ in range(_ROUNDS):
            if any(check.until is None for check in failed):
                return None
            later = max(check.until for check in failed if check.until is not None)
            if later <= at:
                return later
            at = later
            failed = [check for check in self.checks(at) if not check.passed]
            if not failed:
                return at
        return at

    def _paused(self) -> Check:
        if self._usage.paused:
            return Check(SafetyRule.OUTREACH_PAUSED, False, "Outreach is paused.", waits=True)
        return Check(SafetyRule.OUTREACH_PAUSED, True, "Outreach is not paused.")

    def _person(self) -> Iterator[Check]:
        person = self._recipient
        yield _fixed(
            SafetyRule.DO_NOT_CONTACT,
            not person.do_not_contact,
            "The lead may be contacted.",
            "The lead must not be contacted.",
        )
        yield _fixed(
            SafetyRule.SUPPRESSION,
            person.suppressed_by is None,
            "No suppression holds.",
            f"Suppressed: {person.suppressed_by}.",
        )
        yield _fixed(
            SafetyRule.ADDRESS,
            person.address is not None,
            f"The lead can be reached by {self._channel}.",
            f"Nothing is known by which the lead could be reached by {self._channel}.",
        )
        yield _fixed(
            SafetyRule.STAGE,
            person.stage not in {LeadStage.WON, LeadStage.LOST},
            f"The lead is {person.stage}.",
            f"The lead is {person.stage}: nothing more is sent.",
        )
        campaign = f"The campaign is {person.campaign_status}."
        if person.campaign_status is CampaignStatus.PAUSED:
            yield Check(SafetyRule.CAMPAIGN, False, campaign, waits=True)
        else:
            yield _fixed(SafetyRule.CAMPAIGN, person.campaign_status is CampaignStatus.ACTIVE, campaign, campaign)

    def _window(self, rule: SafetyRule, at: datetime) -> Check:
        windows = [window for window in (self._settings.send_window, self._campaign.send_window) if window is not None]
        for window in windows:
            check = self._in_window(rule, window, at)
            if not check.passed:
                return check
        return Check(rule, True, "The send window is open." if windows else "There is no send window.")

    def _in_window(self, rule: SafetyRule, window: SendWindow, at: datetime) -> Check:
        zone = self._zone
        if window.use_lead_time_zone:
            known = zone_named(self._recipient.time_zone)
            if known is None:
                return Check(rule, False, "The window is in the lead's time zone, which is not known.", waits=True)
            zone = known
        opening = opening_at_or_after(window, zone, at)
        if opening is None:
            return Check(rule, False, "The send window never opens.", waits=True)
        if opening.begin <= at:
            return Check(rule, True, "The send window is open.")
        return Check(rule, False, f"The send window opens at {_text(opening.begin)}.", opening.begin)

    def _budgets(self, at: datetime) -> Iterator[Check]:
        today = self._now < next_day(self._now, self._zone) and at < next_day(self._now, self._zone)
        used = self._usage if today else Usage(first_sent_at=self._usage.first_sent_at)
        tomorrow = next_day(at, self._zone)
        yield _limit(SafetyRule.CHANNEL_LIMIT, used.channel, self._limits.max_per_day, "on this channel", tomorrow)
        day = channel_day(self._usage.first_sent_at, at, self._zone)
        warm = self._limits.limit_on(day)
        yield _limit(SafetyRule.WARMUP, used.channel, warm, f"on day {day} of the warm-up", tomorrow)
        own = self._campaign.max_per_day.get(self._channel)
        yield _limit(SafetyRule.CAMPAIGN_LIMIT, used.campaign, own, "for the campaign on this channel", tomorrow)
        domain = self._settings.max_per_domain_per_day if self._recipient.domain else None
        yield _limit(SafetyRule.DOMAIN_LIMIT, used.domain, domain, f"to {self._recipient.domain}", tomorrow)
        yield self._frequency(at)
        yield self._gap(at)

    def _frequency(self, at: datetime) -> Check:
        rule, limit = SafetyRule.LEAD_FREQUENCY, self._settings.lead_frequency
        if limit is None:
            return Check(rule, True, "There is no limit for one lead.")
        span = timedelta(days=limit.days)
        recent = sorted(moment for moment in self._usage.sent_to_lead if moment > at - span)
        told = f"{len(recent)} of {limit.max_messages} messages to this lead within {limit.days} days"
        if len(recent) < limit.max_messages:
            return Check(rule, True, f"{told}.")
        if limit.max_messages == 0:
            return Check(rule, False, f"{told}.", waits=True)
        return Check(rule, False, f"{told}.", recent[-limit.max_messages] + span)

    def _gap(self, at: datetime) -> Check:
        free_at = self._usage.gap_free_at
        if free_at is None or free_at <= at:
            return Check(SafetyRule.GAP, True, "The gap since the last message has passed.")
        return Check(SafetyRule.GAP, False, f"The next message may go at {_text(free_at)}.", free_at)


def _fixed(rule: SafetyRule, passed: bool, well: str, badly: str) -> Check:
    return Check(rule, passed, well if passed else badly)


def _limit(rule: SafetyRule, used: int, limit: int | None, where: str, tomorrow: datetime) -> Check:
    """A budget of a day. One of nothing does not come back tomorrow."""
    if limit is None:
        return Check(rule, True, f"There is no limit {where}.")
    told = f"{used} of {limit} {where} today."
    if used < limit:
        return Check(rule, True, told)
    return Check(rule, False, told, tomorrow if limit > 0 else None)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
