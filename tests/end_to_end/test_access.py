"""Who is let in by a real server: every field at the root, with every kind of credentials, over HTTP and sockets."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import httpx
import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    build_schema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from cam_graphql.database import connection_arguments
from models import Role
from tests.end_to_end.client import AUTHORIZATION, TOKEN, ApiClient
from tests.end_to_end.processes import server

_SDL = Path(__file__).parents[2] / "schema.graphql"
_CREATE = """mutation ($name: String!, $role: Role!) {
  createApiToken(input: {name: $name, role: $role, days: 1}) { secret apiToken { id } }
}"""
_LITERALS = {
    "Int": "1",
    "Float": "1.0",
    "Boolean": "true",
    "DateTime": '"2026-03-01T12:00:00Z"',
    "Date": '"2026-03-01"',
    "LocalTime": '"00:00"',
}


def _literal(type_: Any) -> str:
    """Something of this type, as little as can be."""
    if isinstance(type_, GraphQLNonNull):
        return _literal(type_.of_type)
    if isinstance(type_, GraphQLList):
        return "[]"
    if isinstance(type_, GraphQLEnumType):
        return str(next(iter(type_.values)))
    if isinstance(type_, GraphQLInputObjectType):
        needed = {name: one.type for name, one in type_.fields.items() if is_required_input_field(one)}
        if type_.is_one_of:
            name, one = next(iter(type_.fields.items()))
            needed = {name: one.type}
        return "{" + ", ".join(f"{name}: {_literal(one)}" for name, one in needed.items()) + "}"
    return _LITERALS.get(str(type_), '"x"')


def _operations(schema: GraphQLSchema) -> Iterator[tuple[str, str, str, Role]]:
    """The kind, the name, an operation with this field alone, and the role which the SDL says that it needs."""
    for root in filter(None, (schema.query_type, schema.mutation_type, schema.subscription_type)):
        for name, field in root.fields.items():
            needed = {one: given.type for one, given in field.args.items() if is_required_argument(given)}
            given = ", ".join(f"{one}: {_literal(type_)}" for one, type_ in needed.items())
            below = "" if is_leaf_type(get_named_type(field.type)) else " { __typename }"
            node = field.ast_node
            assert node is not None
            (role,) = [
                argument.value.value
                for directive in node.directives
                for argument in directive.arguments
                if directive.name.value == "requires"
            ]
            operation = f"{root.name.lower()} {{ {name}{f'({given})' if given else ''}{below} }}"
            yield root.name.lower(), name, operation, Role(role)


OPERATIONS = list(_operations(build_schema(_SDL.read_text())))


@dataclass(frozen=True, slots=True)
class Doors:
    """A server, and a secret of each kind."""

    url: str
    http: httpx.AsyncClient
    secrets: dict[str, str]
    database_url: str

    async def ask(self, operation: str, credentials: str) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.secrets[credentials]}"} if credentials != "none" else {}
        return await self.http.post(f"{self.url}/graphql", json={"query": operation}, headers=headers)


@pytest.fixture
async def doors(database_url: str) -> AsyncIterator[Doors]:
    async with (
        server(database_url, "--no-worker", CAM_ACCESS_FAILURES="1000000") as (_, url),
        httpx.AsyncClient(timeout=30) as http,
        httpx.AsyncClient(timeout=30, headers=AUTHORIZATION) as administrator,
    ):
        api = ApiClient(url, administrator)
        secrets = {}
        for name in (*Role, "expired", "revoked"):
            role = name if isinstance(name, Role) else Role.ADMIN
            made = (await api.execute(_CREATE, name=name, role=role))["createApiToken"]
            secrets[str(name)] = made["secret"]
        database = await asyncpg.connect(**connection_arguments(database_url))
        await database.execute("UPDATE api_tokens SET expires_at = now() WHERE name = 'expired'")
        await database.execute("UPDATE api_tokens SET revoked_at = now(), revoked_by = 'Ada' WHERE name = 'revoked'")
        await database.close()
        yield Doors(url, http, secrets, database_url)


@pytest.mark.slow
async def test_every_field_at_the_root_lets_in_whom_the_schema_says_and_nobody_else(doors: Doors) -> None:
    asked = [one for one in OPERATIONS if one[0] != "subscription"]
    assert len(asked) > 75
    for _, name, operation, needed in asked:
        for credentials in ("expired", "revoked"):
            refused = await doors.ask(operation, credentials)
            assert refused.status_code == httpx.codes.UNAUTHORIZED, name
            assert refused.headers["www-authenticate"].startswith("Bearer ")
            assert refused.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
        assert _codes(await doors.ask(operation, "none")) == ["UNAUTHENTICATED"], name
        for role in Role:
            answered = _codes(await doors.ask(operation, role))
            assert (answered == ["FORBIDDEN"]) == (not role.includes(needed)), (name, role, answered)
            assert "UNAUTHENTICATED" not in answered


def _codes(response: httpx.Response) -> list[str | None]:
    return [error.get("extensions", {}).get("code") for error in response.json().get("errors", ())]


@pytest.mark.slow
async def test_a_forbidden_field_beside_an_allowed_one_keeps_the_whole_operation_from_being_carried_out(
    doors: Doors,
) -> None:
    create = 'createCampaign(input: {name: "%s"}) { __typename }'
    remove = 'removeSuppression(input: {id: "x", reason: "y"}) { __typename }'
    for operation in (
        f"mutation {{ {create % 'One'} {remove} }}",
        f"mutation {{ {create % 'Two'} ...More }} fragment More on Mutation {{ ... on Mutation {{ x: {remove} }} }}",
        f"mutation {{ {create % 'Three'} {remove.replace('(', '(', 1)} }}",
    ):
        response = await doors.ask(operation, Role.OPERATOR)
        assert _codes(response) == ["FORBIDDEN"]
        assert response.json().get("data") is None
    counted = await doors.ask("{ campaigns { totalCount } __schema { queryType { name } } }", Role.VIEWER)
    assert counted.json()["data"]["campaigns"] == {"totalCount": 0}
    schema_alone = await doors.ask("{ __typename __schema { queryType { name } } }", "none")
    assert "errors" not in schema_alone.json()
    tokens = await doors.ask("{ apiTokens { totalCount } activity { nodes { actor subject { id } } } }", Role.ADMIN)
    assert tokens.json()["data"]["apiTokens"] == {"totalCount": 5}
    (some_id, *_) = [node["subject"]["id"] for node in tokens.json()["data"]["activity"]["nodes"]]
    found = {role: (await doors.ask(f'{{ node(id: "{some_id}") {{ id }} }}', role)).json()["data"] for role in Role}
    assert found == {Role.VIEWER: {"node": None}, Role.OPERATOR: {"node": None}, Role.ADMIN: {"node": {"id": some_id}}}


@asynccontextmanager
async def _socket(doors: Doors, payload: Any = None, **headers: str) -> AsyncIterator[ClientConnection]:
    """A socket that was begun with this payload."""
    address = f"{doors.url.replace('http', 'ws', 1)}/graphql"
    protocols = [Subprotocol("graphql-transport-ws")]
    async with connect(address, subprotocols=protocols, additional_headers=headers) as socket:
        await socket.send(json.dumps({"type": "connection_init", "payload": payload or {}}))
        yield socket


async def _said(socket: ClientConnection, seconds: float = 5) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await asyncio.wait_for(socket.recv(), seconds))
    return message


@pytest.mark.slow
async def test_every_subscription_needs_credentials_which_sockets_show_when_they_begin(doors: Doors) -> None:
    bearer = f"Bearer {doors.secrets['VIEWER']}"
    for _, name, operation, _ in (one for one in OPERATIONS if one[0] == "subscription"):
        async with _socket(doors) as socket:
            assert (await _said(socket))["type"] == "connection_ack"
            await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": operation}}))
            refused = await _said(socket)
            assert (refused["type"], refused["payload"][0]["extensions"]["code"]) == ("error", "UNAUTHENTICATED"), name
        async with _socket(doors, {"Authorization": bearer}) as socket:
            assert (await _said(socket))["type"] == "connection_ack"
            await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": operation}}))
            with suppress(TimeoutError):
                assert "UNAUTHENTICATED" not in str(await _said(socket, 0.2)), name
    async with _socket(doors, authorization=bearer) as socket:  # programs have headers
        await _said(socket)
        await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": "{ viewer { name } }"}}))
        assert (await _said(socket))["payload"] == {"data": {"viewer": {"name": "VIEWER"}}}
    for wrong in (doors.secrets["expired"], doors.secrets["revoked"], "rubbish"):
        async with _socket(doors, {"authorization": f"Bearer {wrong}"}) as socket:
            with pytest.raises(ConnectionClosed) as closed:
                await _said(socket)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4403


async def _closed(socket: ClientConnection) -> None:
    while True:
        await _said(socket, 10)


@pytest.mark.slow
async def test_a_socket_is_closed_within_five_seconds_of_its_credentials_end(doors: Doors) -> None:
    database = await asyncpg.connect(**connection_arguments(doors.database_url))
    for end in ("revoked_at = now()", "expires_at = now()"):
        role = Role.VIEWER if "revoked" in end else Role.OPERATOR
        operation = "subscription { activity { sequence } }"
        async with (
            _socket(doors, {"authorization": f"Bearer {doors.secrets[role]}"}) as socket,
            _socket(doors, {"authorization": f"Bearer {doors.secrets['ADMIN']}"}) as other,
        ):
            for one in (socket, other):
                await _said(one)
                await one.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": operation}}))
            await asyncio.sleep(0.2)
            await database.execute(f"UPDATE api_tokens SET {end} WHERE name = '{role}'")
            began = time.monotonic()
            with pytest.raises(ConnectionClosed) as closed:
                await _closed(socket)
            if "revoked" in end:
                assert time.monotonic() - began < 5
            assert closed.value.rcvd is not None
            assert closed.value.rcvd.code == 4403
            await other.ping()
    await database.close()


async def test_actors_are_real_and_the_command_line_lets_people_in_and_out(doors: Doors) -> None:
    await doors.ask('mutation { createCampaign(input: {name: "Mine"}) { campaign { id } } }', Role.OPERATOR)
    activity = await doors.ask("{ activity(first: 1) { nodes { actor kind } } }", Role.VIEWER)
    assert activity.json()["data"]["activity"]["nodes"] == [{"actor": "OPERATOR", "kind": "CAMPAIGN_CREATED"}]

    def token(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cam_graphql", "token", *arguments]
        environment = {"CAM_DATABASE_URL": doors.database_url, "PATH": "/usr/bin:/bin", "COLUMNS": "120"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)

    made = await asyncio.to_thread(token, "create", "Laptop of Ada", "--role", "VIEWER", "--days", "3")
    assert made.returncode == 0, made.stderr
    doors.secrets["made"] = made.stdout.strip()
    assert (await doors.ask("{ viewer { name role } }", "made")).json()["data"]["viewer"] == {
        "name": "Laptop of Ada",
        "role": "VIEWER",
    }
    listed = await asyncio.to_thread(token, "list")
    row = next(line for line in listed.stdout.splitlines() if "Laptop of Ada" in line)
    assert made.stdout.strip()[:12] in row
    assert made.stdout.strip() not in listed.stdout
    revoked = await asyncio.to_thread(token, "revoke", row.split()[0])
    assert revoked.returncode == 0, revoked.stderr
    await asyncio.sleep(2.1)  # for so long it may still be known
    assert (await doors.ask("{ viewer { name } }", "made")).status_code == httpx.codes.UNAUTHORIZED
    wrong = await asyncio.to_thread(token, "revoke", "999")
    assert wrong.returncode == 1
    assert "There is no API token with this id." in wrong.stderr


async def test_uploads_are_for_operators_and_browsers_are_told_what_to_do(database_url: str) -> None:
    origin = "https://crm.example"
    async with (
        server(database_url, "--no-worker", CAM_CORS_ORIGINS=origin) as (process, url),
        httpx.AsyncClient(timeout=30) as http,
    ):
        body, header = b"name\nAda\n", {"x-cam-upload": "leads.csv"}
        assert (await http.post(f"{url}/uploads", content=body, headers=header)).status_code == 401
        assert (await http.post(f"{url}/uploads", content=body, headers=header | AUTHORIZATION)).status_code == 201
        response = await http.post(f"{url}/graphql", json={"query": "{ __typename }"}, headers={"origin": origin})
        assert response.headers["access-control-allow-origin"] == origin
        for name, value in (
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cache-control", "no-store"),
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
        ):
            assert response.headers[name] == value
        elsewhere = {"origin": "https://evil.example"}
        asked = elsewhere | {"access-control-request-method": "POST", "access-control-request-headers": "authorization"}
        preflight = await http.options(f"{url}/graphql", headers=asked)
        assert preflight.status_code == 400
        assert "access-control-allow-origin" not in preflight.headers
        allowed = await http.options(f"{url}/graphql", headers=asked | {"origin": origin})
        assert allowed.headers["access-control-allow-origin"] == origin
        assert TOKEN not in repr(process.lines)
