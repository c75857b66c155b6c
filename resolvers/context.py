"""What every operation can use: given by the application, the same for all operations of a process but the actor."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from strawberry.types.info import Info

from services.activity_feed import ActivityFeed
from services.appointments.rules import AppointmentRules
from services.discovery import CriteriaLimits
from services.exports import DEFAULT_EXPORT_LIMITS, ExportLimits
from services.safety.watching import UsageWatch
from services.transaction import Act
from sources.protocol import Source


@dataclass(frozen=True, slots=True)
class Context:
    """The ground an operation stands on."""

    actor: str
    clock: Callable[[], datetime]
    sources: Mapping[str, Source]
    feed: ActivityFeed
    criteria_limits: CriteriaLimits
    max_conversions: int
    """How many profiles one `convertProfiles` takes."""
    appointment_rules: AppointmentRules = field(default_factory=AppointmentRules)
    export_limits: ExportLimits = DEFAULT_EXPORT_LIMITS
    usage_watch: UsageWatch = field(default_factory=UsageWatch)


OperationInfo = Info[Context, None]


def act(info: OperationInfo) -> Act:
    """Who acts in this operation, and when."""
    return Act(info.context.actor, info.context.clock())
