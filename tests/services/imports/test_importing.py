"""What becomes of the rows of a file."""

from typing import Any

import pytest

import models
from models import LeadImportStatus
from services.campaigns import CampaignPatch, update_campaign
from services.imports import ImportField, ImportKey, ImportLimits
from services.imports.jobs import ColumnDraft
from services.leads.creating import create_lead
from services.leads.drafts import NewLead
from tests.services.imports.story import a_campaign, act, everything, imported, leads_of, outcomes
from tests.services.refusals import problems_of

pytestmark = pytest.mark.usefixtures("connected")

PEOPLE = """Name,E-mail,Phone,Company,Tags,Notes
Ada Lovelace,Ada@Engines.example,+351 210 000 000,Engines,"first, analyst",Met at the fair.
Grace Hopper,grace@navy.example,,Navy,,
"""


async def test_new_people_become_leads_in_the_first_stage_with_a_history() -> None:
    campaign = await a_campaign()

    done = await imported(campaign, PEOPLE)

    assert (done.status, done.rows_total, done.rows_read, done.created_count) == (LeadImportStatus.DONE, 2, 2, 2)
    ada, grace = await leads_of(campaign)
    assert (ada.name, ada.email, ada.phone, ada.company) == (
        "Ada Lovelace",
        "ada@engines.example",
        "+351210000000",
        "Engines",
    )
    assert (ada.tags, ada.notes, ada.source, ada.stage, ada.version) == (
        ["first", "analyst"],
        "Met at the fair.",
        models.LeadSource.IMPORT,
        models.LeadStage.NEW,
        1,
    )
    assert not any((grace.phone, grace.tags, grace.notes, grace.do_not_contact))
    assert [change.to_stage for change in await models.StageChange.filter(lead_id=ada.id)] == ["NEW"]
    rows = models.LeadImportRow.filter(lead_import_id=done.id).order_by("number")
    assert await rows.values_list("number", "outcome", "lead_id") == [(1, "CREATED", ada.id), (2, "CREATED", grace.id)]


async def test_a_file_imported_again_changes_nothing() -> None:
    campaign = await a_campaign()
    await imported(campaign, PEOPLE)
    before = await everything()

    again = await imported(campaign, PEOPLE)

    assert await outcomes(again) == ["UNCHANGED", "UNCHANGED"]
    assert await everything() == before


async def test_rows_without_any_key_are_recognised_by_what_they_say() -> None:
    campaign = await a_campaign()
    names = "Name,Company\nAda,Engines\nAda,Navy\nAda,Engines\n"
    assert await outcomes(await imported(campaign, names)) == ["CREATED", "CREATED", "UNCHANGED"]
    assert await outcomes(await imported(campaign, names)) == ["UNCHANGED"] * 3


async def test_filled_fields_overwrite_empty_ones_never_do_and_labels_are_united() -> None:
    campaign = await a_campaign()
    await imported(campaign, PEOPLE)

    done = await imported(
        campaign,
        "Name;E-mail;Company;Notes;Tags\n;ada@engines.example;Babbage & Co;;FIRST|dean\n;grace@navy.example;;;\n",
    )

    assert await outcomes(done) == ["UPDATED", "UNCHANGED"]
    ada, _ = await leads_of(campaign)
    assert (ada.name, ada.company, ada.notes, ada.tags, ada.version) == (
        "Ada Lovelace",
        "Babbage & Co",
        "Met at the fair.",
        ["first", "analyst", "dean"],
        2,
    )


async def test_do_not_contact_is_only_ever_set() -> None:
    campaign = await a_campaign()
    await create_lead(NewLead(campaign_id=campaign, name="Ada", email="ada@x.example", do_not_contact=True), act())
    await create_lead(NewLead(campaign_id=campaign, name="Bo", email="bo@x.example"), act())

    done = await imported(campaign, "email,do not contact\nada@x.example,no\nbo@x.example,yes\n")

    assert await outcomes(done) == ["UNCHANGED", "UPDATED"]
    assert [lead.do_not_contact for lead in await leads_of(campaign)] == [True, True]


async def test_a_stage_is_for_new_leads_only() -> None:
    campaign = await a_campaign()
    await create_lead(NewLead(campaign_id=campaign, name="Ada", email="ada@x.example"), act())

    done = await imported(
        campaign, "name,email,stage\nAda,ada@x.example,won\nBo,bo@x.example,Lost\nCy,cy@x.example,gone\n"
    )

    assert await outcomes(done) == ["UNCHANGED", "CREATED", "REJECTED stage:MALFORMED"]
    ada, bo = await leads_of(campaign)
    assert (ada.stage, bo.stage) == ("NEW", "LOST")
    (entered,) = await models.StageChange.filter(lead_id=bo.id)
    assert (entered.to_stage, entered.reason) == ("LOST", "Imported as LOST.")


async def test_a_faulty_row_is_rejected_with_every_column_and_the_others_go_on() -> None:
    campaign = await a_campaign()

    done = await imported(
        campaign,
        "name,email,phone,website,score,zone,dnc\n"
        "Ada,ada@,12,ftp://x,2,Mars/Base,perhaps\n"
        ",bo@x.example,,,,,\n"
        "Cy,cy@x.example,+351210000000,cy.example,75%,europe/lisbon,no\n"
        "Di,di@x.example\n"
        "Ed,ed@x.example,,,,,,,surplus\n"
        "F\0,f@x.example,,,,,\n",
        columns=[ColumnDraft("zone", ImportField.TIME_ZONE), ColumnDraft("dnc", ImportField.DO_NOT_CONTACT)],
    )

    assert await outcomes(done) == [
        "REJECTED email:MALFORMED phone:MALFORMED website:MALFORMED score:OUT_OF_RANGE zone:MALFORMED dnc:MALFORMED",
        "REJECTED name:REQUIRED",
        "CREATED",
        "REJECTED None:MALFORMED",
        "REJECTED None:MALFORMED",
        "REJECTED name:MALFORMED",
    ]
    assert (done.created_count, done.rejected_count, done.rows_read) == (1, 5, 6)
    (cy,) = await leads_of(campaign)
    assert (cy.website, cy.score, cy.time_zone) == ("https://cy.example/", 0.75, "Europe/Lisbon")


async def test_two_rows_about_one_person_make_one_lead() -> None:
    campaign = await a_campaign()
    rows = "name,email,company\nAda,ada@x.example,Old\nAda,ADA@x.example,New\nAda,ada@x.example,New\n"
    for limits in (ImportLimits(), ImportLimits(batch=1)):
        done = await imported(await a_campaign(f"By {limits.batch}"), rows, limits=limits)
        assert await outcomes(done) == ["CREATED", "UPDATED", "UNCHANGED"]
    assert await leads_of(campaign) == []


async def test_an_external_id_comes_before_an_address_which_may_then_change() -> None:
    campaign = await a_campaign()
    await imported(campaign, "External ID,Name,Email\n7,Ada,ada@old.example\n")

    done = await imported(campaign, "External ID,Name,Email\n7,Ada,ada@new.example\n")

    assert await outcomes(done) == ["UPDATED"]
    (ada,) = await leads_of(campaign)
    assert ada.email == "ada@new.example"
    keys = {(key.kind, key.value) for key in await models.LeadIdentity.filter(lead_id=ada.id)}
    assert keys == {("EXTERNAL_ID", "7"), ("EMAIL", "ada@new.example")}


async def test_two_leads_may_exchange_their_addresses_within_a_batch_but_not_share_one() -> None:
    campaign = await a_campaign()
    await imported(campaign, "External ID,Name,Email\n1,Ada,a@x.example\n2,Bo,b@x.example\n")

    done = await imported(
        campaign,
        "External ID,Name,Email\n1,Ada,b@x.example\n1,Ada,c@x.example\n2,Bo,a@x.example\n1,Ada,b@x.example\n",
    )

    assert await outcomes(done) == ["REJECTED Email:TAKEN", "UPDATED", "UPDATED", "UPDATED"]
    assert [lead.email for lead in await leads_of(campaign)] == ["b@x.example", "a@x.example"]
    keys = await models.LeadIdentity.filter(kind="EMAIL").order_by("value")
    assert [key.value for key in keys] == ["a@x.example", "b@x.example"]


async def test_a_telephone_number_tells_who_somebody_is_unless_name_or_address_speak_against_it() -> None:
    campaign = await a_campaign()
    phone = "+351210000000"
    await create_lead(NewLead(campaign_id=campaign, name="Ana Maria Silva", phone=phone), act())

    done = await imported(
        campaign,
        "name,phone,email\n"
        f"ana silva,{phone},\n"  # the same person
        f"João Silva,{phone},\n"  # of the same family
        f"Ana Silva,{phone},ana@x.example\n"  # the first, whose address becomes known
        f"Ana Silva,{phone},other@x.example\n",  # somebody else of that name
    )

    assert await outcomes(done) == ["UPDATED", "CREATED", "UPDATED", "CREATED"]
    names = [(lead.name, lead.email) for lead in await leads_of(campaign)]
    assert names == [("Ana Silva", "ana@x.example"), ("João Silva", None), ("Ana Silva", "other@x.example")]


async def test_by_what_rows_are_recognised_can_be_narrowed() -> None:
    campaign = await a_campaign()
    await create_lead(NewLead(campaign_id=campaign, name="Ada", phone="+351210000000", email="ada@x.example"), act())

    done = await imported(
        campaign, "name,phone,email\nAda,+351210000000,\nAda,,ada@x.example\n", match_by=[ImportKey.EXTERNAL_ID]
    )

    assert await outcomes(done) == ["CREATED", "REJECTED email:TAKEN"]


async def test_what_holds_for_the_whole_file_fills_what_rows_leave_open() -> None:
    campaign = await a_campaign()
    done = await imported(
        campaign,
        "name,phone,owner\nAda,210 000 000,\nBo,+44 20 7946 0018,Zoe\n",
        tags=["fair"],
        owner="Max",
        country="pt",
    )
    assert await outcomes(done) == ["CREATED", "CREATED"]
    leads = [(lead.phone, lead.owner, lead.tags) for lead in await leads_of(campaign)]
    assert leads == [("+351210000000", "Max", ["fair"]), ("+442079460018", "Zoe", ["fair"])]


async def test_a_lead_keeps_at_most_50_labels() -> None:
    campaign = await a_campaign()
    await imported(campaign, "name,email,tags\nAda,ada@x.example," + "|".join(f"t{n}" for n in range(49)))

    done = await imported(campaign, "email,tags\nada@x.example,T1|u1\nada@x.example,u2\n")

    assert await outcomes(done) == ["UPDATED", "REJECTED tags:TOO_MANY"]


async def test_columns_are_as_their_sender_says() -> None:
    campaign = await a_campaign()
    done = await imported(
        campaign,
        "A,Company,Name\nAda,Engines,x\n",
        columns=[
            ColumnDraft("A", ImportField.NAME),
            ColumnDraft("Company", ImportField.NOTES),
            ColumnDraft("Name", None),
        ],
    )
    assert done.mapping == [{"column": "A", "field": "NAME"}, {"column": "Company", "field": "NOTES"}]
    (ada,) = await leads_of(campaign)
    assert (ada.name, ada.company or "", ada.notes) == ("Ada", "", "Engines")


@pytest.mark.parametrize(
    ("content", "draft", "expected"),
    [
        ("a,b\n1,2\n", {}, {("mapping", "REQUIRED")}),
        ("\n\n", {}, {("upload_token", "MALFORMED")}),
        (b"PK\x03\x04 and so on", {}, {("upload_token", "MALFORMED")}),
        ("[{}]", {}, {("upload_token", "MALFORMED")}),
        ("name\nAda\n", {"country": "XX"}, {("defaults.country", "MALFORMED")}),
        (
            "name\nAda\n",
            {"tags": [" "], "owner": "x" * 201},
            {("defaults.tags.0", "BLANK"), ("defaults.owner", "TOO_LONG")},
        ),
        (
            "name,b\nAda,1\n",
            {
                "columns": [
                    ColumnDraft("c", None),
                    ColumnDraft("b", ImportField.NAME),
                    ColumnDraft("b", ImportField.NAME),
                ]
            },
            {("mapping.0.column", "NOT_FOUND"), ("mapping.2.column", "REPEATED"), ("mapping.2.field", "REPEATED")},
        ),
    ],
)
async def test_a_file_or_a_wish_that_cannot_be_met_is_refused(
    content: str, draft: dict[str, Any], expected: set[tuple[str, str]]
) -> None:
    campaign = await a_campaign()
    assert await problems_of(imported(campaign, content, **draft)) == expected
    assert await models.LeadImport.all().count() == 0


async def test_an_archived_campaign_takes_no_imports() -> None:
    campaign = await a_campaign()
    await update_campaign(campaign, CampaignPatch(status=models.CampaignStatus.ARCHIVED), act())
    assert await problems_of(imported(campaign, PEOPLE)) == {("campaign_id", "CAMPAIGN_NOT_ACTIVE")}
    assert await problems_of(imported(404, PEOPLE)) == {("campaign_id", "NOT_FOUND")}


async def test_a_file_with_too_many_rows_fails_before_anything_is_written() -> None:
    campaign = await a_campaign()
    done = await imported(campaign, PEOPLE, limits=ImportLimits(rows=1, batch=1))
    assert (done.status, done.rows_read) == (LeadImportStatus.FAILED, 0)
    assert "more than 1 rows" in (done.error_message or "")
    assert await leads_of(campaign) == []


async def test_a_file_that_cannot_be_read_to_its_end_fails_before_anything_is_written() -> None:
    campaign = await a_campaign()
    broken = 'name\nAda\n"' + "x\n" * 600_000
    done = await imported(campaign, broken)
    assert (done.status, done.rows_read) == (LeadImportStatus.FAILED, 0)
    assert "begins in line 3" in (done.error_message or "")
    assert await leads_of(campaign) == []
