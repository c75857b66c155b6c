"""What becomes of a batch."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

import models
from models import Platform
from services.discovery.claiming import claim
from services.discovery.holding import Hold, HoldLost
from services.discovery.limits import RunLimits
from services.discovery.storing import Tally, store_batch
from services.queue import DiscoveryRun
from sources.protocol import Batch, FieldProvenance, FoundProfile
from tests.services.discovery.scripted_source import people, person
from tests.services.discovery.story import a_queued_job, act, assert_counts_equal_rows, names, source_run

pytestmark = pytest.mark.usefixtures("connected")
NOTHING_YET = Tally()


async def held(run: DiscoveryRun) -> Hold:
    """A worker's hold on the job."""
    claimed = await claim(run, RunLimits().time_limit, act())
    assert claimed is not None
    return claimed.hold


async def store(hold: Hold, batch: Batch, tally: Tally = NOTHING_YET) -> Tally:
    """Store what WEB found."""
    return await store_batch(hold, Platform.WEB, batch, tally, act())


async def convert(hold: Hold, handle: str) -> int:
    """Make a lead of a stored profile; its id."""
    lead = await models.Lead.create(
        campaign_id=hold.campaign_id, name=handle, source="DISCOVERY", provenance=[], created_at=now(), updated_at=now()
    )
    await models.DiscoveredProfile.filter(job_id=hold.job_id, handle=handle).update(lead_id=lead.id)
    lead_id: int = lead.id
    return lead_id


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
async def run() -> AsyncIterator[DiscoveryRun]:
    """A job of up to four people."""
    queued = await a_queued_job(max_profiles=4)
    yield queued
    await assert_counts_equal_rows(queued)


async def row(run: DiscoveryRun, handle: str) -> dict[str, Any]:
    """A stored profile."""
    values: dict[str, Any] = await models.DiscoveredProfile.get(job_id=run.job_id, handle=handle).values()
    return values


async def test_everything_known_of_a_person_is_stored(run: DiscoveryRun) -> None:
    at = datetime(2026, 8, 1, 12, tzinfo=UTC)
    ada = FoundProfile(
        handle="ada",
        profile_url="https://people.example/ada",
        display_name="Ada",
        bio="Writes programs.",
        role="Engineer",
        company="Engines",
        email="ada@people.example",
        phone="+351210000000",
        website="https://ada.example/",
        location="London",
        followers=12,
        last_active_at=at,
        links=("https://social.example/ada",),
        provenance=(FieldProvenance("role", "https://people.example/ada", "json-ld", at),),
    )

    await store(await held(run), Batch((ada,)))

    stored = await row(run, "ada")
    for field in ("profile_url", "display_name", "bio", "role", "company", "email", "phone", "website", "location"):
        assert stored[field] == getattr(ada, field)
    assert (stored["followers"], stored["last_active_at"]) == (12, at)
    assert stored["links"] == ["https://social.example/ada"]
    [provenance] = stored["provenance"]
    assert datetime.fromisoformat(provenance.pop("retrieved_at")) == at
    assert provenance == {"field": "role", "source_url": "https://people.example/ada", "method": "json-ld"}
    assert (stored["match_score"], stored["match_reasons"], stored["lead_id"]) == (1.0, [], None)


async def test_a_person_seen_again_is_overwritten_whole_but_stays_the_same_row_and_lead(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, Batch((person("Ada", bio="old", role="Engineer"),)))
    before = await row(run, "ada")
    lead_id = await convert(hold, "ada")

    await store(hold, Batch((person("Ada", bio="new"),)))

    after = await row(run, "ada")
    assert (after["bio"], after["role"]) == ("new", None)
    assert (after["id"], after["discovered_at"], after["lead_id"]) == (before["id"], before["discovered_at"], lead_id)


async def test_a_handle_repeated_within_a_batch_is_stored_once_as_it_came_last(run: DiscoveryRun) -> None:
    await store(await held(run), Batch((person("Ada", bio="first"), person("Ada", bio="last"))))

    assert (await row(run, "ada"))["bio"] == "last"


async def test_two_people_of_one_name_are_two(run: DiscoveryRun) -> None:
    twins = (
        FoundProfile("one", "https://people.example/1", "Ada"),
        FoundProfile("two", "https://people.example/2", "Ada"),
    )

    await store(await held(run), Batch(twins))

    assert await names(run) == ["Ada", "Ada"]


async def test_what_the_database_cannot_hold_is_cut_or_left_out(run: DiscoveryRun) -> None:
    odd = FoundProfile(
        handle="odd",
        profile_url="https://people.example/odd",
        display_name="  " + "x" * 400,
        bio="nul\0 and half \ud83d",
        role="   ",
        email="x" * 400,
        phone="1" * 40,
        followers=2**40,
        links=("https://nul.example/\0", "https://fine.example/"),
    )
    nameless = FoundProfile("nameless", "https://people.example/nameless", "\0 ")
    worthless = (
        FoundProfile("", "https://people.example/", "No handle"),
        FoundProfile("h" * 501, "https://people.example/long", "Long handle"),
        FoundProfile("nul\0", "https://people.example/nul", "Odd handle"),
        FoundProfile("nowhere", " ", "Nowhere"),
    )

    await store(await held(run), Batch((odd, nameless, *worthless)))

    stored = await row(run, "odd")
    assert stored["display_name"] == "x" * 300
    assert stored["bio"] == "nul\ufffd and half \ufffd"
    assert (stored["role"], stored["email"], stored["phone"]) == (None, None, None)
    assert stored["followers"] == 2**31 - 1
    assert stored["links"] == ["https://fine.example/"]
    assert await models.DiscoveredProfile.filter(job_id=run.job_id).count() == 2
    assert (await source_run(run)).profiles_rejected == 0


async def test_a_superseded_handle_gives_way_to_its_survivor(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, people("Page", "Other"))

    await store(hold, Batch((person("Ada"),), superseded_handles=("page", "unknown")))

    assert await names(run) == ["Ada", "Other"]


async def test_a_survivor_finds_a_place_in_a_full_job(run: DiscoveryRun) -> None:
    hold = await held(run)
    assert (await store(hold, people("A", "B", "C", "D"))).full

    tally = await store(hold, Batch((person("E"), person("F")), superseded_handles=("a",)))

    assert await names(run) == ["B", "C", "D", "E"]
    assert tally.full


async def test_a_superseded_profile_that_was_converted_lives_on_as_its_survivor(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, people("Page"))
    page, lead_id = await row(run, "page"), await convert(hold, "page")

    await store(hold, Batch((person("Ada", role="Engineer"),), superseded_handles=("page",)))

    survivor = await row(run, "ada")
    assert (survivor["id"], survivor["lead_id"], survivor["role"]) == (page["id"], lead_id, "Engineer")
    assert await names(run) == ["Ada"]


async def test_a_superseded_profile_hands_its_lead_to_a_survivor_that_is_stored_already(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, people("Page", "Ada"))
    lead_id = await convert(hold, "page")

    await store(hold, Batch((person("Ada"),), superseded_handles=("page",)))

    assert await names(run) == ["Ada"]
    assert (await row(run, "ada"))["lead_id"] == lead_id


async def test_two_profiles_that_became_two_leads_both_stay(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, people("Page", "Ada"))
    leads = [await convert(hold, "page"), await convert(hold, "ada")]

    await store(hold, Batch((person("Ada"),), superseded_handles=("page",)))

    assert [(await row(run, handle))["lead_id"] for handle in ("page", "ada")] == leads


async def test_among_several_survivors_the_one_which_shares_a_key_gets_the_lead(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, people("Page"))
    lead_id = await convert(hold, "page")
    ada = FoundProfile("ada", "https://ada.example/", "Ada", links=("https://people.example/page",))

    await store(hold, Batch((person("Grace"), ada), superseded_handles=("page",)))

    assert (await row(run, "ada"))["lead_id"] == lead_id
    assert (await row(run, "grace"))["lead_id"] is None
    assert await names(run) == ["Ada", "Grace"]


async def test_a_converted_profile_without_a_survivor_to_be_told_stays(run: DiscoveryRun) -> None:
    hold = await held(run)
    await store(hold, people("Page"))
    await convert(hold, "page")

    await store(hold, Batch((person("Grace"), person("Ada")), superseded_handles=("page",)))

    assert await names(run) == ["Ada", "Grace", "Page"]


async def test_sources_that_store_at_once_never_exceed_what_the_job_asks_for() -> None:
    run = await a_queued_job(Platform.WEB, Platform.GITHUB, max_profiles=50)
    hold = await held(run)

    async def fill(platform: Platform, start: int) -> None:
        await store_batch(
            hold, platform, people(*(f"{platform} {start + offset}" for offset in range(8))), Tally(), act()
        )

    platforms = (Platform.WEB, Platform.GITHUB)
    await asyncio.gather(*(fill(platform, start) for platform in platforms for start in range(0, 80, 8)))

    assert len(await names(run)) == 50
    await assert_counts_equal_rows(run)


async def test_whoever_lost_the_job_stores_nothing(run: DiscoveryRun) -> None:
    hold = await held(run)
    await held(run)

    with pytest.raises(HoldLost):
        await store(hold, people("Ada"))

    assert await names(run) == []
