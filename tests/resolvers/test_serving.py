from tests.resolvers.serving import Api

CREATE = """
mutation($input: CreateCampaignInput!) {
  createCampaign(input: $input) { campaign { name } userErrors { field code message } }
}
"""


async def test_a_campaign_is_created_over_http(api: Api) -> None:
    assert await api.done(CREATE, input={"name": "Builders"}) == {"campaign": {"name": "Builders"}, "userErrors": []}
    assert await api.refused(CREATE, input={"name": "builders"}) == [("name", "TAKEN")]
