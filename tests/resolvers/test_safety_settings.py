"""Safety settings over HTTP: changed in part, kept in versions, restored; and the emergency stop beside them."""

import asyncio
from typing import Any

from models import Channel
from pushdown import encode_global_id, key_of
from services.safety.deciding import Recipient, Usage, decide
from services.safety.keeping import in_force
from services.transaction import reading
from tests.resolvers.conftest import NOON
from tests.resolvers.leads_over_http import campaign
from tests.resolvers.serving import Api

SETTINGS = """
  version outreachPaused pauseReason pausedAt pausedBy timeZone
  channels { channel maxPerDay minGapSeconds gapSpreadSeconds warmup { enabled start increment max } }
  sendWindow { start end days timeZone useLeadTimeZone }
  maxPerDomainPerDay leadFrequency { maxMessages days } ignorePlusTags
  campaigns {
    campaign { name } channels { channel maxPerDay effectiveMaxPerDay } sendWindow { start end days useLeadTimeZone }
  }
  updatedAt updatedBy
"""
READ = f"{{ safetySettings {{ {SETTINGS} }} }}"
HISTORY = """
query ($first: Int, $after: String, $filter: SafetySettingsVersionFilter) {
  safetySettings {
    history(first: $first, after: $after, filter: $filter) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { version actor at restoredFrom changes { path before after } }
    }
  }
}
"""


def _mutation(name: str) -> str:
    type_name = name[0].upper() + name[1:]
    return f"""
    mutation ($input: {type_name}Input!) {{
      {name}(input: $input) {{ safetySettings {{ {SETTINGS} }} userErrors {{ field code message }} }}
    }}
    """


UPDATE, RESTORE = _mutation("updateSafetySettings"), _mutation("restoreSafetySettings")
PAUSE, RESUME = _mutation("pauseOutreach"), _mutation("resumeOutreach")
SUPPRESS = "mutation ($input: AddSuppressionsInput!) { addSuppressions(input: $input) { userErrors { code } } }"
LOG = """
query ($kind: ActivityKind!) { activity(filter: {kind: {eq: $kind}}) { nodes { actor detail } } }
"""


async def settings(api: Api) -> dict[str, Any]:
    """All that is shown."""
    shown: dict[str, Any] = (await api.execute(READ))["safetySettings"]
    return shown


async def updated(api: Api, **values: Any) -> dict[str, Any]:
    """The settings after a change."""
    shown: dict[str, Any] = (await api.done(UPDATE, input=values))["safetySettings"]
    return shown


async def history(api: Api, **arguments: Any) -> dict[str, Any]:
    """A page of the versions."""
    shown: dict[str, Any] = (await api.execute(HISTORY, **arguments))["safetySettings"]["history"]
    return shown


async def told(api: Api, kind: str) -> list[Any]:
    """What the log tells of one kind, the newest first."""
    return [node["detail"] for node in (await api.execute(LOG, kind=kind))["activity"]["nodes"]]


async def test_everything_has_a_default(api: Api) -> None:
    shown = await settings(api)
    email, linkedin, twitter, *others = shown["channels"]
    assert [one["channel"] for one in shown["channels"]] == [str(channel) for channel in Channel]
    warmup = {"enabled": True, "start": 5, "increment": 5, "max": 20}
    assert email == {
        "channel": "EMAIL",
        "maxPerDay": 20,
        "minGapSeconds": 90,
        "gapSpreadSeconds": 60,
        "warmup": warmup,
    }
    assert (linkedin["maxPerDay"], linkedin["warmup"]) == (10, warmup | {"start": 3, "increment": 2, "max": 10})
    assert (twitter["maxPerDay"], twitter["warmup"]["enabled"]) == (15, False)
    assert [one["maxPerDay"] for one in others] == [0, 0, 0]
    assert shown["sendWindow"] == {
        "start": "09:00",
        "end": "18:00",
        "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
        "timeZone": "UTC",
        "useLeadTimeZone": False,
    }
    assert (shown["version"], shown["outreachPaused"], shown["updatedBy"]) == (1, False, "migration")


async def test_updating_one_setting_erases_no_other_and_no_suppression(api: Api) -> None:
    """Predecessor: a partial update replaced the whole document, and erased the do-not-contact lists."""
    await api.done(SUPPRESS, input={"entries": [{"kind": "DOMAIN", "value": "mail.example"}]})
    before = await settings(api)
    after = await updated(api, channels=[{"channel": "EMAIL", "warmup": {"increment": 1}}])

    expected = before | {"version": 2, "updatedBy": "tester", "updatedAt": after["updatedAt"]}
    expected["channels"] = [dict(one) for one in before["channels"]]
    expected["channels"][0]["warmup"] = before["channels"][0]["warmup"] | {"increment": 1}
    assert after == expected
    suppressed = await api.execute("{ safetySettings { suppressions { totalCount nodes { value active } } } }")
    assert suppressed["safetySettings"]["suppressions"] == {
        "totalCount": 1,
        "nodes": [{"value": "mail.example", "active": True}],
    }


async def test_every_setting_can_be_changed_and_null_takes_limits_away(api: Api) -> None:
    first = await updated(
        api,
        channels=[
            {"channel": "PHONE", "maxPerDay": 7, "minGapSeconds": 1, "gapSpreadSeconds": 0},
            {"channel": "TWITTER", "warmup": {"start": 1, "increment": 2, "max": 9}},
        ],
        sendWindow={
            "start": "22:00",
            "end": "02:30",
            "days": ["SUNDAY", "FRIDAY"],
            "timeZone": "europe/lisbon",
            "useLeadTimeZone": True,
        },
        maxPerDomainPerDay=0,
        leadFrequency={"maxMessages": 1, "days": 30},
        ignorePlusTags=False,
    )
    assert first["channels"][4] | {"warmup": 0} == {
        "channel": "PHONE",
        "maxPerDay": 7,
        "minGapSeconds": 1,
        "gapSpreadSeconds": 0,
        "warmup": 0,
    }
    assert first["channels"][2]["warmup"] == {"enabled": True, "start": 1, "increment": 2, "max": 9}
    assert first["sendWindow"] == {
        "start": "22:00",
        "end": "02:30",
        "days": ["FRIDAY", "SUNDAY"],
        "timeZone": "Europe/Lisbon",
        "useLeadTimeZone": True,
    }
    assert first["timeZone"] == "Europe/Lisbon"
    assert (first["maxPerDomainPerDay"], first["leadFrequency"], first["ignorePlusTags"]) == (
        0,
        {"maxMessages": 1, "days": 30},
        False,
    )
    second = await updated(api, sendWindow=None, maxPerDomainPerDay=None, leadFrequency=None)
    assert second == first | {
        "version": 3,
        "sendWindow": None,
        "maxPerDomainPerDay": None,
        "leadFrequency": None,
        "updatedAt": second["updatedAt"],
    }


async def test_malformed_times_negative_limits_and_a_start_above_the_maximum_are_clear_errors(api: Api) -> None:
    """Predecessor: malformed times gave a 500, negative limits were accepted."""
    before = await settings(api)
    problems = await api.refused(
        UPDATE,
        input={
            "channels": [
                {"channel": "EMAIL", "maxPerDay": -1, "warmup": {"start": 21}},
                {"channel": "TWITTER", "minGapSeconds": -5, "warmup": {"enabled": True}},
            ],
            "sendWindow": {"start": "9 o'clock", "end": "24:01", "days": [], "timeZone": "Mars/Olympus"},
            "maxPerDomainPerDay": -1,
            "leadFrequency": {"days": 0},
            "campaigns": [{"campaignId": encode_global_id("Campaign", 999)}, {"campaignId": "rubbish"}],
        },
    )
    assert set(problems) == {
        ("channels.0.maxPerDay", "OUT_OF_RANGE"),
        ("channels.0.warmup.start", "OUT_OF_RANGE"),
        ("channels.1.minGapSeconds", "OUT_OF_RANGE"),
        ("channels.1.warmup.start", "REQUIRED"),
        ("channels.1.warmup.increment", "REQUIRED"),
        ("channels.1.warmup.max", "REQUIRED"),
        ("sendWindow.start", "MALFORMED"),
        ("sendWindow.end", "MALFORMED"),
        ("sendWindow.days", "EMPTY"),
        ("sendWindow.timeZone", "MALFORMED"),
        ("maxPerDomainPerDay", "OUT_OF_RANGE"),
        ("leadFrequency.days", "OUT_OF_RANGE"),
        ("campaigns.0.campaignId", "NOT_FOUND"),
        ("campaigns.1.campaignId", "NOT_FOUND"),
    }
    assert await settings(api) == before
    assert await told(api, "SAFETY_SETTINGS_UPDATED") == []


async def test_what_is_of_another_type_never_reaches_the_rules(api: Api) -> None:
    """Predecessor: a null warm-up start crashed."""
    of_another_type: tuple[dict[str, Any], ...] = (
        {"channels": [{"channel": "EMAIL", "warmup": {"start": None}}]},
        {"channels": [{"channel": "EMAIL", "maxPerDay": None}]},
        {"channels": [{"channel": "PIGEON", "maxPerDay": 1}]},
        {"channels": [{"channel": "EMAIL", "maxPerDay": 2**31}]},
        {"sendWindow": {"days": ["MOONDAY"]}},
        {"sendWindow": {"start": 900}},
        {"ignorePlusTags": None},
    )
    for wrong in of_another_type:
        body = await api.post(UPDATE, input=wrong)
        assert body["errors"], wrong
        assert all(error.get("extensions", {}).get("code") != "INTERNAL" for error in body["errors"]), wrong
    assert (await settings(api))["version"] == 1


async def test_whoever_saw_another_version_is_told_and_shown_the_present_one(api: Api) -> None:
    await updated(api, ignorePlusTags=False, expectedVersion=1)
    for query, wanted in ((UPDATE, {"maxPerDomainPerDay": 9}), (RESTORE, {"version": 1})):
        (payload,) = (await api.execute(query, input=wanted | {"expectedVersion": 1})).values()
        assert [(error["field"], error["code"]) for error in payload["userErrors"]] == [
            (["expectedVersion"], "CONFLICT")
        ]
        assert payload["safetySettings"] == await settings(api)
        assert payload["safetySettings"]["version"] == 2
    refused = (await api.execute(UPDATE, input={"maxPerDomainPerDay": -1}))["updateSafetySettings"]
    assert refused["safetySettings"] is None


async def test_changes_at_once_keep_each_other(api: Api) -> None:
    wanted: list[dict[str, Any]] = [{"channels": [{"channel": str(one), "maxPerDay": 11}]} for one in Channel]
    wanted += [{"channels": [{"channel": str(channel), "minGapSeconds": 12}]} for channel in Channel]
    wanted += [{"channels": [{"channel": str(channel), "gapSpreadSeconds": 13}]} for channel in Channel]
    wanted += [{"maxPerDomainPerDay": 14}, {"ignorePlusTags": False}]
    await asyncio.gather(*(updated(api, **one) for one in wanted))

    shown = await settings(api)
    assert shown["version"] == len(wanted) + 1
    assert {(one["maxPerDay"], one["minGapSeconds"], one["gapSpreadSeconds"]) for one in shown["channels"]} == {
        (11, 12, 13)
    }
    assert (shown["maxPerDomainPerDay"], shown["ignorePlusTags"]) == (14, False)


async def test_every_version_is_kept_with_who_made_it_when_and_what_differs(api: Api) -> None:
    """Predecessor: no version, no audit."""
    builders = await campaign(api)
    await updated(
        api,
        channels=[{"channel": "EMAIL", "maxPerDay": 30, "warmup": {"max": 30}}],
        sendWindow={"end": "17:00", "days": ["MONDAY"]},
    )
    await updated(
        api,
        sendWindow=None,
        campaigns=[{"campaignId": builders, "channels": [{"channel": "EMAIL", "maxPerDay": 2}]}],
    )
    await updated(api)  # changes nothing

    shown = await history(api)
    assert (shown["totalCount"], [node["version"] for node in shown["nodes"]]) == (3, [3, 2, 1])
    newest, second, first = shown["nodes"]
    assert (first["actor"], first["changes"]) == ("migration", [])
    assert (second["actor"], second["restoredFrom"]) == ("tester", None)
    assert {tuple(one["path"]): (one["before"], one["after"]) for one in second["changes"]} == {
        ("channels", "EMAIL", "maxPerDay"): (20, 30),
        ("channels", "EMAIL", "warmup", "max"): (20, 30),
        ("sendWindow", "days"): (["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], ["MONDAY"]),
        ("sendWindow", "end"): ("18:00", "17:00"),
    }
    assert {tuple(one["path"]): (one["before"], one["after"]) for one in newest["changes"]} == {
        ("campaigns", builders): (None, {"maxPerDay": {"EMAIL": 2}, "sendWindow": None}),
        ("sendWindow",): ({"days": ["MONDAY"], "end": "17:00", "start": "09:00", "useLeadTimeZone": False}, None),
    }
    log = await told(api, "SAFETY_SETTINGS_UPDATED")
    assert [one["version"] for one in log] == [3, 2]
    page = await history(api, first=2)
    assert page["pageInfo"]["hasNextPage"]
    rest = await history(api, first=2, after=page["pageInfo"]["endCursor"], filter={"version": {"lte": 2}})
    assert [node["version"] for node in rest["nodes"]] == [1]


async def test_an_earlier_version_is_restored_as_a_new_one(api: Api) -> None:
    before = await settings(api)
    await updated(api, channels=[{"channel": "EMAIL", "maxPerDay": 0}], sendWindow=None, ignorePlusTags=False)
    restored = (await api.done(RESTORE, input={"version": 1, "expectedVersion": 2}))["safetySettings"]

    assert restored == before | {"version": 3, "updatedBy": "tester", "updatedAt": restored["updatedAt"]}
    newest = (await history(api))["nodes"][0]
    assert (newest["restoredFrom"], len(newest["changes"])) == (1, 3)
    for unknown in (0, -1, 4, 2**31 - 1):
        assert await api.refused(RESTORE, input={"version": unknown}) == [("version", "NOT_FOUND")]
    again = (await api.done(RESTORE, input={"version": 3}))["safetySettings"]
    assert again == restored


async def test_pausing_on_a_fresh_database_and_resuming_leave_every_limit_as_it_was(api: Api) -> None:
    """Predecessor: pausing on a fresh database zeroed every limit, also after resuming."""
    before = await settings(api)
    paused = (await api.done(PAUSE, input={"reason": " The list was bought. "}))["safetySettings"]
    assert paused == before | {
        "outreachPaused": True,
        "pauseReason": "The list was bought.",
        "pausedAt": paused["pausedAt"],
        "pausedBy": "tester",
    }
    assert paused["pausedAt"] is not None
    assert (await api.done(PAUSE, input={"reason": "Once more."}))["safetySettings"] == paused
    assert (await api.done(RESUME, input={"reason": "It was not."}))["safetySettings"] == before
    assert (await api.done(RESUME, input={}))["safetySettings"] == before
    assert await told(api, "OUTREACH_PAUSED") == [{"reason": "The list was bought."}]
    assert await told(api, "OUTREACH_RESUMED") == [{"reason": "It was not."}]
    assert await api.refused(PAUSE, input={"reason": "x" * 2_001}) == [("reason", "TOO_LONG")]


async def test_settings_can_be_changed_while_outreach_is_paused_and_hold_when_it_goes_on(api: Api) -> None:
    await api.done(PAUSE, input={})
    assert (await updated(api, maxPerDomainPerDay=3))["outreachPaused"] is True
    resumed = (await api.done(RESUME, input={}))["safetySettings"]
    assert (resumed["maxPerDomainPerDay"], resumed["outreachPaused"]) == (3, False)


async def test_pausing_at_once_from_everywhere_is_one_pause(api: Api) -> None:
    await asyncio.gather(*(api.done(PAUSE, input={"reason": f"{number}"}) for number in range(20)))
    assert len(await told(api, "OUTREACH_PAUSED")) == 1
    assert (await settings(api))["outreachPaused"] is True


async def test_a_campaigns_overrides_can_only_tighten(api: Api) -> None:
    """What is looser than the settings has no effect, and shows that it has none."""
    builders, bakers = await campaign(api), await campaign(api, "Bakers")
    shown = await updated(
        api,
        campaigns=[
            {
                "campaignId": builders,
                "channels": [{"channel": "TWITTER", "maxPerDay": 0}, {"channel": "EMAIL", "maxPerDay": 50}],
            },
            {"campaignId": bakers, "sendWindow": {"start": "00:00", "end": "24:00", "days": ["MONDAY", "SUNDAY"]}},
        ],
    )
    assert shown["campaigns"] == [
        {
            "campaign": {"name": "Builders"},
            "channels": [
                {"channel": "EMAIL", "maxPerDay": 50, "effectiveMaxPerDay": 20},
                {"channel": "TWITTER", "maxPerDay": 0, "effectiveMaxPerDay": 0},
            ],
            "sendWindow": None,
        },
        {
            "campaign": {"name": "Bakers"},
            "channels": [],
            "sendWindow": {"start": "00:00", "end": "00:00", "days": ["MONDAY", "SUNDAY"], "useLeadTimeZone": False},
        },
    ]
    async with reading() as connection:
        present = await in_force(connection)
    loose = Recipient(1, "ana@mail.example", "mail.example", campaign_id=key_of(builders, "Campaign"))
    monday = NOON.replace(day=2)
    warm = NOON.replace(day=1, month=1)
    used_up = decide(present, Channel.EMAIL, loose, Usage(channel=20, campaign=20, first_sent_at=warm), monday)
    assert not used_up.allowed, "the channel's own maximum holds for the campaign, too"
    at_night = Recipient(1, "ana@mail.example", "mail.example", campaign_id=key_of(bakers, "Campaign"))
    assert not decide(present, Channel.EMAIL, at_night, Usage(), monday.replace(hour=3)).allowed
    assert not decide(present, Channel.EMAIL, at_night, Usage(), monday.replace(day=3)).allowed, "not its own day"
    assert decide(present, Channel.EMAIL, at_night, Usage(), monday).allowed

    gone = await updated(
        api,
        campaigns=[
            {"campaignId": builders, "channels": [{"channel": "EMAIL", "maxPerDay": None}]},
            {"campaignId": bakers, "sendWindow": None},
        ],
    )
    assert [(one["campaign"]["name"], len(one["channels"])) for one in gone["campaigns"]] == [("Builders", 1)]
