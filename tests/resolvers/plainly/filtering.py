"""What filters mean, said in Python."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from tests.resolvers.plainly.searching import is_found
from tests.resolvers.plainly.tables import Row, id_of

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, operand: value == operand,
    "in": lambda value, operand: value in operand,
    "gte": lambda value, operand: value >= operand,
    "lte": lambda value, operand: value <= operand,
    "lt": lambda value, operand: value < operand,
    "hasAny": lambda value, operand: any(item in value for item in operand),
    "hasAll": lambda value, operand: all(item in value for item in operand),
}

_VALUES: Mapping[str, Callable[[Row], Any]] = {
    "campaign": lambda row: None if row.campaign_id is None else id_of("Campaign", row.campaign_id),
    "channel": lambda row: row.channel,
    "createdAt": lambda row: row.created_at,
    "direction": lambda row: row.direction,
    "enrolledAt": lambda row: row.enrolled_at,
    "discoveredAt": lambda row: row.discovered_at,
    "expiresAt": lambda row: row.expires_at,
    "followers": lambda row: row.followers,
    "host": lambda row: None if row.host_id is None else id_of("Host", row.host_id),
    "kind": lambda row: row.kind,
    "lastContactedAt": lambda row: row.last_contacted_at,
    "lastRepliedAt": lambda row: row.last_replied_at,
    "lead": lambda row: id_of("Lead", row.lead_id),
    "matchScore": lambda row: row.match_score,
    "mergedAt": lambda row: row.merged_at,
    "name": lambda row: row.name,
    "number": lambda row: row.number,
    "occurredAt": lambda row: row.occurred_at,
    "outcome": lambda row: row.outcome,
    "owner": lambda row: row.owner,
    "platform": lambda row: row.platform,
    "receivedAt": lambda row: row.received_at,
    "role": lambda row: row.role,
    "score": lambda row: row.score,
    "source": lambda row: row.source,
    "stage": lambda row: row.stage,
    "stageEnteredAt": lambda row: row.stage_entered_at,
    "startsAt": lambda row: row.starts_at,
    "status": lambda row: row.status,
    "tags": lambda row: row.tags,
    "version": lambda row: row.version,
}
"""What each condition compares."""


def holds(row: Row, condition: Mapping[str, Any]) -> bool:
    """Whether a filter holds for a row: all that was given of it. A null was not given."""
    return all(_holds(row, name, operand) for name, operand in condition.items() if operand is not None)


def _holds(row: Row, name: str, operand: Any) -> bool:
    match name:
        case "and":
            return all(holds(row, item) for item in operand)
        case "or":
            return any(holds(row, item) for item in operand)
        case "not":
            return not holds(row, operand)
        case "assigned":
            return (row.owner is not None) is operand
        case "open":
            return (row.outcome is None) is operand
        case "undone":
            return (row.undone_at is not None) is operand
        case "search":
            return is_found(row, operand)
        case "converted":
            return (row.lead_id is not None) is operand
        case "upcoming":
            return (row.status == "SCHEDULED" and row.starts_at > datetime.now(UTC)) is operand
        case "subject":
            # Where a row names what cannot be a type, no id names it.
            return row.subject_type.isidentifier() and id_of(row.subject_type, row.subject_id) == str(operand)
    value = _VALUES[name](row)
    return all(value is not None and _COMPARE[how](value, what) for how, what in operand.items())
