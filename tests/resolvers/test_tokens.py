"""API tokens over HTTP: made with a secret that is told once, listed without it, and revoked."""

from datetime import datetime, timedelta
from typing import Any

import pytest

import models
from pushdown import encode_global_id
from services.access.secrets import digest_of, is_secret
from tests.resolvers.serving import Api
from tests.viewers import TESTER

CREATE = """
mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    secret apiToken { id name prefix role createdBy expiresAt lastUsedAt } userErrors { field code }
  }
}
"""
REVOKE = """
mutation ($input: RevokeApiTokenInput!) {
  revokeApiToken(input: $input) { apiToken { id active revokedBy revokedAt } userErrors { field code } }
}
"""
LIST = "{ apiTokens { totalCount nodes { id name prefix active } } }"


async def _create(api: Api, name: str, **fields: Any) -> dict[str, Any]:
    return await api.done(CREATE, input={"name": name, "role": "VIEWER", **fields})


async def test_a_secret_is_told_once_and_what_is_kept_of_it_is_a_digest(api: Api) -> None:
    made = await _create(api, "  reports ", days=30)
    secret, token = made["secret"], made["apiToken"]
    assert is_secret(secret)
    assert token["prefix"] == secret[:12]
    assert (token["name"], token["role"]) == ("reports", "VIEWER")
    assert (token["createdBy"], token["lastUsedAt"]) == (TESTER.name, None)
    assert datetime.fromisoformat(token["expiresAt"]) == api.context.clock() + timedelta(days=30)
    row = await models.ApiToken.get()
    assert row.digest == digest_of(secret)
    everything = await api.execute("{ apiTokens { nodes { id name prefix } } activity { nodes { kind detail } } }")
    assert secret not in repr(everything)


async def test_a_revoked_token_stays_in_the_list_and_is_revoked_by_whom_did_it_first(api: Api) -> None:
    kept, ended = [(await _create(api, name))["apiToken"]["id"] for name in ("kept", "ended")]
    first = await api.done(REVOKE, input={"id": ended})
    assert (first["apiToken"]["active"], first["apiToken"]["revokedBy"]) == (False, TESTER.name)
    assert await api.done(REVOKE, input={"id": ended}) == first
    listed = (await api.execute(LIST))["apiTokens"]
    assert listed["totalCount"] == 2
    assert [(node["id"], node["active"]) for node in listed["nodes"]] == [(ended, False), (kept, True)]


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"name": " "}, ["name"]),
        ({"name": "x" * 201}, ["name"]),
        ({"days": 0}, ["days"]),
        ({"days": 3_651}, ["days"]),
        ({"name": "", "days": -1}, ["name", "days"]),
    ],
)
async def test_a_token_asked_for_wrongly_is_not_made(api: Api, fields: dict[str, Any], paths: list[str]) -> None:
    refused = await api.refused(CREATE, input={"name": "crm", "role": "ADMIN", **fields})
    assert [path for path, _ in refused] == paths
    assert not await models.ApiToken.exists()
    assert not await models.Activity.exists()


async def test_ids_of_tokens_that_are_unknown_foreign_or_malformed_cannot_be_told_apart(api: Api) -> None:
    await _create(api, "crm")
    ids = (encode_global_id("ApiToken", 7), encode_global_id("Campaign", 1), "rubbish", "", "é" * 300)
    answers = [await api.refused(REVOKE, input={"id": one}) for one in ids]
    assert answers == [[("id", "NOT_FOUND")]] * len(ids)
    assert await models.ApiToken.filter(revoked_at=None).count() == 1
