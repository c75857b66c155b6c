"""Whom a row is about: one of the campaign's leads, somebody of an earlier row, or somebody new."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from services.identities import IdentityKey, email_key
from services.imports.candidates import Candidate, ImportKey, Manner
from services.imports.drafts import LeadDraft
from services.imports.fields import ImportField


@dataclass(slots=True)
class Register:
    """The leads which the rows of a batch may be about, and what the batch adds to their keys.

    A row is about the lead which it names by our own id; else whoever has its external id, or its e-mail address; else
    whoever came from the very same row; else whoever has its telephone number, a name that does not contradict the
    row's, and no other e-mail address: numbers are shared by families and offices. The number of a row with an external
    id does not count, since the program which gave that knows its people better.
    """

    owners: dict[IdentityKey, LeadDraft]
    by_id: dict[int, LeadDraft]
    by_phone: dict[str, list[LeadDraft]]
    added: dict[IdentityKey, LeadDraft] = field(default_factory=dict)
    left: dict[IdentityKey, LeadDraft] = field(default_factory=dict)
    """Addresses by which leads are not recognised any more."""
    suppressed: Mapping[int, str] = field(default_factory=dict)
    """By the leads' ids: what suppresses them, in words."""
    suppressed_values: Mapping[str, str] = field(default_factory=dict)
    """The same by the rows' e-mail addresses and telephone numbers."""

    def suppressing(self, candidate: Candidate, draft: LeadDraft | None) -> tuple[ImportField, str] | None:
        """What suppresses whom the row is about, in words, and by which field that is known."""
        for about in (ImportField.EMAIL, ImportField.PHONE):
            if why := self.suppressed_values.get(candidate.values.get(about.lower(), "")):
                return about, why
        why = self.suppressed.get(draft.id) if draft is not None else None
        return (ImportField.LEAD_ID, why) if why else None

    def recognise(self, candidate: Candidate, manner: Manner) -> LeadDraft | None:
        """The lead which the row is about; None for somebody new."""
        if candidate.lead_id is not None and (named := self.by_id.get(candidate.lead_id)):
            return named
        for kind, key in self._keys(candidate).items():
            if kind in manner.match_by and (owner := self.owners.get(key)):
                return owner
        if candidate.digest is not None and (owner := self.owners.get(candidate.digest)):
            return owner
        if ImportKey.PHONE in manner.match_by and candidate.phone is not None and candidate.external_id is None:
            return next((lead for lead in self.by_phone.get(candidate.phone, ()) if _may_be(lead, candidate)), None)
        return None

    def taken(self, candidate: Candidate, draft: LeadDraft | None) -> ImportField | None:
        """The key among the row's which is somebody else's."""
        for kind, key in self._keys(candidate).items():
            if (owner := self.owners.get(key)) is not None and owner is not draft:
                return ImportField(kind)
        return None

    def enter(self, candidate: Candidate, draft: LeadDraft, former_email: str | None) -> None:
        """Let the lead, which has the row's values by now, be recognised by the row's keys."""
        former = email_key(former_email or "")
        if former is not None and candidate.email not in (None, former):
            self._leave(former, draft)
        # The lead may have been found by the row's own digest, or named by our id: then it needs no digest.
        named = candidate.lead_id is not None and candidate.lead_id == draft.id
        for key in (candidate.external_id, candidate.email, None if named else candidate.digest):
            if key is not None and key not in self.owners:
                self.owners[key] = draft
                if self.left.get(key) is draft:
                    del self.left[key]
                else:
                    self.added[key] = draft
        if candidate.phone is not None:
            having = self.by_phone.setdefault(candidate.phone, [])
            if draft not in having:
                having.append(draft)

    def _leave(self, former: IdentityKey, draft: LeadDraft) -> None:
        # An address which no row of the batch has is not in the register.
        if self.owners.get(former, draft) is draft:
            self.owners.pop(former, None)
            if self.added.pop(former, None) is None:
                self.left[former] = draft

    @staticmethod
    def _keys(candidate: Candidate) -> Mapping[ImportKey, IdentityKey]:
        keys = {ImportKey.EXTERNAL_ID: candidate.external_id, ImportKey.EMAIL: candidate.email}
        return {kind: key for kind, key in keys.items() if key is not None}


def _may_be(lead: LeadDraft, candidate: Candidate) -> bool:
    """Whether nothing but the telephone number speaks against the row's being about this lead."""
    if lead.values["phone"] != candidate.phone:  # an earlier row changed it
        return False
    if candidate.email is not None and lead.values["email"] is not None:
        return False
    mine, theirs = _words(candidate.values.get("name", "")), _words(lead.values["name"])
    return mine <= theirs or theirs <= mine


def _words(name: str) -> frozenset[str]:
    """A name's words whatever their case and accents."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return frozenset("".join(letter for letter in bare if not unicodedata.combining(letter)).split())
