"""The whole story over HTTP and WebSocket: a campaign, a job, its people, and the leads they become."""

import pytest

from tests.end_to_end.client import client
from tests.end_to_end.operations import (
    CONVERT,
    all_profiles,
    new_campaign,
    new_job,
    run_job,
    watching,
)
from tests.end_to_end.pages import fetch_settings, site
from tests.end_to_end.processes import server

pytestmark = pytest.mark.slow


async def test_a_job_finds_people_who_become_leads_once(database_url: str) -> None:
    async with (
        site(people=12) as pages,
        server(database_url, **fetch_settings(pages)) as (_, url),
        client(url) as api,
    ):
        # given: a campaign and a job for engineers
        campaign = await new_campaign(api)
        job = await new_job(api, campaign, pages.seed, roleContains="engineer", location="Lisbon")

        # when: a client watches while the job runs
        watch = await watching(api, job)
        await run_job(api, job)
        updates = await watch.to_the_end()

        # then: it saw the present state first, counts that only grow, and the end
        assert updates[0]["change"] is None
        counts = [update["discoveryJob"]["profileCount"] for update in updates]
        assert counts == sorted(counts)
        assert updates[-1]["discoveryJob"]["status"] == "DONE"
        assert updates[-1]["discoveryJob"]["profileCount"] == 12
        assert [run["status"] for run in updates[-1]["discoveryJob"]["sourceRuns"]] == ["DONE"]

        # then: the people are there, engineers before gardeners, each score explained
        profiles = await all_profiles(api, job)
        assert len(profiles) == 12
        scores = [profile["matchScore"] for profile in profiles]
        assert scores == sorted(scores, reverse=True)
        assert [profile["role"] for profile in profiles] == ["Engineer"] * 6 + ["Gardener"] * 6
        for profile in profiles:
            reasons = profile["matchReasons"]
            weights = sum(reason["weight"] for reason in reasons)
            mean = sum(reason["weight"] * reason["score"] for reason in reasons) / weights
            assert profile["matchScore"] == pytest.approx(mean, abs=1e-4)

        # when: the engineers are converted, one of them twice in the same call
        chosen = [profile["id"] for profile in profiles[:6]]
        answer = await api.execute(CONVERT, job=job, profiles=[*chosen, chosen[0]])
        results = answer["convertProfiles"]["results"]

        # then: each is a lead once
        assert [result["outcome"] for result in results] == ["CREATED"] * 6 + ["DUPLICATE"]
        assert results[6]["lead"] == results[0]["lead"]
        assert {result["lead"]["stage"] for result in results} == {"NEW"}

        # when: they are converted again
        again = (await api.execute(CONVERT, job=job, profiles=chosen))["convertProfiles"]["results"]

        # then: nobody is made a lead twice
        assert [result["outcome"] for result in again] == ["DUPLICATE"] * 6
        assert [result["lead"] for result in again] == [result["lead"] for result in results[:6]]
        leads = await api.execute("query ($id: ID!) { campaign(id: $id) { leads { totalCount } } }", id=campaign)
        assert leads == {"campaign": {"leads": {"totalCount": 6}}}
