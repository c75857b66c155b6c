"""What a dry run would have written so far: later rows are decided on as if it were there.

It is kept in this process only, each lead as a few hundred bytes, since nobody else is to see it; a dry run whose
worker dies begins anew.
"""

from collections.abc import Iterable
from typing import Any

import orjson

from services.identities import IdentityKey
from services.imports.candidates import Candidate
from services.imports.deciding import Decider
from services.imports.drafts import LeadDraft
from services.imports.recognition import Register

_NOBODY = -1
_MOST_WITH_ONE_PHONE = 20


class Rehearsal:
    """The leads that would be new or changed, and by what they would be recognised."""

    def __init__(self) -> None:
        self._leads: list[bytes] = []
        self._places: dict[str, int] = {}
        """By key; and by id, of leads which are there."""
        self._phones: dict[str, list[int]] = {}

    def put_into(self, register: Register, candidates: Iterable[Candidate]) -> None:
        """Let a batch see it. What would be changed stands in place of what is stored."""
        drafts: dict[int, LeadDraft] = {}

        def draft_at(place: int) -> LeadDraft:
            if place not in drafts:
                drafts[place] = self._draft(place)
            return drafts[place]

        def rehearsed(draft: LeadDraft) -> LeadDraft:
            place = self._places.get(_of_id(draft.id))
            return draft if place is None else draft_at(place)

        register.owners = {key: rehearsed(draft) for key, draft in register.owners.items()}
        register.by_id = {lead_id: rehearsed(draft) for lead_id, draft in register.by_id.items()}
        register.by_phone = {phone: [*map(rehearsed, having)] for phone, having in register.by_phone.items()}
        for candidate in candidates:
            for key in filter(None, (candidate.external_id, candidate.email, candidate.digest)):
                place = self._places.get(_of_key(key))
                if place == _NOBODY:
                    register.owners.pop(key, None)
                elif place is not None:
                    register.owners[key] = draft_at(place)
            for place in self._phones.get(candidate.phone or "", ()):
                having = register.by_phone.setdefault(candidate.phone or "", [])
                if (draft := draft_at(place)) not in having:
                    having.append(draft)

    def keep(self, decider: Decider) -> None:
        """Take up what a batch would have written."""
        register = decider.register
        for draft in (*decider.touched, *register.added.values(), *register.left.values()):
            self._keep(draft)
        for key in register.left:
            self._places[_of_key(key)] = _NOBODY
        for key, draft in register.added.items():
            assert draft.place is not None
            self._places[_of_key(key)] = draft.place

    def _keep(self, draft: LeadDraft) -> None:
        # A copy, because what orjson gives stands in a buffer of kilobytes.
        content = bytes(memoryview(orjson.dumps([draft.id, draft.is_new, draft.values])))
        if draft.place is None:
            draft.place = len(self._leads)
            self._leads.append(content)
        else:
            self._leads[draft.place] = content
        if draft.id:
            self._places[_of_id(draft.id)] = draft.place
        if phone := draft.values["phone"]:
            having = self._phones.setdefault(phone, [])
            if draft.place not in having and len(having) < _MOST_WITH_ONE_PHONE:
                having.append(draft.place)

    def _draft(self, place: int) -> LeadDraft:
        lead_id, is_new, values = orjson.loads(self._leads[place])
        kept: dict[str, Any] = values
        return LeadDraft(kept, lead_id, is_new=is_new, place=place)


def _of_key(key: IdentityKey) -> str:
    return f"{key.kind}:{key.value}"


def _of_id(lead_id: int) -> str:
    return f"#{lead_id}"
