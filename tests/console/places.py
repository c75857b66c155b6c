"""Every page of the console and what can be opened on it, with something in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.async_api import expect

from tests.console.seeded.weeks import Place
from tests.console.visiting import Visit


@dataclass(frozen=True, slots=True)
class View:
    """An address, and the buttons that are pressed there."""

    path: str
    buttons: tuple[str, ...] = ()
    dialog: bool = False
    """Whether something is then open over the page."""

    async def show(self, guest: Visit) -> None:
        """Go there, and wait until it has all it shows."""
        if guest.can_walk and self._is_of_console:
            await guest.walk(self.path)
        else:
            await guest.go(self.path)
        guest.can_walk = self._is_of_console and not self.buttons
        await guest.settled()
        for button in self.buttons:
            await guest.page.get_by_role("button", name=button).first.click()
            await guest.settled()
        if self.dialog:
            await expect(guest.page.get_by_role("dialog").last).to_be_visible()
            await guest.settled()  # what is open asks for more by itself
        elif self._is_of_console:
            await expect(guest.page.get_by_role("heading", level=1)).to_be_visible()

    @property
    def _is_of_console(self) -> bool:
        return self.path != "/graphiql"


def views(place: Place) -> Mapping[str, View]:
    """All that there is to look at, by a name each."""
    campaign = f"campaign={place.campaign}"
    job = f"{campaign}&job={place.job}"
    return {
        "find": View(f"/find?{job}"),
        "find-no-campaign": View("/find"),
        "find-new-job": View(f"/find?{campaign}&new=job", dialog=True),
        "find-profile": View(f"/find?{job}&profile={place.profile}", dialog=True),
        "pipeline-board": View(f"/pipeline?{campaign}"),
        "pipeline-table": View(f"/pipeline?{campaign}&view=table"),
        "pipeline-new-lead": View(f"/pipeline?{campaign}&new=lead", dialog=True),
        "pipeline-import": View(f"/pipeline?{campaign}&import=1", dialog=True),
        "lead": View(f"/pipeline?{campaign}&lead={place.lead}", dialog=True),
        "lead-book": View(f"/pipeline?{campaign}&lead={place.lead}", ("Book",), dialog=True),
        "appointments": View("/appointments"),
        "appointments-week": View("/appointments?view=week&week=1"),
        "appointments-hosts": View("/appointments?view=hosts"),
        "appointments-new": View("/appointments?new=appointment", dialog=True),
        "outreach": View(f"/outreach?{campaign}"),
        "outreach-sequences": View(f"/outreach?{campaign}&tab=sequences"),
        "outreach-new-sequence": View(f"/outreach?{campaign}&tab=sequences&new=sequence", dialog=True),
        "outreach-templates": View(f"/outreach?{campaign}&tab=templates"),
        "outreach-new-template": View(f"/outreach?{campaign}&tab=templates&template=new", dialog=True),
        "outreach-by-hand": View(f"/outreach?{campaign}&tab=tasks"),
        "outreach-replies": View(f"/outreach?{campaign}&tab=replies"),
        "safety": View("/safety"),
        "safety-change": View("/safety", ("Change limits",)),
        "safety-suppressions": View("/safety?tab=suppressions"),
        "safety-check": View("/safety?tab=check"),
        "safety-history": View("/safety?tab=history"),
        "activity": View(f"/activity?{campaign}"),
        "tokens": View("/tokens"),
        "stop": View("/safety", ("Stop",), dialog=True),
        "campaign-new": View("/find", ("New campaign",), dialog=True),
        "palette": View("/pipeline", ("Find anything",), dialog=True),
        "graphiql": View("/graphiql"),
    }
