"""A few rows of most types, made over the API, which the ids in generated operations name."""

import httpx

from pushdown import encode_global_id

_CREATE = """
mutation ($campaign: ID!, $ada: ID!, $bob: ID!, $template: ID!) {
  createCampaign(input: {name: "Harbour"}) { userErrors { message } }
  ada: createLead(input: {campaignId: $campaign, name: "Ada", company: "Ada Ltd", email: "ada@people.example"}) {
    userErrors { message }
  }
  bob: createLead(input: {campaignId: $campaign, name: "Bob", phone: "+351210000000"}) { userErrors { message } }
  cleo: createLead(input: {campaignId: $campaign, name: "Cleo", owner: "Ada"}) { userErrors { message } }
  createDiscoveryJob(input: {
    campaignId: $campaign, name: "Engineers", criteria: {platforms: [WEB], seedUrls: ["https://ada.example/"]}
  }) { userErrors { message } }
  createMessageTemplate(input: {name: "Hello", channel: EMAIL, subject: "Hello", body: "Hello {{ lead.name }}"}) {
    userErrors { message }
  }
  scheduleOutreach(input: {campaignId: $campaign, channel: EMAIL, leadIds: [$ada], steps: [{templateId: $template}]}) {
    userErrors { message }
  }
  logContactEvent(input: {leadId: $ada, channel: PHONE, direction: OUTBOUND, summary: "Called"}) {
    userErrors { message }
  }
  createAppointment(input: {
    leadId: $bob, host: "Ada", title: "First talk", startsAt: "2026-03-02T12:00:00Z", timeZone: "UTC",
    durationMinutes: 30, allowPast: true
  }) { userErrors { message } }
  recordReply(input: {leadId: $bob, channel: EMAIL, text: "Gladly"}) { userErrors { message } }
  addSuppressions(input: {entries: [{kind: DOMAIN, value: "shut.example"}]}) { userErrors { message } }
  createApiToken(input: {name: "a reader", role: VIEWER}) { userErrors { message } }
}
"""


def create_rows(endpoint: str, http: httpx.Client) -> None:
    """Create them in an empty database."""
    variables = {
        "campaign": encode_global_id("Campaign", 1),
        "ada": encode_global_id("Lead", 1),
        "bob": encode_global_id("Lead", 2),
        "template": encode_global_id("MessageTemplate", 1),
    }
    answer = http.post(endpoint, json={"query": _CREATE, "variables": variables}).json()
    assert "errors" not in answer, answer
    assert all(made["userErrors"] == [] for made in answer["data"].values()), answer
