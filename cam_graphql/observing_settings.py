"""The settings of what is told of the service, as variables."""

from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.metrics import MetricsAccess


class ObservingSettings(BaseSettings):
    """`CAM_METRICS…`, `CAM_SLOW_OPERATION` and `CAM_TRACING`."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    metrics: MetricsAccess = MetricsAccess.CREDENTIALS
    """Who may read `/metrics`: whoever has `credentials`, everybody (`open`), or nobody (`off`)."""
    metrics_operations: Annotated[int, Field(ge=0, le=10_000)] = 200
    """How many names of operations metrics tell apart; the others are counted together."""
    slow_operation: Annotated[float, Field(gt=0)] = 1.0
    """Seconds from which on a query or a mutation leaves a line in the log."""
    tracing: bool = False
    """Send traces by OpenTelemetry, as its own variables (`OTEL_…`) say. Needs `cam-graphql[tracing]`."""
