"""Days of the settings' time zone: budgets are counted by them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """The day on which a moment lies."""
    return at.astimezone(zone).date()


def begin_of_day(day: date, zone: ZoneInfo) -> datetime:
    """When a day begins, in UTC."""
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def next_day(at: datetime, zone: ZoneInfo) -> datetime:
    """When the day after begins, in UTC."""
    return begin_of_day(day_of(at, zone) + timedelta(days=1), zone)


def channel_day(first_sent_at: datetime | None, at: datetime, zone: ZoneInfo) -> int:
    """How manieth day of a channel it is: 1 before, and on the day of, its first SENT message."""
    if first_sent_at is None:
        return 1
    return max((day_of(at, zone) - day_of(first_sent_at, zone)).days, 0) + 1
