"""What can be done, each thing with anything there is or is not."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from models import Channel, ContactDirection, LeadStage
from services.appointments.booking import create_appointment
from services.appointments.changing import reschedule_appointment, update_appointment
from services.appointments.drafts import AppointmentDraft, AppointmentPatch, Reschedule, Start
from services.appointments.ending import cancel_appointment, complete_appointment, mark_no_show
from services.appointments.rules import AppointmentRules
from services.contact_events import (
    ContactEventDraft,
    ContactEventPatch,
    delete_contact_event,
    log_contact_event,
    update_contact_event,
)
from services.leads.creating import create_lead
from services.leads.deleting import delete_leads
from services.leads.drafts import LeadPatch, NewLead
from services.leads.stages import Expected, StageMove, bulk_update_lead_stage, update_lead_stage
from services.leads.tagging import tag_leads
from services.leads.updating import update_lead
from services.merges import MergeField, MergeRequest, merge_leads, undo_merge
from services.patch import ABSENT
from services.transaction import Act
from tests.resolvers.pipeline_machine.state import State

UNKNOWN = 10**9
HOUR = timedelta(hours=1)
RULES = AppointmentRules()


@dataclass(frozen=True, slots=True)
class Draw:
    """Draws what a move is made with. `act` is who makes it, and when."""

    data: st.DataObject
    state: State
    act: Act

    def one(self, strategy: st.SearchStrategy[Any]) -> Any:
        """A value."""
        return self.data.draw(strategy)

    def rarely(self) -> bool:
        """Whether this is to be odd."""
        return bool(self.one(st.integers(0, 24)) == 24)

    def row(self, table: str) -> int:
        """The key of a row, the last ones first; rarely one that none has."""
        keys = sorted(self.state[table], reverse=True)
        return UNKNOWN if not keys or self.rarely() else int(self.one(st.sampled_from(keys)))

    def rows(self, table: str, most: int) -> list[int]:
        """Some such keys."""
        keys = (*self.state[table], *([UNKNOWN] if self.rarely() else []))
        return list(self.one(st.lists(st.sampled_from(keys or (UNKNOWN,)), min_size=1, max_size=most)))

    def fellows(self, lead_id: int) -> list[int]:
        """Other leads of the same campaign, each once; rarely any leads, and more than once."""
        campaign_id = self.state["leads"].get(lead_id, {"campaign_id": 0})["campaign_id"]
        fellows = [key for key, lead in self.state["leads"].items() if lead["campaign_id"] == campaign_id]
        fellows = [key for key in fellows if key != lead_id]
        if not fellows or self.rarely():
            return self.rows("leads", 3)
        return list(self.one(st.lists(st.sampled_from(fellows), min_size=1, max_size=2, unique=True)))

    def expected_version(self, lead_id: int) -> int | None:
        """The lead's version, another one, or none."""
        version: int = self.state["leads"].get(lead_id, {"version": 1})["version"]
        return version + 1 if self.rarely() else [None, version][self.one(st.integers(0, 1))]


_EMAIL = st.sampled_from((None, "ana@a.example", "bo@a.example", "cy@a.example"))
_TEXT = st.sampled_from((None, "", "x", "Harbour"))
_TAGS = st.lists(st.sampled_from(("a", "A", "b", "c")), max_size=3)
_STAGE = st.sampled_from(LeadStage)
_DIRECTION = st.sampled_from(ContactDirection)
_HOURS = st.integers(-50, 0).map(lambda hours: hours * HOUR)
_AHEAD = st.integers(-2, 30).map(lambda quarters: quarters * HOUR / 2)
_MINUTES = st.sampled_from((30, 5, 60, 240))
_HOST = st.sampled_from((None, "Mia", "Noa"))


def _maybe(draw: Draw, strategy: st.SearchStrategy[Any]) -> Any:
    return draw.one(st.just(ABSENT) | strategy)


async def create(draw: Draw) -> None:
    """A new lead, perhaps with an address that somebody has."""
    draft = NewLead(
        campaign_id=draw.row("campaigns") if draw.rarely() else min(draw.state["campaigns"]),
        name="" if draw.rarely() else draw.one(st.sampled_from(("Ana", "Bo"))),
        email=draw.one(_EMAIL),
        company=draw.one(_TEXT),
        notes=draw.one(_TEXT),
        tags=draw.one(_TAGS),
        score=draw.one(st.none() | st.floats(0, 1)),
        do_not_contact=draw.one(st.booleans()),
        stage=(stage := draw.one(_STAGE)),
        stage_reason="No budget." if stage is LeadStage.LOST else None,
    )
    await create_lead(draft, draw.act)


async def update(draw: Draw) -> None:
    """Some fields of a lead."""
    lead_id = draw.row("leads")
    patch = LeadPatch(
        name=_maybe(draw, st.sampled_from(("Ana", "Cy"))),
        email=_maybe(draw, _EMAIL),
        company=_maybe(draw, _TEXT),
        notes=_maybe(draw, _TEXT),
        tags=_maybe(draw, _TAGS),
        do_not_contact=_maybe(draw, st.booleans()),
    )
    await update_lead(lead_id, patch, draw.act, expected_version=draw.expected_version(lead_id))


async def tag(draw: Draw) -> None:
    """Labels of several leads."""
    add = draw.one(_TAGS)
    remove = [tag for tag in draw.one(_TAGS) if draw.rarely() or tag not in add]
    await tag_leads(draw.rows("leads", 4), add, remove, draw.act)


async def delete(draw: Draw) -> None:
    """One or two leads are no more."""
    await delete_leads(draw.rows("leads", 2), draw.act)


async def move(draw: Draw) -> None:
    """A lead to another stage, perhaps out of a closed one."""
    stage = draw.one(_STAGE)
    wanted = StageMove(stage, draw.one(st.sampled_from((None, "No budget."))), reopen=draw.one(st.booleans()))
    await update_lead_stage(
        draw.row("leads"), wanted, draw.act, Expected(stage=draw.one(_STAGE) if draw.rarely() else None)
    )


async def move_many(draw: Draw) -> None:
    """Several leads to one stage."""
    wanted = StageMove(draw.one(_STAGE), "No budget.", reopen=draw.one(st.booleans()))
    await bulk_update_lead_stage(draw.rows("leads", 4), wanted, draw.act)


async def log(draw: Draw) -> None:
    """A message, perhaps noted late, perhaps again."""
    draft = ContactEventDraft(
        draw.row("leads"),
        Channel.EMAIL,
        draw.one(_DIRECTION),
        draw.one(st.sampled_from(("Hello.", "Again."))),
        draw.act.at + draw.one(_HOURS),
        draw.one(st.sampled_from((None, None, "one", "two"))),
    )
    await log_contact_event(draft, draw.act)


async def correct(draw: Draw) -> None:
    """What was noted of a message."""
    patch = ContactEventPatch(
        summary=_maybe(draw, st.just("Corrected.")),
        direction=_maybe(draw, _DIRECTION),
        occurred_at=_maybe(draw, _HOURS.map(lambda hours: draw.act.at + hours)),
    )
    await update_contact_event(draw.row("contact_events"), patch, draw.act)


async def take_back(draw: Draw) -> None:
    """A message which was noted by mistake."""
    await delete_contact_event(draw.row("contact_events"), draw.act)


async def book(draw: Draw) -> None:
    """An appointment, perhaps at a time that is taken, or has passed."""
    start = Start(draw.act.at + draw.one(_AHEAD), allow_past=draw.one(st.booleans()))
    minutes = 4 if draw.rarely() else draw.one(_MINUTES)
    draft = AppointmentDraft(draw.row("leads"), "Talk", start, minutes, "Europe/Lisbon", draw.one(_HOST))
    await create_appointment(draft, draw.act, RULES)


async def reschedule(draw: Draw) -> None:
    """An appointment to another time, and perhaps another host."""
    start = Start(draw.act.at + draw.one(_AHEAD), allow_past=draw.one(st.booleans()))
    wanted = Reschedule(start, draw.one(st.none() | _MINUTES), host=_maybe(draw, _HOST))
    await reschedule_appointment(draw.row("appointments"), wanted, draw.act, RULES)


async def note(draw: Draw) -> None:
    """Where an appointment is."""
    await update_appointment(draw.row("appointments"), AppointmentPatch(location=draw.one(_TEXT)), draw.act)


async def end(draw: Draw) -> None:
    """What became of an appointment."""
    appointment_id = draw.row("appointments")
    endings: tuple[Callable[[], Awaitable[Any]], ...] = (
        lambda: complete_appointment(appointment_id, None, draw.act),
        lambda: cancel_appointment(appointment_id, "Ill.", draw.act),
        lambda: mark_no_show(appointment_id, draw.act),
    )
    await draw.one(st.sampled_from(endings))()


async def merge(draw: Draw) -> int | None:
    """Leads which are one person, perhaps only to see what comes of it; the merge's id."""
    others = draw.fellows(lead_id := draw.row("leads"))
    choices = draw.one(
        st.lists(st.tuples(st.sampled_from(MergeField), st.sampled_from((lead_id, *others))), max_size=2)
    )
    request = MergeRequest(lead_id, others, choices, draw.expected_version(lead_id))
    return (await merge_leads(request, draw.act, dry_run=draw.one(st.integers(0, 5)) == 5)).merge_id


async def part(draw: Draw) -> None:
    """Leads which were merged."""
    await undo_merge(draw.row("lead_merges"), draw.act)


MOVES: Mapping[str, Callable[[Draw], Awaitable[int | None]]] = {
    move.__name__: move
    for move in (
        *(create, update, tag, delete, move, move_many),
        *(log, correct, take_back, book, reschedule, note, end, merge, part),
    )
}
