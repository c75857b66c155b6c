"""What of people is withheld from a VIEWER where the setting says so: who they are, their addresses, their words.

What is counted, dated and staged stays to be seen, and so do the companies. Masks stand in place of the columns, so
that nothing withheld can be searched for, either.
"""

from collections.abc import Mapping

import models
from pushdown.metadata import Models

_NONE, _LIST, _OBJECT = "NULL::text", "'[]'::jsonb", "'{}'::jsonb"
_WITHHELD = "'(withheld)'::text"
_NO_URL = "'https://withheld.invalid/'::text"


def _none(*fields: str) -> dict[str, str]:
    return dict.fromkeys(fields, _NONE)


MASKS: Mapping[Models, Mapping[str, str]] = {
    models.Lead: {
        "name": _WITHHELD,
        **_none("email", "phone", "location", "website", "bio", "notes"),
        "provenance": _LIST,
    },
    models.LeadIdentity: {"value": _WITHHELD},
    models.DiscoveredProfile: {
        "handle": _WITHHELD,
        "display_name": _WITHHELD,
        "profile_url": _NO_URL,
        **_none("bio", "email", "phone", "website", "location"),
        "links": _LIST,
        "match_reasons": _LIST,
        "provenance": _LIST,
    },
    models.ContactEvent: {"summary": _WITHHELD, **_none("idempotency_key")},
    models.Appointment: {"title": _WITHHELD, **_none("location", "calendar_link", "notes", "cancel_reason")},
    models.StageChange: _none("reason"),
    models.LeadMerge: {"before": _OBJECT, "after": _OBJECT, "absorbed": _LIST},
    models.LeadImport: {"mapping": _LIST, **_none("filename", "error_message")},
    models.LeadImportRow: {"problems": "NULL::jsonb"},
    models.OutreachMessage: {
        "body": _WITHHELD,
        **_none("recipient", "subject", "provider_message_id", "error"),
        "decision": "NULL::jsonb",
    },
    models.DeliveryAttempt: _none("response"),
    models.OutreachTask: _none("note"),
    models.Reply: {"key": _WITHHELD, "text": _WITHHELD, "reason": _WITHHELD, **_none("sender", "subject")},
    models.Suppression: _none("value", "reason"),
    models.Activity: {"detail": _OBJECT},
}
"""By model and field, what stands in for the column."""
