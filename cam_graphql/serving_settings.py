"""The settings of how long requests, connections and sockets may take, as variables."""

from typing import Annotated

from pydantic import Field, PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.graphql_view import SocketBounds
from cam_graphql.http_protocol import HEADERS_TIMEOUT

_SOCKETS = SocketBounds()


class ServingSettings(BaseSettings):
    """`CAM_REQUEST_TIMEOUT`, `CAM_KEEP_ALIVE` and `CAM_SOCKET_…` bound what waits for a client, or has it wait."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    request_timeout: Annotated[float, Field(gt=0, le=3600)] = 30.0
    """Seconds a GraphQL request over HTTP may take before it is cancelled and answered 504; not for event streams."""
    keep_alive: PositiveInt = 75
    """Seconds a connection stays open without requests. A proxy in front should give up its idle ones before."""
    headers_timeout: Annotated[float, Field(gt=0, le=3600)] = HEADERS_TIMEOUT
    """Seconds a client has for sending a request's headers, before its connection is closed."""
    socket_ping_interval: Annotated[float, Field(gt=0, le=3600)] = 20.0
    """Seconds between pings to a WebSocket's client."""
    socket_ping_timeout: Annotated[float, Field(gt=0, le=3600)] = 20.0
    """Seconds a WebSocket's client has to answer a ping, before the socket is closed."""
    socket_stall_timeout: Annotated[float, Field(gt=0, le=3600)] = 60.0
    """Seconds a WebSocket's client may leave unread what fills its socket, before its connection is given up."""
    socket_init_timeout: Annotated[float, Field(gt=0, le=600)] = _SOCKETS.init_seconds
    """Seconds a WebSocket's client may take to begin (`connection_init`)."""
    socket_operations: PositiveInt = _SOCKETS.operations
    """Operations of one WebSocket at once."""

    def socket_bounds(self) -> SocketBounds:
        """Bounds of one socket."""
        return SocketBounds(init_seconds=self.socket_init_timeout, operations=self.socket_operations)
