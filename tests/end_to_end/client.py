"""A client of the API as others would write one: httpx for operations, gql for subscriptions."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from gql import Client, GraphQLRequest
from gql.transport.websockets import WebsocketsTransport
from gql.transport.websockets_protocol import WebsocketsProtocolTransportBase

TOKEN = "only-for-tests-and-of-no-use-to-anybody"
"""Lets processes that tests start let tests in, as ADMIN (`CAM_ADMIN_TOKEN`)."""
AUTHORIZATION = {"authorization": f"Bearer {TOKEN}"}


@dataclass(frozen=True, slots=True)
class ApiClient:
    """Speaks to one server."""

    url: str
    http: httpx.AsyncClient

    async def execute(self, query: str, **variables: Any) -> dict[str, Any]:
        """The data of an operation that is expected to succeed."""
        answer = await self.post(query, **variables)
        assert "errors" not in answer, answer["errors"]
        data: dict[str, Any] = answer["data"]
        return data

    async def post(self, query: str, **variables: Any) -> dict[str, Any]:
        """The whole answer of an operation."""
        response = await self.http.post(f"{self.url}/graphql", json={"query": query, "variables": variables})
        assert response.status_code == 200, response.text
        answer: dict[str, Any] = response.json()
        return answer

    async def subscribe(self, query: str, **variables: Any) -> AsyncIterator[dict[str, Any]]:
        """The data of a subscription's updates, over graphql-transport-ws."""
        transport = WebsocketsTransport(
            url=f"{self.url.replace('http', 'ws', 1)}/graphql",
            subprotocols=[WebsocketsProtocolTransportBase.GRAPHQLWS_SUBPROTOCOL],
            init_payload=AUTHORIZATION,
        )
        async with Client(transport=transport) as session:
            async for data in session.subscribe(GraphQLRequest(query, variable_values=variables)):
                yield data


@asynccontextmanager
async def client(url: str, authorization: Mapping[str, str] = AUTHORIZATION) -> AsyncIterator[ApiClient]:
    """A client of the server at this address."""
    async with httpx.AsyncClient(timeout=30, headers=authorization) as http:
        yield ApiClient(url, http)
