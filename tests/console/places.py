"""Every page of the console, by a name and its address, with something in it."""

from collections.abc import Mapping

from tests.console.seeded.weeks import Place


def places(place: Place) -> Mapping[str, str]:
    """What there is to look at."""
    campaign = f"campaign={place.campaign}"
    return {
        "find": f"/find?{campaign}&job={place.job}",
        "find-new-job": f"/find?{campaign}&new=job",
        "find-profile": f"/find?{campaign}&job={place.job}&profile={place.profile}",
        "pipeline-board": f"/pipeline?{campaign}",
        "pipeline-table": f"/pipeline?{campaign}&view=table",
        "pipeline-new-lead": f"/pipeline?{campaign}&new=lead",
        "pipeline-import": f"/pipeline?{campaign}&import=1",
        "lead": f"/pipeline?{campaign}&lead={place.lead}",
        "appointments": f"/appointments?{campaign}",
        "outreach": f"/outreach?{campaign}",
        "safety": f"/safety?{campaign}",
        "activity": f"/activity?{campaign}",
        "tokens": "/tokens",
        "graphiql": "/graphiql",
    }
