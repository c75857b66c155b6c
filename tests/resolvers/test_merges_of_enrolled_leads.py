"""Merging leads who are written to: the one person is in one sequence by a channel, and nothing is lost."""

from random import Random

import models
from models import Channel, SafetyRule
from pushdown import key_of
from services.safety.asking import ask
from services.safety.taking import take
from tests.resolvers.leads_over_http import campaign, lead
from tests.resolvers.merging import MERGE, UNDO
from tests.resolvers.scheduling import messages, schedule, template
from tests.resolvers.serving import Api

ALLOW_CALLS = """
mutation { updateSafetySettings(input: {channels: [{channel: PHONE, maxPerDay: 5}]}) { userErrors { message } } }
"""


async def test_the_survivors_sequence_goes_on_and_the_other_ends(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example")
    ann = await lead(api, campaign_id, "Ann", email="ann@tide.example")
    await api.done(ALLOW_CALLS)
    hello, call = await template(api), await template(api, "Call", channel="PHONE", body="Call {{ lead.name }}")
    await schedule(api, campaign_id, [ann, ana], hello)
    await models.Lead.filter(id=key_of(ann, "Lead")).update(phone="+351210000000")
    await schedule(api, campaign_id, [ann], call, channel="PHONE")

    merge = await api.done(MERGE, input={"leadId": ana, "mergeIds": [ann]})

    found = {(one["channel"], one["recipient"]): one for one in await messages(api, lead={"eq": ana})}
    status = {key: (one["enrolment"]["status"], one["enrolment"]["stopReason"]) for key, one in found.items()}
    assert status[("EMAIL", "ana@tide.example")] == ("ACTIVE", None)
    assert status[("EMAIL", "ann@tide.example")] == ("STOPPED", "CANCELLED")
    assert found[("EMAIL", "ann@tide.example")]["status"] == "SKIPPED"
    assert status[("PHONE", "+351210000000")] == ("ACTIVE", None)

    await api.done(UNDO, input={"mergeId": merge["merge"]["id"]})
    assert len(await messages(api, lead={"eq": ann})) == 2
    assert len(await messages(api, lead={"eq": ana})) == 1


async def test_whoever_was_won_or_is_not_to_be_contacted_is_written_to_no_more(api: Api) -> None:
    campaign_id = await campaign(api)
    hello = await template(api)
    for name, reason, values in (
        ("won", "CLOSED", {"stage": "WON"}),
        ("shy", "SUPPRESSED", {"doNotContact": True}),
    ):
        active = await lead(api, campaign_id, name, email=f"{name}@tide.example")
        other = await lead(api, campaign_id, f"{name}2", **values)
        await schedule(api, campaign_id, [active], hello)
        await api.done(MERGE, input={"leadId": active, "mergeIds": [other]})
        (message,) = await messages(api, lead={"eq": active})
        assert (message["status"], message["enrolment"]["stopReason"]) == ("SKIPPED", reason)


async def test_what_was_sent_to_both_counts_for_the_one_who_is_left(api: Api) -> None:
    await api.done(
        "mutation { updateSafetySettings(input: {sendWindow: null, leadFrequency: {maxMessages: 2, days: 7},"
        " channels: [{channel: EMAIL, minGapSeconds: 0, gapSpreadSeconds: 0}]}) { userErrors { message } } }"
    )
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example")
    ann = await lead(api, campaign_id, "Ann", email="ann@tide.example")
    for one in (ana, ann):
        taken = await take(key_of(one, "Lead") or 0, Channel.EMAIL, Random(1))
        assert taken.reservation_id is not None

    await api.done(MERGE, input={"leadId": ana, "mergeIds": [ann]})

    assert (await ask(key_of(ana, "Lead") or 0, Channel.EMAIL)).rule is SafetyRule.LEAD_FREQUENCY
