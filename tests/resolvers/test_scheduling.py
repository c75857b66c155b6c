"""Scheduling outreach over HTTP: who is enrolled, who is not and why, and that nothing else has happened."""

import asyncio

import models
from models import EnrolmentStop
from pushdown import key_of
from services.outreach.next_message import make_next_message
from services.outreach.stopping import stop_enrolments
from services.transaction import transaction
from tests.resolvers.conftest import NOON
from tests.resolvers.leads_over_http import campaign, lead
from tests.resolvers.scheduling import SCHEDULE, STOP, messages, schedule, template
from tests.resolvers.serving import Api
from tests.services.contact_events.story import act

SUPPRESS = "mutation ($input: AddSuppressionsInput!) { addSuppressions(input: $input) { userErrors { code } } }"
STAGE = "mutation ($input: UpdateLeadStageInput!) { updateLeadStage(input: $input) { userErrors { code } } }"
UPDATE = "mutation ($input: UpdateLeadInput!) { updateLead(input: $input) { userErrors { code } } }"
SETTINGS = """
mutation ($input: UpdateSafetySettingsInput!) { updateSafetySettings(input: $input) { userErrors { field message } } }
"""
PAUSE = 'mutation { pauseOutreach(input: {reason: "Look first."}) { userErrors { code } } }'
LIVE = """
mutation ($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) { campaign { outreachLive } userErrors { code } }
}
"""
TABLES = (models.OutreachSequence, models.SequenceStep, models.Enrolment, models.OutreachMessage, models.Activity)


async def counts() -> list[int]:
    return [await table.all().count() for table in TABLES]


async def test_leads_are_enrolled_with_their_first_message_written_and_are_not_touched(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example", company="Tide")
    ben = await lead(api, campaign_id, "Ben", email="ben@reed.example")
    first = await template(api, subject="To {{ lead.name }}", body="At {{ lead.company | default: 'work' }}")
    second = await template(api, "Again", subject=None, body="Again, {{ lead.name }}")

    answer = await schedule(api, campaign_id, [ben, ana], first, second, stopForCompany=True)

    assert (answer["enrolled"], answer["skipped"]) == (2, 0)
    assert answer["sequence"]["stopForCompany"] is True
    assert [(step["number"], step["delayMinutes"]) for step in answer["sequence"]["steps"]] == [(1, 0), (2, 1440)]
    assert [(one["leadId"], one["outcome"], one["subject"], one["body"]) for one in answer["results"]] == [
        (ben, "ENROLLED", "To Ben", "At work"),
        (ana, "ENROLLED", "To Ana", "At Tide"),
    ]
    assert {one["decision"]["verdict"] for one in answer["results"]} <= {"ALLOWED", "DEFERRED"}
    assert [len(one["decision"]["checks"]) for one in answer["results"]] == [13, 13]
    stored = {message["lead"]["id"]: message for message in await messages(api, campaign={"eq": campaign_id})}
    for one in answer["results"]:
        message = stored[one["leadId"]]
        assert (message["subject"], message["body"], message["step"]) == (one["subject"], one["body"], 1)
        assert (message["status"], message["scheduledFor"]) == ("SCHEDULED", one["scheduledFor"])
        assert (message["sentAt"], message["attempts"], message["enrolment"]["preview"]) == (None, 0, False)
        assert one["lead"]["stage"] == "NEW"
    assert stored[ana]["recipient"] == "ana@tide.example"
    assert await models.ContactEvent.all().count() == await models.SafetyReservation.all().count() == 0
    assert await models.Lead.filter(version=1, last_contacted_at=None).count() == 2
    assert len(await messages(api, lead={"eq": ana}, status={"eq": "SCHEDULED"})) == 1
    assert await messages(api, status={"eq": "SENT"}) == []


async def test_a_dry_run_tells_what_would_happen_and_changes_nothing(api: Api) -> None:
    campaign_id, other = await campaign(api), await campaign(api, "Others")
    well = await lead(api, campaign_id, "Well", email="well@tide.example")
    mute = await lead(api, campaign_id, "Mute")
    shy = await lead(api, campaign_id, "Shy", email="shy@tide.example", doNotContact=True)
    gone = await lead(api, campaign_id, "Gone", email="gone@sub.reed.example")
    won = await lead(api, campaign_id, "Won", email="won@tide.example", stage="WON")
    elsewhere = await lead(api, other, "Else", email="else@tide.example")
    await api.done(SUPPRESS, input={"entries": [{"kind": "DOMAIN", "value": " REED.example "}]})
    hello = await template(api)
    wanted = [well, mute, shy, gone, won, elsewhere, well, hello, "rubbish"]
    before = await counts()

    dry = await schedule(api, campaign_id, wanted, hello, dryRun=True)
    assert await counts() == before
    real = await schedule(api, campaign_id, wanted, hello)

    for answer in (dry, real):
        assert (answer["enrolled"], answer["skipped"]) == (1, 8)
        rules = [(one["outcome"], (one["decision"] or {}).get("rule"), one["code"]) for one in answer["results"]]
        assert rules[1:] == [
            ("SKIPPED", "ADDRESS", None),
            ("SKIPPED", "DO_NOT_CONTACT", None),
            ("SKIPPED", "SUPPRESSION", None),
            ("SKIPPED", "STAGE", None),
            ("SKIPPED", None, "OTHER_CAMPAIGN"),
            ("SKIPPED", None, "REPEATED"),
            ("SKIPPED", None, "NOT_FOUND"),
            ("SKIPPED", None, "NOT_FOUND"),
        ]
        assert answer["results"][0]["outcome"] == "ENROLLED"
        assert all(one["message"] for one in answer["results"][1:])
    assert dry["sequence"] is dry["results"][0]["enrolment"] is None
    assert real["results"][0]["enrolment"]["status"] == "ACTIVE"
    again = await schedule(api, campaign_id, [well], hello)
    assert (again["enrolled"], again["results"][0]["code"]) == (0, "ALREADY_ENROLLED")
    assert again["sequence"] is None
    assert [row - old for row, old in zip(await counts(), before, strict=True)] == [1, 1, 1, 1, 2]


async def test_whom_a_later_message_could_not_be_written_for_is_not_enrolled(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example")
    hello, later = await template(api), await template(api, "Later", body="At {{ lead.company }}")
    for dry_run in (True, False):
        (one,) = (await schedule(api, campaign_id, [ana], hello, later, dryRun=dry_run))["results"]
        assert (one["outcome"], one["code"], one["body"]) == ("SKIPPED", "UNWRITABLE", None)
        assert one["message"].startswith("Step 2: The text asks for lead.company")
    assert await models.Enrolment.all().count() == 0


async def test_everything_wrong_with_a_request_is_told_at_once_and_changes_nothing(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example")
    note, answer = await template(api, "Note", channel="LINKEDIN"), await template(api, "Answer", subject=None)
    steps = [
        {"templateId": answer},
        {"templateId": note, "delayMinutes": -1},
        {"templateId": ana, "delayMinutes": 600_000},
    ]
    wrong = {"campaignId": ana, "leadIds": [ana], "channel": "EMAIL", "steps": steps}
    assert sorted(await api.refused(SCHEDULE, input=wrong)) == sorted(
        [
            ("steps.0.templateId", "REQUIRED"),
            ("steps.1.delayMinutes", "OUT_OF_RANGE"),
            ("steps.1.templateId", "MALFORMED"),
            ("steps.2.delayMinutes", "OUT_OF_RANGE"),
            ("steps.2.templateId", "NOT_FOUND"),
            ("campaignId", "NOT_FOUND"),
        ]
    )
    many = {"campaignId": campaign_id, "channel": "EMAIL"}
    one, step = [ana], [{"templateId": await template(api)}]
    assert await api.refused(SCHEDULE, input={**many, "leadIds": [], "steps": step}) == [("leadIds", "EMPTY")]
    assert await api.refused(SCHEDULE, input={**many, "leadIds": one * 1001, "steps": step}) == [
        ("leadIds", "TOO_MANY")
    ]
    assert await api.refused(SCHEDULE, input={**many, "leadIds": one, "steps": []}) == [("steps", "EMPTY")]
    assert await api.refused(SCHEDULE, input={**many, "leadIds": one, "steps": step * 11}) == [("steps", "TOO_MANY")]
    assert (await counts())[:4] == [0, 0, 0, 0]


async def test_of_many_who_enrol_a_lead_at_once_one_does(api: Api) -> None:
    campaign_id = await campaign(api)
    leads = [await lead(api, campaign_id, f"L{n}", email=f"l{n}@tide.example") for n in range(3)]
    hello = await template(api)
    orders = [leads, leads[::-1]] * 10
    answers = await asyncio.gather(*(schedule(api, campaign_id, order, hello) for order in orders))
    assert sum(answer["enrolled"] for answer in answers) == 3
    assert await models.OutreachMessage.all().count() == 3
    note = await template(api, "Note", channel="OTHER", body="Hello")
    by_hand = await schedule(api, campaign_id, leads, note, channel="OTHER", dryRun=True)
    assert [one["code"] for one in by_hand["results"]] == [None] * 3


async def test_a_message_waits_for_its_window_or_for_nobody_knows_when(api: Api) -> None:
    campaign_id = await campaign(api)
    placed = await lead(api, campaign_id, "A", email="a@tide.example", timeZone="Asia/Tokyo")
    lost = await lead(api, campaign_id, "B", email="b@tide.example")
    window = {"start": "03:00", "end": "03:01", "useLeadTimeZone": True}
    await api.done(SETTINGS, input={"sendWindow": window})
    first, second = (await schedule(api, campaign_id, [placed, lost], await template(api)))["results"]
    assert first["decision"]["verdict"] == "DEFERRED"
    assert first["scheduledFor"] == first["decision"]["nextEligibleAt"]
    assert first["scheduledFor"][11:16] == "18:00"  # three in the morning in Tokyo
    assert (second["outcome"], second["scheduledFor"]) == ("ENROLLED", None)
    assert {one["lead"]["id"]: one["status"] for one in await messages(api)} == {placed: "SCHEDULED", lost: "PENDING"}

    await api.done(PAUSE)
    third = await lead(api, campaign_id, "C", email="c@tide.example")
    (paused,) = (await schedule(api, campaign_id, [third], await template(api, "Then")))["results"]
    assert (paused["decision"]["rule"], paused["scheduledFor"]) == ("OUTREACH_PAUSED", None)


async def test_steps_follow_one_another_and_are_written_when_their_turn_comes(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example", company="Tide")
    hello, again = await template(api), await template(api, "Again", subject=None, body="Still at {{ lead.company }}?")
    await schedule(api, campaign_id, [ana], hello, again)
    enrolment = await models.Enrolment.get(lead_id=key_of(ana, "Lead"))
    await api.done(UPDATE, input={"id": ana, "company": "Reed"})
    async with transaction(act(1)) as tx:
        assert await make_next_message(tx, enrolment.id) is not None
    second, first = await messages(api)
    assert (first["step"], second["step"], second["subject"], second["body"]) == (1, 2, None, "Still at Reed?")
    async with transaction(act(2)) as tx:
        assert await make_next_message(tx, enrolment.id) is None
        assert await make_next_message(tx, enrolment.id) is None
    assert (await models.Enrolment.get(id=enrolment.id)).status == "COMPLETED"
    assert await models.OutreachMessage.all().count() == 2


async def test_a_later_message_that_cannot_be_written_any_more_ends_the_sequence_unsent(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example", company="Tide")
    hello, again = await template(api), await template(api, "Again", body="Still at {{ lead.company }}?")
    await schedule(api, campaign_id, [ana], hello, again)
    await api.done(UPDATE, input={"id": ana, "company": None})
    async with transaction(act(1)) as tx:
        assert await make_next_message(tx, (await models.Enrolment.get()).id) is not None
    second, _ = await messages(api)
    assert (second["status"], second["enrolment"]["stopReason"]) == ("FAILED", "FAILED")
    assert "lead.company" in second["error"]


async def test_stopping_skips_what_was_not_sent_and_nothing_follows(api: Api) -> None:
    campaign_id = await campaign(api)
    ana, ben = [await lead(api, campaign_id, name, email=f"{name}@tide.example") for name in ("ana", "ben")]
    hello = await template(api)
    sequence = (await schedule(api, campaign_id, [ana, ben], hello, hello))["sequence"]["id"]
    assert await api.refused(STOP, input={}) == [("leadIds", "REQUIRED")]
    assert await api.refused(STOP, input={"leadIds": [ana, hello], "sequenceId": ana}) == [
        ("leadIds.1", "NOT_FOUND"),
        ("sequenceId", "NOT_FOUND"),
    ]
    stopped = await api.done(STOP, input={"leadIds": [ana], "sequenceId": sequence, "reason": "They called."})
    assert stopped["stopped"] == 1
    assert (await api.done(STOP, input={"leadIds": [ana]}))["stopped"] == 0
    found = {one["lead"]["id"]: (one["status"], one["error"]) for one in await messages(api)}
    assert found == {ana: ("SKIPPED", "They called."), ben: ("SCHEDULED", None)}
    assert (await api.done(STOP, input={"sequenceId": sequence}))["stopped"] == 1
    async with transaction(act()) as tx:
        assert await make_next_message(tx, (await models.Enrolment.get(lead_id=key_of(ana, "Lead"))).id) is None
    told = await models.Activity.filter(kind="OUTREACH_STOPPED").order_by("id")
    assert [one.detail["reason"] for one in told] == ["CANCELLED"] * 2
    assert (await schedule(api, campaign_id, [ana], hello))["enrolled"] == 1


async def test_a_reply_stops_the_company_where_the_sequence_says_so(api: Api) -> None:
    campaign_id = await campaign(api)
    companies = ("Tide & Co", " tide  & co ", "Reed", None)
    leads = [
        await lead(api, campaign_id, f"L{n}", email=f"l{n}@tide.example", company=company)
        for n, company in enumerate(companies)
    ]
    hello = await template(api)
    await schedule(api, campaign_id, leads, hello, stopForCompany=True)
    apart = await lead(api, campaign_id, "Apart", email="apart@tide.example", company="Tide & Co")
    await schedule(api, campaign_id, [apart], hello)
    async with transaction(act(1)) as tx:
        assert await stop_enrolments(tx, [key_of(leads[0], "Lead") or 0], EnrolmentStop.REPLIED) == 2
    reasons = {one["lead"]["id"]: (one["status"], one["enrolment"]["stopReason"]) for one in await messages(api)}
    assert [reasons[key] for key in (*leads, apart)] == [
        ("SKIPPED", "REPLIED"),
        ("SKIPPED", "COMPANY_REPLIED"),
        ("SCHEDULED", None),
        ("SCHEDULED", None),
        ("SCHEDULED", None),
    ]


async def test_who_must_not_be_contacted_is_written_to_no_more(api: Api) -> None:
    campaign_id = await campaign(api)
    ana = await lead(api, campaign_id, "Ana", email="ana@tide.example")
    await schedule(api, campaign_id, [ana], await template(api))
    await api.done(UPDATE, input={"id": ana, "doNotContact": True})
    (message,) = await messages(api)
    assert (message["status"], message["enrolment"]["stopReason"]) == ("SKIPPED", "SUPPRESSED")


async def test_a_campaign_goes_live_by_being_told_so(api: Api) -> None:
    campaign_id = await campaign(api)
    assert (await api.done(LIVE, input={"id": campaign_id, "name": "B"}))["campaign"] == {"outreachLive": False}
    for _ in range(2):
        live = await api.done(LIVE, input={"id": campaign_id, "outreachLive": True})
        assert live["campaign"] == {"outreachLive": True}
    told = [row.detail for row in await models.Activity.filter(kind="CAMPAIGN_UPDATED").order_by("id")]
    assert told == [{"changed": ["name"]}, {"changed": ["outreach_live"], "outreach_live": True}]


async def test_a_thousand_leads_are_enrolled_by_one_request(api: Api) -> None:
    campaign_id = await campaign(api)
    owner = await models.Campaign.get(id=key_of(campaign_id, "Campaign"))
    await models.Lead.bulk_create(
        [
            models.Lead(
                campaign=owner,
                name=f"L{n}",
                email=f"l{n}@tide.example",
                source="IMPORT",
                provenance=[],
                created_at=NOON,
                updated_at=NOON,
                stage_entered_at=NOON,
            )
            for n in range(1000)
        ]
    )
    found = await api.execute(
        "query ($after: String) { leads(first: 100, after: $after) { nodes { id } pageInfo { endCursor } } }"
    )
    leads = [one["id"] for one in found["leads"]["nodes"]]
    while len(leads) < 1000:
        found = await api.execute(
            "query ($after: String) { leads(first: 100, after: $after) { nodes { id } pageInfo { endCursor } } }",
            after=found["leads"]["pageInfo"]["endCursor"],
        )
        leads += [one["id"] for one in found["leads"]["nodes"]]
    hello = await template(api)
    answer = await api.execute(
        """mutation ($input: ScheduleOutreachInput!) {
          scheduleOutreach(input: $input) { enrolled results { outcome lead { name } subject } userErrors { code } }
        }""",
        input={"campaignId": campaign_id, "leadIds": leads, "channel": "EMAIL", "steps": [{"templateId": hello}]},
    )
    assert answer["scheduleOutreach"]["enrolled"] == 1000
    assert all(one["subject"] == f"Hello {one['lead']['name']}" for one in answer["scheduleOutreach"]["results"])
    assert await models.OutreachMessage.all().count() == 1000
