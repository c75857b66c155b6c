"""What every operation can use: given by the application, the same for all operations of a process but the viewer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from strawberry.types.info import Info

from resolvers.limits.points import Spent
from services.access.viewer import Viewer
from services.activity_feed import ActivityFeed
from services.appointments.rules import AppointmentRules
from services.discovery import CriteriaLimits
from services.exports import DEFAULT_EXPORT_LIMITS, ExportLimits
from services.safety.watching import UsageWatch
from services.transaction import Act
from sources.protocol import Source


@dataclass(slots=True)
class Context:
    """The ground an operation stands on. Nothing of it is changed, but that a socket's viewer becomes known later."""

    viewer: Viewer | None
    """Who asks; None for whoever shows no credentials."""
    clock: Callable[[], datetime]
    sources: Mapping[str, Source]
    feed: ActivityFeed
    criteria_limits: CriteriaLimits
    max_conversions: int
    """How many profiles one `convertProfiles` takes."""
    appointment_rules: AppointmentRules = field(default_factory=AppointmentRules)
    export_limits: ExportLimits = DEFAULT_EXPORT_LIMITS
    usage_watch: UsageWatch = field(default_factory=UsageWatch)
    spent: Spent | None = None
    """What the operation has cost, once that is known."""
    connection_params: Mapping[str, object] | None = None
    """What a socket's client said when it began (`connection_init`)."""

    def seen_by(self, viewer: Viewer | None) -> "Context":
        """The same ground for one operation of this viewer's. `dataclasses.replace` takes four times as long."""
        return Context(
            viewer,
            self.clock,
            self.sources,
            self.feed,
            self.criteria_limits,
            self.max_conversions,
            self.appointment_rules,
            self.export_limits,
            self.usage_watch,
        )

    @property
    def actor(self) -> str:
        """What the activity log calls whoever asks."""
        return self.viewer.name if self.viewer is not None else "anonymous"


OperationInfo = Info[Context, None]


def act(info: OperationInfo) -> Act:
    """Who acts in this operation, and when."""
    return Act(info.context.actor, info.context.clock())
