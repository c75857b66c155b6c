import asyncio

import pytest

from sources.protocol import Source, SourceFailed
from sources.web.parse_pool import ParsePool
from sources.web.settings import WebSourceSettings
from tests.sources.web.conftest import NewSource, StartSite, names, search
from tests.sources.web.sites import page, redirect


async def test_people_are_found_on_the_seed_and_on_the_pages_it_leads_to(
    start_site: StartSite, new_source: NewSource
) -> None:
    site = await start_site(
        {
            "/": page("Ada Example", links=("/team", "/imprint")),
            "/team": page("Ben Example", links=("/team/cleo",)),
            "/team/cleo": page("Cleo Example"),
        }
    )

    batches = await search(new_source(site), site.url())

    assert names(batches) == ["Ada Example", "Ben Example", "Cleo Example"]
    assert sum(batch.requests_made for batch in batches) == len(site.asked) == 5


async def test_every_value_says_where_and_when_it_was_read(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/team": page("Ada Example")})

    (batch,) = [batch for batch in await search(new_source(site), site.url("/team")) if batch.profiles]

    (profile,) = batch.profiles
    assert {value.source_url for value in profile.provenance} == {site.url("/team")}
    assert all(value.retrieved_at.tzinfo is not None for value in profile.provenance)


async def test_what_two_pages_say_of_one_person_is_one_profile(start_site: StartSite, new_source: NewSource) -> None:
    def person(**values: str) -> str:
        fields = ", ".join(f'"{name}": "{value}"' for name, value in values.items())
        item = f'{{"@context": "https://schema.org", "@type": "Person", {fields}}}'
        return f'<script type="application/ld+json">{item}</script>'

    listing = person(name="Ada Example", url="/people/ada", jobTitle="Engineer") + '<a href="/people/ada">Ada</a>'
    site = await start_site(
        {"/team": listing, "/people/ada": person(name="Ada Example", url="/people/ada", email="ada@team.example")}
    )

    batches = await search(new_source(site), site.url("/team"))

    last = {profile.handle: profile for batch in batches for profile in batch.profiles}
    assert names(batches) == ["Ada Example"]
    (ada,) = last.values()
    assert (ada.role, ada.email, ada.profile_url) == ("Engineer", "ada@team.example", site.url("/people/ada"))


async def test_links_to_other_sites_are_not_followed(start_site: StartSite, new_source: NewSource) -> None:
    other = await start_site({"*": page("Otto Other")})
    site = await start_site({"/": page("Ada Example", links=(other.url("/team"),))})

    assert names(await search(new_source(site, other), site.url())) == ["Ada Example"]
    assert not other.asked


async def test_every_seed_is_a_start_and_one_bad_seed_does_not_spoil_the_others(
    start_site: StartSite, new_source: NewSource
) -> None:
    first, second = await start_site({"/": page("Ada Example")}), await start_site({"/": page("Ben Example")})

    batches = await search(new_source(first, second), first.url(), "not a url", "http://10.0.0.1/", second.url())

    assert names(batches) == ["Ada Example", "Ben Example"]


async def test_a_search_without_seeds_fails(new_source: NewSource) -> None:
    with pytest.raises(SourceFailed, match="No seed URLs"):
        await search(new_source())


async def test_a_search_fails_with_each_seeds_reason_when_none_could_be_read(
    start_site: StartSite, new_source: NewSource
) -> None:
    site = await start_site(
        {
            "/robots.txt": "User-agent: *\nDisallow: /private",
            "/private": page("Ada Example"),
            "/loop": redirect("/loop"),
        }
    )
    seeds = [site.url(path) for path in ("/private", "/missing", "/loop")]

    with pytest.raises(SourceFailed) as failure:
        await search(new_source(site), *seeds, "http://127.0.0.1/", "ftp://files.example/", "nonsense")

    told = str(failure.value)
    assert f"{seeds[0]}: robots.txt forbids it" in told
    assert f"{seeds[1]}: the host answers with status 404" in told
    assert f"{seeds[2]}: it redirects in a circle" in told
    assert "http://127.0.0.1/: its robots.txt cannot be fetched: 127.0.0.1 is a loopback address" in told
    assert "ftp://files.example/: it is not an absolute http or https URL" in told
    assert "nonsense: it is not an absolute http or https URL" in told


async def test_a_seeds_credentials_are_neither_used_nor_told(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/": page("Ada Example")})

    with pytest.raises(SourceFailed, match="the address carries credentials") as failure:
        await search(new_source(site), site.url().replace("//", "//ada:secret@"))

    assert "secret" not in str(failure.value)
    assert not site.asked


async def test_a_search_without_people_ends_without_failing(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/": page()})

    batches = await search(new_source(site), site.url())

    assert names(batches) == []
    assert sum(batch.requests_made for batch in batches) == 2


async def test_it_stops_at_as_many_people_as_wanted(start_site: StartSite, new_source: NewSource) -> None:
    team = [f"Person {letter}" for letter in "ABCDEFGHIJ"]
    site = await start_site({"/": page(*team[:3], links=("/team",)), "/team": page(*team[3:], links=("/people",))})

    batches = await search(new_source(site), site.url(), max_profiles=5)

    assert len(names(batches)) == 5
    assert "/people" not in site.paths


async def test_one_source_serves_searches_side_by_side(start_site: StartSite, new_source: NewSource) -> None:
    sites = [await start_site({"/": page(f"Person {n}")}) for n in range(3)]
    source = new_source(*sites)

    found = await asyncio.gather(*(search(source, site.url()) for site in sites))

    assert [names(batches) for batches in found] == [["Person 0"], ["Person 1"], ["Person 2"]]


async def test_a_parser_that_does_not_start_fails_the_search(start_site: StartSite, new_source: NewSource) -> None:
    site = await start_site({"/": page("Ada Example")})

    pool = ParsePool(WebSourceSettings(parse_processes=1), "tests.sources.web.odd_parser:missing")

    with pytest.raises(SourceFailed, match="does not start"):
        await search(new_source(site, pool=pool), site.url())

    await pool.close()


def test_it_is_a_source_that_is_always_available(new_source: NewSource) -> None:
    source: Source = new_source()

    assert source.platform == "WEB"
    assert source.availability().available
    assert source.capabilities.required_criteria == {"seed_urls"}
