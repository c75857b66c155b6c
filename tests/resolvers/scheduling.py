"""Templates and sequences as a client makes them."""

from typing import Any

from tests.resolvers.serving import Api

CREATE_TEMPLATE = """
mutation ($input: CreateMessageTemplateInput!) {
  createMessageTemplate(input: $input) {
    messageTemplate { id name channel subject body version } userErrors { field code message }
  }
}
"""
SCHEDULE = """
mutation ($input: ScheduleOutreachInput!) {
  scheduleOutreach(input: $input) {
    enrolled skipped
    sequence { id channel stopForCompany steps { number delayMinutes subject body template { id } } }
    results {
      leadId outcome code message scheduledFor subject body
      decision { allowed verdict rule nextEligibleAt checks { rule passed } }
      lead { id stage }
      enrolment { id status messages { id step status subject body scheduledFor } }
    }
    userErrors { field code message }
  }
}
"""
STOP = """
mutation ($input: StopOutreachInput!) { stopOutreach(input: $input) { stopped userErrors { field code } } }
"""
MESSAGES = """
query ($filter: OutreachMessageFilter) {
  outreachMessages(filter: $filter) {
    totalCount
    nodes {
      id step status channel recipient subject body scheduledFor sentAt providerMessageId error attempts
      decision { allowed verdict checks { rule passed } } lead { id } campaign { id }
      enrolment { status stopReason preview }
    }
  }
}
"""


async def template(api: Api, name: str = "Hello", **values: Any) -> str:
    """The id of a new template, for e-mails unless told otherwise."""
    wanted = {"channel": "EMAIL", "subject": "Hello {{ lead.name }}", "body": "How are you?", "name": name, **values}
    if wanted["channel"] != "EMAIL":
        wanted["subject"] = None
    return str((await api.done(CREATE_TEMPLATE, input=wanted))["messageTemplate"]["id"])


async def schedule(
    api: Api, campaign_id: str, lead_ids: list[str], *template_ids: str, **values: Any
) -> dict[str, Any]:
    """What `scheduleOutreach` answers, one step a template, a day apart."""
    steps = [{"templateId": key, "delayMinutes": 1440 if place else 0} for place, key in enumerate(template_ids)]
    wanted = {"campaignId": campaign_id, "leadIds": lead_ids, "channel": "EMAIL", "steps": steps, **values}
    return await api.done(SCHEDULE, input=wanted)


async def messages(api: Api, **filter_: Any) -> list[dict[str, Any]]:
    """The messages there are, newest first."""
    found = await api.execute(MESSAGES, filter=filter_ or None)
    nodes: list[dict[str, Any]] = found["outreachMessages"]["nodes"]
    return nodes
