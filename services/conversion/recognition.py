"""Who among the profiles is a lead already, and who is the same person as another profile of the batch."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from models import IdentityKind
from services.conversion.lead_drafts import LeadDraft
from services.identities import IdentityKey, identity_keys, linked_addresses


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one profile."""

    own: tuple[IdentityKey, ...]
    linked: tuple[IdentityKey, ...]
    """Addresses that lead to whoever has them as a profile's own."""

    @classmethod
    def of(cls, profile: Mapping[str, Any]) -> "Keys":
        """The keys of a row of `discovered_profiles`, its links read from JSON."""
        own = identity_keys(profile["platform"], profile["handle"], profile["profile_url"], profile["email"])
        linked = tuple(key for key in linked_addresses(profile["links"]) if key not in own)
        return cls(own, linked)


@dataclass(slots=True)
class Register:
    """The keys of a campaign's leads, as far as the batch touches them, with what the batch adds."""

    owners: dict[IdentityKey, LeadDraft]
    addresses: set[IdentityKey]
    """Addresses which are some lead's profile's own, not only linked to."""
    added: dict[IdentityKey, LeadDraft] = field(default_factory=dict)

    def recognise(self, keys: Keys) -> tuple[LeadDraft, IdentityKind] | None:
        """The lead that has one of the keys, the most telling first."""
        for key in keys.own:
            if owner := self.owners.get(key):
                return owner, key.kind
        for key in keys.linked:
            if key in self.addresses and (owner := self.owners.get(key)):
                return owner, key.kind
        return None

    def kind_of(self, keys: Keys, draft: LeadDraft) -> IdentityKind:
        """By which of a profile's keys it belongs to its lead; by the account where the lead lost the others."""
        return next((key.kind for key in keys.own if self.owners.get(key) is draft), IdentityKind.HANDLE)

    def enter(self, keys: Keys, draft: LeadDraft) -> None:
        """Give the lead those keys which nobody has yet."""
        for key in (*keys.own, *keys.linked):
            if key not in self.owners:
                self.owners[key] = draft
                self.added[key] = draft
        self.addresses.update(
            key for key in keys.own if key.kind is IdentityKind.PROFILE_URL and self.owners[key] is draft
        )

    def has_email(self, keys: Keys, draft: LeadDraft) -> bool:
        """Whether the profile's e-mail address is this lead's, and nobody else's."""
        return all(self.owners.get(key) is draft for key in keys.own if key.kind is IdentityKind.EMAIL)
