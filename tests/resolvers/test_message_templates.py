"""Message templates over HTTP: kept, refused where they name what is not there, and shown as a lead would get them."""

import asyncio

from tests.resolvers.leads_over_http import campaign, lead
from tests.resolvers.scheduling import CREATE_TEMPLATE, schedule, template
from tests.resolvers.serving import Api

UPDATE = """
mutation ($input: UpdateMessageTemplateInput!) {
  updateMessageTemplate(input: $input) {
    messageTemplate { name subject body version } userErrors { field code message }
  }
}
"""
DELETE = (
    "mutation ($input: DeleteMessageTemplateInput!) { deleteMessageTemplate(input: $input) { userErrors { code } } }"
)
LIST = """
query ($filter: MessageTemplateFilter) { messageTemplates(filter: $filter) { totalCount nodes { name channel } } }
"""
PREVIEW = """
query ($template: ID!, $lead: ID!) {
  previewMessageTemplate(templateId: $template, leadId: $lead) { subject body problem }
}
"""
LOG = "{ activity { nodes { kind detail } } }"


async def test_templates_are_kept_changed_and_deleted(api: Api) -> None:
    key = await template(api, "Hello", body="  Hello {{ lead.name }}  ")
    await template(api, "A note", channel="LINKEDIN", body="Hello")

    await api.done(UPDATE, input={"id": key, "subject": None, "expectedVersion": 1})
    unchanged = await api.done(UPDATE, input={"id": key, "name": " Hello ", "expectedVersion": 2})
    assert unchanged["messageTemplate"] == {
        "name": "Hello",
        "subject": None,
        "body": "Hello {{ lead.name }}",
        "version": 2,
    }
    assert await api.refused(UPDATE, input={"id": key, "body": "x", "expectedVersion": 1}) == [
        ("expectedVersion", "CONFLICT")
    ]
    assert [one["name"] for one in (await api.execute(LIST))["messageTemplates"]["nodes"]] == ["A note", "Hello"]
    listed = await api.execute(LIST, filter={"channel": {"eq": "EMAIL"}})
    assert listed["messageTemplates"] == {"totalCount": 1, "nodes": [{"name": "Hello", "channel": "EMAIL"}]}

    await api.done(DELETE, input={"id": key})
    assert await api.refused(UPDATE, input={"id": key, "body": "x"}) == [("id", "NOT_FOUND")]
    kinds = [entry["kind"] for entry in (await api.execute(LOG))["activity"]["nodes"]]
    assert sorted(kinds) == sorted(
        ["MESSAGE_TEMPLATE_CREATED"] * 2 + ["MESSAGE_TEMPLATE_UPDATED", "MESSAGE_TEMPLATE_DELETED"]
    )


async def test_a_template_with_mistakes_is_refused_and_all_of_them_are_told(api: Api) -> None:
    mistaken = {
        "name": " ",
        "channel": "EMAIL",
        "subject": "{{ lead.nmae }}",
        "body": "{{ lead.name | shout }} {{ x }}",
    }
    payload = (await api.execute(CREATE_TEMPLATE, input=mistaken))["createMessageTemplate"]
    assert [(".".join(error["field"]), error["code"]) for error in payload["userErrors"]] == [
        ("name", "BLANK"),
        ("subject", "MALFORMED"),
        ("body", "MALFORMED"),
        ("body", "MALFORMED"),
    ]
    told = [error["message"] for error in payload["userErrors"]]
    assert "lead.nmae" in told[1]
    assert "lead.name," in told[1]
    assert "shout" in told[3]
    assert "upcase" in told[3]
    wrong = {"name": "Note", "channel": "TWITTER", "subject": "x", "body": "{% include 'x' %}"}
    assert await api.refused(CREATE_TEMPLATE, input=wrong) == [("subject", "MALFORMED"), ("body", "MALFORMED")]
    long = {"name": "Note", "channel": "EMAIL", "subject": "x" * 301, "body": "x" * 20_001}
    assert await api.refused(CREATE_TEMPLATE, input=long) == [("subject", "TOO_LONG"), ("body", "TOO_LONG")]
    assert await api.refused(CREATE_TEMPLATE, input={"name": "N", "channel": "EMAIL", "body": "a\0b"}) == [
        ("body", "MALFORMED")
    ]
    key = await template(api)
    assert await api.refused(UPDATE, input={"id": key, "body": "{{ x }}"}) == [("body", "MALFORMED")]
    assert (await api.execute(LIST))["messageTemplates"]["totalCount"] == 1
    assert len((await api.execute(LOG))["activity"]["nodes"]) == 1


async def test_of_many_templates_of_one_name_there_is_one(api: Api) -> None:
    names = ["Hello", "HELLO"] * 10
    answers = await asyncio.gather(
        *(
            api.execute(CREATE_TEMPLATE, input={"name": name, "channel": "EMAIL", "subject": "x", "body": "y"})
            for name in names
        )
    )
    codes = [[error["code"] for error in answer["createMessageTemplate"]["userErrors"]] for answer in answers]
    assert sorted(codes) == [[], *[["TAKEN"]] * 19]


async def test_a_preview_is_what_the_lead_would_get(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example", company="Tide & Sons")
    ben = await lead(api, campaign_id, "Ben", email="ben@tide.example")
    key = await template(api, subject="To {{ lead.name }}", body="At {{ lead.company }} by {{ campaign.name }}")

    shown = (await api.execute(PREVIEW, template=key, lead=ana))["previewMessageTemplate"]
    assert shown == {"subject": "To Ana", "body": "At Tide & Sons by Builders", "problem": None}
    missing = (await api.execute(PREVIEW, template=key, lead=ben))["previewMessageTemplate"]
    assert missing["subject"] is missing["body"] is None
    assert "lead.company" in missing["problem"]
    assert "default" in missing["problem"]

    (enrolled,) = (await schedule(api, campaign_id, [ana], key))["results"]
    (message,) = enrolled["enrolment"]["messages"]
    assert (message["subject"], message["body"]) == (shown["subject"], shown["body"])

    for wrong in ({"template": ana, "lead": ana}, {"template": key, "lead": key}, {"template": key, "lead": "x"}):
        answer = await api.post(PREVIEW, **wrong)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT", answer
