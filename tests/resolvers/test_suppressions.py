"""Suppressions over HTTP: kept, imported, matched, removed, and whom they keep from becoming a lead."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest

import models
from models import SuppressionKind
from pushdown import encode_global_id, key_of
from services.imports import ImportLimits, LeadImportDraft, import_leads, perform
from services.queue import ImportRun
from services.suppressions import forget_values, suppression_of
from services.transaction import Act, reading, transaction
from tests.resolvers.importing import send
from tests.resolvers.leads_over_http import CREATE, campaign, lead
from tests.resolvers.serving import Api
from tests.services.stored_profiles import profile_of, stored_campaign, stored_job

ADD = """
mutation ($input: AddSuppressionsInput!) {
  addSuppressions(input: $input) {
    results { value outcome code message suppression { id kind value reason source expiresAt active actor } }
    userErrors { field code message }
  }
}
"""
REMOVE = """
mutation ($input: RemoveSuppressionInput!) { removeSuppression(input: $input) { userErrors { field code } } }
"""
IMPORT = """
mutation ($input: ImportSuppressionsInput!) {
  importSuppressions(input: $input) {
    added already refused refusedRows { number code message } userErrors { field code }
  }
}
"""
LIST = """
query ($filter: SuppressionFilter) {
  suppressions(filter: $filter) { totalCount nodes { kind value source active reason } }
}
"""
CONVERT = """
mutation ($input: ConvertProfilesInput!) {
  convertProfiles(input: $input) { results { outcome lead { name } } userErrors { code } }
}
"""
LOG = """
query ($kind: ActivityKind!) { activity(filter: {kind: {eq: $kind}}) { nodes { actor detail } } }
"""
ACT = Act("tester", datetime(2026, 3, 1, 12, tzinfo=UTC))


async def suppress(api: Api, *entries: tuple[str, str], **terms: Any) -> list[dict[str, Any]]:
    """Add entries; what became of each."""
    wanted = [{"kind": kind, "value": value} for kind, value in entries]
    results: list[dict[str, Any]] = (await api.done(ADD, input={"entries": wanted, **terms}))["results"]
    return results


async def why(lead_id: str) -> str | None:
    """What suppresses a lead."""
    async with reading() as connection:
        return await suppression_of(connection, key_of(lead_id, "Lead") or 0)


async def listed(api: Api, **conditions: Any) -> list[dict[str, Any]]:
    """The suppressions that meet the conditions."""
    nodes: list[dict[str, Any]] = (await api.execute(LIST, filter=conditions))["suppressions"]["nodes"]
    return nodes


async def test_each_entry_is_dealt_with_by_itself(api: Api) -> None:
    ana = await lead(api, await campaign(api), "Ana")

    results = await suppress(
        api,
        ("EMAIL", " Ana@Mail.Example "),
        ("EMAIL", "ana@mail.example."),
        ("EMAIL", "nobody"),
        ("DOMAIN", "*.Team.Example"),
        ("PHONE", "+351 21 000 0000"),
        ("HANDLE", "twitter:@Ana"),
        ("LEAD", ana),
        ("LEAD", encode_global_id("Lead", 999)),
        ("DOMAIN", " "),
        reason="They asked.",
        source="UNSUBSCRIBE",
    )

    assert [(one["outcome"], one["code"]) for one in results] == [
        ("ADDED", None),
        ("ALREADY", None),
        ("REFUSED", "MALFORMED"),
        ("ADDED", None),
        ("ADDED", None),
        ("ADDED", None),
        ("ADDED", None),
        ("REFUSED", "NOT_FOUND"),
        ("REFUSED", "BLANK"),
    ]
    kept = [one["suppression"]["value"] for one in results if one["suppression"]]
    assert kept == ["ana@mail.example"] * 2 + ["team.example", "+351210000000", "TWITTER:ana", ana]
    assert results[0]["suppression"] | {"id": ""} == {
        "id": "",
        "kind": "EMAIL",
        "value": "ana@mail.example",
        "reason": "They asked.",
        "source": "UNSUBSCRIBE",
        "expiresAt": None,
        "active": True,
        "actor": "tester",
    }


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"entries": []}, ("entries", "EMPTY")),
        ({"entries": [{"kind": "EMAIL", "value": "a@b.example"}] * 1_001}, ("entries", "TOO_MANY")),
        ({"source": "ERASURE"}, ("source", "MALFORMED")),
        ({"source": "IMPORT"}, ("source", "MALFORMED")),
        ({"reason": "x" * 2_001}, ("reason", "TOO_LONG")),
        ({"expiresAt": "2026-03-01T12:00:00Z"}, ("expiresAt", "IN_THE_PAST")),
    ],
)
async def test_a_wrong_value_changes_nothing(api: Api, values: dict[str, Any], problem: tuple[str, str]) -> None:
    wanted = {"entries": [{"kind": "EMAIL", "value": "ana@mail.example"}]}
    assert await api.refused(ADD, input=wanted | values) == [problem]
    assert not await models.Suppression.exists()
    assert not await models.Activity.exists()


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        (("EMAIL", "\tANA@mail.EXAMPLE "), {"email": "ana@mail.example"}),
        (("EMAIL", "ana@bücher.example"), {"email": "ana@xn--bcher-kva.example"}),
        (("EMAIL", "ana+news@mail.example"), {"email": "ana@mail.example"}),
        (("EMAIL", "ana@mail.example"), {"email": "ana+work@mail.example"}),
        (("DOMAIN", " mail.example"), {"email": "ana@mail.example"}),
        (("DOMAIN", "Mail.Example."), {"email": "ana@deep.below.mail.example"}),
        (("DOMAIN", "bücher.example"), {"email": "ana@shop.bücher.example"}),
        (("PHONE", "00351 21 000 00 00"), {"phone": "+351210000000"}),
    ],
)
async def test_a_lead_is_suppressed_however_it_is_spelt(
    api: Api, entry: tuple[str, str], known: dict[str, str]
) -> None:
    builders = await campaign(api)
    ana = await lead(api, builders, "Ana", **known)
    other = await lead(api, builders, "Bo", email="bo@notmail.example", phone="+351210000001")

    await suppress(api, entry, reason="They asked.")

    assert await why(ana) == f"{entry[0]} by MANUAL: They asked."
    assert await why(other) is None


async def test_an_account_is_suppressed_whatever_its_case(api: Api) -> None:
    ana = await lead(api, await campaign(api), "Ana")
    row = await models.Lead.get(id=key_of(ana, "Lead")).select_related("campaign")
    handle = models.IdentityKind.HANDLE
    await models.LeadIdentity.create(campaign=row.campaign, lead=row, kind=handle, value="TWITTER:AnaReyes")
    await suppress(api, ("HANDLE", "TWITTER:@anareyes"))
    assert await why(ana) == "HANDLE by MANUAL"


async def test_plus_tags_count_where_the_settings_say_so_and_who_was_suppressed_before_stays_so(api: Api) -> None:
    builders = await campaign(api)
    news = await lead(api, builders, "Ana", email="ana+news@mail.example")
    plain = await lead(api, builders, "Bo", email="bo@mail.example")
    await suppress(api, ("EMAIL", "ana+news@mail.example"))
    await models.SafetySettingsVersion.all().delete()
    await models.SafetySettingsVersion.create(
        version=7, settings={"ignore_plus_tags": False}, changed=[], actor="tester", at=ACT.at
    )

    await suppress(api, ("EMAIL", "bo+news@mail.example"))

    assert await why(plain) is None
    assert await why(news) == "EMAIL by MANUAL"


async def test_an_expired_suppression_holds_no_longer_and_can_be_added_anew(api: Api) -> None:
    ana = await lead(api, await campaign(api), "Ana", email="ana@mail.example")
    entry = ("EMAIL", "ana@mail.example")
    # The database's clock decides, which is long past this.
    (first,) = await suppress(api, entry, expiresAt="2026-03-02T00:00:00Z")
    assert (first["outcome"], first["suppression"]["active"]) == ("ADDED", False)
    assert await why(ana) is None

    (longer,) = await suppress(api, entry)
    assert (longer["outcome"], longer["suppression"]["active"]) == ("ADDED", True)
    assert longer["suppression"]["id"] == first["suppression"]["id"]
    (shorter,) = await suppress(api, entry, expiresAt="2030-01-01T00:00:00Z")
    assert (shorter["outcome"], shorter["suppression"]["expiresAt"]) == ("ALREADY", None)
    assert await why(ana) == "EMAIL by MANUAL"


async def test_25_additions_of_one_address_at_once_leave_one(api: Api) -> None:
    spellings = ("ana@mail.example", " ANA@mail.example", "ana@Mail.Example.", "Ana@mail.example\n", "ana@MAIL.example")

    answers = await asyncio.gather(*(suppress(api, ("EMAIL", spelling)) for spelling in spellings * 5))

    assert sorted(one["outcome"] for (one,) in answers) == ["ADDED"] + ["ALREADY"] * 24
    assert await models.Suppression.all().count() == 1
    assert len((await api.execute(LOG, kind="SUPPRESSIONS_ADDED"))["activity"]["nodes"]) == 1


async def test_20_long_lists_in_different_orders_at_once_do_not_stand_in_each_others_way(api: Api) -> None:
    entries = [("EMAIL", f"n{number}@mail.example") for number in range(100)]
    orders = [entries[turn:] + entries[:turn] for turn in range(0, 100, 5)]

    answers = await asyncio.gather(*(suppress(api, *order) for order in orders))

    assert sum(one["outcome"] == "ADDED" for results in answers for one in results) == 100
    assert await models.Suppression.all().count() == 100


async def test_removing_takes_a_reason_and_is_told_without_the_address(api: Api) -> None:
    ana = await lead(api, await campaign(api), "Ana", email="ana@mail.example")
    (added,) = await suppress(api, ("EMAIL", "ana@mail.example"), reason="ana@mail.example asked.")
    key = added["suppression"]["id"]

    assert await api.refused(REMOVE, input={"id": key, "reason": " "}) == [("reason", "BLANK")]
    assert await why(ana) is not None
    await api.done(REMOVE, input={"id": key, "reason": "She asked us to write again."})

    assert await why(ana) is None
    (told,) = (await api.execute(LOG, kind="SUPPRESSION_REMOVED"))["activity"]["nodes"]
    assert (told["actor"], told["detail"]["reason"]) == ("tester", "She asked us to write again.")
    assert not [row for row in await models.Activity.filter(subject_type="Suppression") if "ana@" in str(row.detail)]
    for unknown in (key, encode_global_id("Suppression", 999), encode_global_id("Lead", 1), "?"):
        assert await api.refused(REMOVE, input={"id": unknown, "reason": "Again."}) == [("id", "NOT_FOUND")]


async def test_who_was_erased_stays_suppressed_without_being_stored(api: Api) -> None:
    builders = await campaign(api)
    await suppress(api, ("EMAIL", "ana@mail.example"), reason="Ana asked.", expiresAt="2026-03-02T00:00:00Z")
    async with transaction(ACT) as tx:
        await forget_values(tx, SuppressionKind.EMAIL, "Ana@mail.example")
        await forget_values(tx, SuppressionKind.PHONE, "+351 210 000 000")

    (again,) = await suppress(api, ("EMAIL", "ana@mail.example"))

    assert again["outcome"] == "ALREADY"
    assert [(one["value"], one["reason"], one["source"], one["active"]) for one in await listed(api)] == [
        (None, None, "ERASURE", True)
    ] * 2
    for known in ({"email": "ana+again@mail.example"}, {"phone": "+351210000000"}):
        wanted = {"campaignId": builders, "name": "Ana", **known}
        assert await api.refused(CREATE, input=wanted) == [(next(iter(known)), "SUPPRESSED")]


async def test_a_suppressed_person_does_not_become_a_lead_by_conversion(api: Api) -> None:
    job = await stored_job(await stored_campaign())
    known: list[dict[str, Any]] = [
        {"email": "ANA@mail.example"},
        {"email": "bo@deep.team.example"},
        {"phone": "+351 21 000 0000"},
        {"platform": models.Platform.TWITTER},
        {"email": "eve@other.example"},
    ]
    profiles = [profile_of(job, f"Handle{number}", **each) for number, each in enumerate(known)]
    for profile in profiles:
        await profile.save()
    await suppress(
        api,
        ("EMAIL", "ana@mail.example"),
        ("DOMAIN", "team.example"),
        ("PHONE", "+351210000000"),
        ("HANDLE", "TWITTER:handle3"),
    )

    ids = [encode_global_id("DiscoveredProfile", profile.id) for profile in profiles]
    done = await api.done(CONVERT, input={"jobId": encode_global_id("DiscoveryJob", job.id), "profileIds": ids})

    assert [one["outcome"] for one in done["results"]] == ["SUPPRESSED"] * 4 + ["CREATED"]
    assert [one["lead"] is None for one in done["results"]] == [True] * 4 + [False]
    assert await models.Lead.all().count() == 1


async def test_a_suppressed_person_is_rejected_by_imports_and_stays_as_they_are(api: Api) -> None:
    builders = await campaign(api)
    ana = await lead(api, builders, "Ana", email="ana@mail.example")
    await suppress(api, ("EMAIL", "ana@mail.example"), ("DOMAIN", "team.example"))
    rows = (",Ana,ANA@mail.example", ",Bo,bo@x.team.example", f"{ana},Ana,new@mail.example", ",Eve,eve@mail.example")
    content = "\n".join(("id,name,email", *rows))
    token = await send(api, content)
    key = key_of(builders, "Campaign") or 0
    import_id = await import_leads(LeadImportDraft(key, token), ACT)

    await perform(ImportRun(import_id, 1), lambda: ACT.at, lambda text: key_of(text, "Lead"), ImportLimits())

    results = await models.LeadImportRow.filter(lead_import_id=import_id).order_by("number")
    assert [row.outcome for row in results] == ["REJECTED", "REJECTED", "REJECTED", "CREATED"]
    assert {problem["code"] for row in results[:3] for problem in row.problems or ()} == {"SUPPRESSED"}
    assert {one.email for one in await models.Lead.all()} == {"ana@mail.example", "eve@mail.example"}


@pytest.mark.parametrize(
    ("content", "values"),
    [
        ("ana@mail.example\nteam.example\n+351 21 000 0000\nTWITTER:ana\n", None),
        ("Email\nana@mail.example\nbo@mail.example\n", ["ana@mail.example", "bo@mail.example"]),
        ("kind;value\nDOMAIN;mail.example\nemail;bo@mail.example\n", ["bo@mail.example", "mail.example"]),
        ("Name,Domain\nTeam,bücher.example\n", ["xn--bcher-kva.example"]),
    ],
)
async def test_a_list_is_imported_once(api: Api, content: str, values: list[str] | None) -> None:
    expected = values or ["+351210000000", "TWITTER:ana", "ana@mail.example", "team.example"]
    counts = ("added", "already", "refused")

    rehearsed = await api.done(IMPORT, input={"uploadToken": await send(api, content), "dryRun": True})
    assert not await models.Suppression.exists()
    done = await api.done(IMPORT, input={"uploadToken": await send(api, content), "reason": "Their list."})
    again = await api.done(IMPORT, input={"uploadToken": await send(api, content)})

    assert [rehearsed[name] for name in counts] == [done[name] for name in counts] == [len(expected), 0, 0]
    assert [again[name] for name in counts] == [0, len(expected), 0]
    assert sorted(one["value"] for one in await listed(api, source={"eq": "IMPORT"})) == sorted(expected)


async def test_rows_of_a_list_that_are_nothing_are_told_by_number(api: Api) -> None:
    content = "kind,value\nEMAIL,ana@mail.example\nEMAIL,nobody\nPIGEON,x\nLEAD,1\nDOMAIN,\n"

    done = await api.done(IMPORT, input={"uploadToken": await send(api, content)})

    assert (done["added"], done["refused"]) == (1, 4)
    told = [(row["number"], row["code"]) for row in done["refusedRows"]]
    assert told == [(2, "MALFORMED"), (3, "MALFORMED"), (4, "MALFORMED"), (5, "BLANK")]


async def test_a_list_of_more_than_a_thousand_rows_is_imported_whole(api: Api) -> None:
    content = "email\n" + "".join(f"n{number}@mail.example\n" for number in range(2_500))
    done = await api.done(IMPORT, input={"uploadToken": await send(api, content)})
    assert done["added"] == 2_500
    assert await models.Suppression.all().count() == 2_500


async def test_an_unknown_file_is_not_imported(api: Api) -> None:
    assert await api.refused(IMPORT, input={"uploadToken": "?"}) == [("uploadToken", "NOT_FOUND")]


async def test_suppressions_are_found_by_kind_source_and_expiry(api: Api) -> None:
    await suppress(api, ("EMAIL", "ana@mail.example"), expiresAt="2026-03-02T00:00:00Z")
    await suppress(api, ("DOMAIN", "team.example"), source="REPLY")

    assert [one["value"] for one in await listed(api, kind={"eq": "EMAIL"})] == ["ana@mail.example"]
    assert [one["value"] for one in await listed(api, source={"eq": "REPLY"})] == ["team.example"]
    expired = await listed(api, expiresAt={"lt": "2026-03-03T00:00:00Z"})
    assert [(one["value"], one["active"]) for one in expired] == [("ana@mail.example", False)]
