"""Who is let in by a real server: every field at the root, with every kind of credentials, over HTTP and sockets."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

from models import Role
from tests.databases import connection_to
from tests.end_to_end.client import AUTHORIZATION, TOKEN, ApiClient
from tests.end_to_end.commands import Commands, commands
from tests.end_to_end.processes import Process, server

_SDL = Path(__file__).parents[2] / "schema.graphql"
_CREATE = """mutation ($name: String!, $role: Role!) {
  createApiToken(input: {name: $name, role: $role, days: 1}) { secret apiToken { id } }
}"""
_ORIGIN = "https://crm.example"
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
    """A server, a secret of each kind, and commands on the same database."""

    process: Process
    url: str
    http: httpx.AsyncClient
    administrator: ApiClient
    secrets: dict[str, str]
    database_url: str
    commands: Commands

    async def make(self, name: str, role: Role) -> None:
        """Make one more secret, under this name."""
        made = (await self.administrator.execute(_CREATE, name=name, role=role))["createApiToken"]
        self.secrets[name] = made["secret"]

    async def ask(self, operation: str, credentials: str) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.secrets[credentials]}"} if credentials != "none" else {}
        return await self.http.post(f"{self.url}/graphql", json={"query": operation}, headers=headers)


@pytest.fixture(scope="module")
async def doors(module_database_url: str) -> AsyncIterator[Doors]:
    settings = {"CAM_ACCESS_FAILURES": "1000000", "CAM_CORS_ORIGINS": _ORIGIN}
    async with (
        commands(module_database_url) as commanding,
        server(module_database_url, "--no-worker", **settings) as (process, url),
        httpx.AsyncClient(timeout=30) as http,
        httpx.AsyncClient(timeout=30, headers=AUTHORIZATION) as administrator,
    ):
        api = ApiClient(url, administrator)
        doors = Doors(process, url, http, api, {}, module_database_url, commanding)
        for name in (*Role, "expired", "revoked"):
            await doors.make(str(name), name if isinstance(name, Role) else Role.ADMIN)
        async with connection_to(module_database_url) as database:
            for name, end in (("expired", "expires_at = now()"), ("revoked", "revoked_at = now(), revoked_by = 'Ada'")):
                await database.execute(f"UPDATE api_tokens SET {end} WHERE name = $1", name)
        yield doors


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
    there = await doors.ask("{ campaigns(first: 100) { nodes { name } } __schema { __typename } }", Role.VIEWER)
    names = {node["name"] for node in there.json()["data"]["campaigns"]["nodes"]}
    assert not names & {"One", "Two", "Three"}
    schema_alone = await doors.ask("{ __typename __schema { queryType { name } } }", "none")
    assert "errors" not in schema_alone.json()
    tokens = (await doors.ask("{ apiTokens(first: 100) { nodes { id name } } }", Role.ADMIN)).json()["data"][
        "apiTokens"
    ]
    assert {node["name"] for node in tokens["nodes"]} >= {*Role, "expired", "revoked"}
    some_id = tokens["nodes"][0]["id"]
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


async def _listen(socket: ClientConnection) -> None:
    while True:
        await _said(socket, 10)


async def _closes(doors: Doors, name: str, end: str) -> float:
    """Seconds from the credentials' end, brought about by this SQL, to that of their socket alone."""
    await doors.make(name, Role.VIEWER)
    async with (
        _socket(doors, {"authorization": f"Bearer {doors.secrets[name]}"}) as socket,
        _socket(doors, {"authorization": f"Bearer {doors.secrets['ADMIN']}"}) as other,
        connection_to(doors.database_url) as database,
    ):
        for one in (socket, other):
            await one.send('{"id": "1", "type": "subscribe", "payload": {"query": "subscription { activity { id } }"}}')
            await one.send('{"type": "ping"}')
            while (await _said(one))["type"] != "pong":
                pass
        await database.execute(f"UPDATE api_tokens SET {end} WHERE name = $1", name)
        began = time.monotonic()
        with pytest.raises(ConnectionClosed) as closed:
            await _listen(socket)
        took = time.monotonic() - began
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4403
        await other.ping()
        return took


@pytest.mark.slow
async def test_a_socket_is_closed_within_five_seconds_of_its_credentials_end(doors: Doors) -> None:
    ends = {"soon revoked": "revoked_at = now()", "soon expired": "expires_at = now()"}
    assert max(await asyncio.gather(*(_closes(doors, *each) for each in ends.items()))) < 5


@pytest.mark.slow
async def test_actors_are_real_and_the_command_line_lets_people_in_and_out(doors: Doors) -> None:
    await doors.ask('mutation { createCampaign(input: {name: "Mine"}) { campaign { id } } }', Role.OPERATOR)
    activity = await doors.ask("{ activity(first: 1) { nodes { actor kind } } }", Role.VIEWER)
    assert activity.json()["data"]["activity"]["nodes"] == [{"actor": "OPERATOR", "kind": "CAMPAIGN_CREATED"}]

    made = await doors.commands.run("token", "create", "Laptop of Ada", "--role", "VIEWER", "--days", "3")
    assert made.returncode == 0, made.stderr
    doors.secrets["made"] = made.stdout.strip()
    assert (await doors.ask("{ viewer { name role } }", "made")).json()["data"]["viewer"] == {
        "name": "Laptop of Ada",
        "role": "VIEWER",
    }
    listed = await doors.commands.run("token", "list")
    row = next(line for line in listed.stdout.splitlines() if "Laptop of Ada" in line)
    assert made.stdout.strip()[:12] in row
    assert made.stdout.strip() not in listed.stdout
    revoked = await doors.commands.run("token", "revoke", row.split()[0])
    assert revoked.returncode == 0, revoked.stderr
    async with asyncio.timeout(5):
        while (await doors.ask("{ viewer { name } }", "made")).status_code != httpx.codes.UNAUTHORIZED:
            await asyncio.sleep(0.05)
    wrong = await doors.commands.run("token", "revoke", "999")
    assert wrong.returncode == 1
    assert "There is no API token with this id." in wrong.stderr


async def test_uploads_are_for_operators_and_browsers_are_told_what_to_do(doors: Doors) -> None:
    url, http = doors.url, doors.http
    body, header = b"name\nAda\n", {"x-cam-upload": "leads.csv"}
    assert (await http.post(f"{url}/uploads", content=body, headers=header)).status_code == 401
    assert (await http.post(f"{url}/uploads", content=body, headers=header | AUTHORIZATION)).status_code == 201
    response = await http.post(f"{url}/graphql", json={"query": "{ __typename }"}, headers={"origin": _ORIGIN})
    assert response.headers["access-control-allow-origin"] == _ORIGIN
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
    allowed = await http.options(f"{url}/graphql", headers=asked | {"origin": _ORIGIN})
    assert allowed.headers["access-control-allow-origin"] == _ORIGIN
    assert TOKEN not in repr(doors.process.lines)
