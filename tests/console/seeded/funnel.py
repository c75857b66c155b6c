"""How leads come in and move on, a day at a time."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tests.console.seeded.made_up import Person, as_csv
from tests.console.seeded.many import many
from tests.end_to_end.client import ApiClient
from tests.resolvers.importing import ask, ended

_LEADS = """
query ($campaign: ID!, $after: String) {
  campaign(id: $campaign) {
    leads(first: 100, after: $after, orderBy: {field: CREATED_AT}) {
      nodes { id name stage }
      pageInfo { hasNextPage endCursor }
    }
  }
}
"""
_KNOWN = """
query ($campaign: ID!) {
  campaign(id: $campaign) {
    leads(first: 100, filter: {stage: {in: [REPLIED, QUALIFIED]}}) {
      nodes {
        id
        appointments(filter: {upcoming: true}) { totalCount }
        outreachMessages { totalCount }
        timeline { totalCount }
      }
    }
  }
}
"""
_WE_SAID = (
    "Called; the assistant will pass it on.",
    "Wrote about the talk at the spring fair.",
    "Left a message, and sent the one-pager.",
    "Followed up on the workshop in Porto.",
    "Short call: budgets are decided next month.",
)
_THEY_SAID = (
    "Asked for two references.",
    "Wants to see a demo with their own data.",
    "Interested, but not before the release in spring.",
    "Called back: who else uses it in shipping?",
    "Forwarded us to the head of operations.",
)
_LOST = ("Builds it themselves.", "No budget this year.", "Chose somebody else.", "No answer after four attempts.")


async def bring_in(api: ApiClient, campaign: str, people: list[Person], filename: str) -> None:
    """Import them from a file."""
    done = await ended(api, await ask(api, campaign, as_csv(people), filename))
    assert done["createdCount"] == len(people), done


async def by_stage(api: ApiClient, campaign: str) -> dict[str, list[str]]:
    """Ids of the campaign's leads by their stages, the oldest first."""
    found = defaultdict[str, list[str]](list)
    after: str | None = None
    while True:
        page: dict[str, Any] = (await api.execute(_LEADS, campaign=campaign, after=after))["campaign"]["leads"]
        for lead in page["nodes"]:
            found[lead["stage"]].append(lead["id"])
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


async def best_known(api: ApiClient, campaign: str) -> str:
    """A lead in talks to whom we wrote, and with whom most has happened; with a talk to come, if there is one."""
    leads = (await api.execute(_KNOWN, campaign=campaign))["campaign"]["leads"]["nodes"]
    kinds = ("appointments", "outreachMessages", "timeline")
    return str(max(leads, key=lambda lead: [lead[kind]["totalCount"] for kind in kinds])["id"])


async def work_a_day(api: ApiClient, random: Random, leads: dict[str, list[str]]) -> None:
    """Some are called, some answer, some fit, and a few are won or lost."""

    def some(stage: str, share: float) -> list[str]:
        return [lead for lead in leads.get(stage, ()) if random.random() < share]

    called = [*some("NEW", 0.07), *some("CONTACTED", 0.06), *some("QUALIFIED", 0.06)]
    answered = some("CONTACTED", 0.08)
    events = [_event(random, lead, "OUTBOUND", random.choice(_WE_SAID)) for lead in called]
    events += [_event(random, lead, "INBOUND", random.choice(_THEY_SAID)) for lead in answered]
    await many(api, "logContactEvent", events)
    moves = [{"leadId": lead, "stage": "QUALIFIED"} for lead in some("REPLIED", 0.11)]
    closing = some("QUALIFIED", 0.12)
    for lead in closing:
        won = random.random() < 0.55
        moves.append(
            {"leadId": lead, "stage": "WON"}
            if won
            else {"leadId": lead, "stage": "LOST", "reason": random.choice(_LOST)}
        )
    moves += [{"leadId": lead, "stage": "LOST", "reason": _LOST[-1]} for lead in some("CONTACTED", 0.012)]
    await many(api, "updateLeadStage", moves)


def _event(random: Random, lead: str, direction: str, summary: str) -> dict[str, Any]:
    at = datetime.now(UTC) - timedelta(minutes=random.randrange(1, 540))
    return {
        "leadId": lead,
        "channel": random.choice(("PHONE", "PHONE", "EMAIL", "LINKEDIN")),
        "direction": direction,
        "occurredAt": at.isoformat(),
        "summary": summary,
    }
