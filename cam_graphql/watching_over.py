"""What watches over the operations of a process: measures, the log of slow ones, and traces where they are wanted."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from starlette.types import ASGIApp

from cam_graphql.metrics import Measured
from cam_graphql.observing_settings import ObservingSettings
from cam_graphql.operation_measures import OperationMeasures
from cam_graphql.read_pool import Reads
from cam_graphql.slow_operations import SlowOperations
from pushdown import Completed, Observer
from services.activity_feed import ActivityFeed


class TracingMissing(Exception):
    """OpenTelemetry is not installed. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What a process is watched by."""

    measured: Measured
    observer: Observer
    traced: Callable[[ASGIApp], ASGIApp]
    """Puts an application under traces; gives it back as it is where there are none."""


def watch_over(settings: ObservingSettings, reads: Reads, feed: ActivityFeed, stack: ExitStack) -> Watch:
    """Begin, until `stack` is left. Raises TracingMissing."""
    measured = Measured(OperationMeasures(settings.metrics_operations), reads, feed)
    observers: list[Observer] = [measured.operations, SlowOperations(settings.slow_operation)]
    traced: Callable[[ASGIApp], ASGIApp] = _untraced
    if settings.tracing:
        try:
            from cam_graphql import tracing  # noqa: PLC0415 - only where its extra is installed
        except ImportError as missing:
            raise TracingMissing("CAM_TRACING needs more packages: pip install 'cam-graphql[tracing]'.") from missing
        stack.enter_context(tracing.tracing())
        observers.append(tracing.trace_operation)
        traced = tracing.traced

    def observe(completed: Completed) -> None:
        for observer in observers:
            observer(completed)

    return Watch(measured, observe, traced)


def _untraced(app: ASGIApp) -> ASGIApp:
    return app
