"""The settings of how much a process takes on at once, as variables."""

from typing import Annotated

from pydantic import Field, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.overload import OverloadBounds
from cam_graphql.socket_places import PlaceBounds
from cam_graphql.turns import TurnBounds

_BOUNDS = OverloadBounds()


class OverloadSettings(BaseSettings):
    """`CAM_CONCURRENT_…`, `CAM_QUEUED_…` and `CAM_SOCKETS…` bound what goes on at once in a process."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    concurrent_operations: PositiveInt = _BOUNDS.turns.running
    """Operations over HTTP at once in a process."""
    concurrent_per_credential: PositiveInt = _BOUNDS.turns.running_each
    """Of those, operations of one credential; of one address, where requests have none."""
    queued_operations: Annotated[int, Field(ge=0)] = _BOUNDS.turns.waiting
    """Operations which wait for their turn at most; what comes beyond is refused at once."""
    queued_per_credential: Annotated[int, Field(ge=0)] = _BOUNDS.turns.waiting_each
    """Of those, operations of one credential."""
    queue_seconds: Annotated[float, Field(gt=0, le=600)] = _BOUNDS.queue_seconds
    """Seconds which an operation waits for its turn at most, before it is refused."""
    sockets: PositiveInt = _BOUNDS.places.sockets
    """WebSockets, and answers that are streams of events, open at once in a process."""
    sockets_per_credential: PositiveInt = _BOUNDS.places.sockets_each
    """Of those, of one credential; of one address, where sockets have not said yet who they are."""
    socket_operations_per_credential: PositiveInt = _BOUNDS.places.operations_each
    """Operations of one credential at once over all of its WebSockets."""

    def overload_bounds(self) -> OverloadBounds:
        """How much a process takes on."""
        return OverloadBounds(
            turns=TurnBounds(
                running=self.concurrent_operations,
                running_each=self.concurrent_per_credential,
                waiting=self.queued_operations,
                waiting_each=self.queued_per_credential,
            ),
            queue_seconds=self.queue_seconds,
            places=PlaceBounds(
                sockets=self.sockets,
                sockets_each=self.sockets_per_credential,
                operations_each=self.socket_operations_per_credential,
            ),
        )
