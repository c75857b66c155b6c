"""Values of requests on their way into a statement: what PostgreSQL cannot hold is found before it is asked."""

import re
from datetime import UTC, date, datetime
from uuid import UUID

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")


def is_storable(text: str) -> bool:
    """Whether PostgreSQL can hold the text: it has neither NUL nor a lone surrogate."""
    return _UNSTORABLE.search(text) is None


def storable(value: object) -> object:
    """A JSON value with every character that PostgreSQL cannot hold replaced by the replacement character."""
    match value:
        case str():
            return _UNSTORABLE.sub("\ufffd", value)
        case list():
            return [storable(item) for item in value]
        case dict():
            return {key: storable(item) for key, item in value.items()}
    return value


def in_utc(moment: datetime) -> datetime:
    """The same point in time, in UTC. Raises ValueError where it has no offset or lies outside the years 1 to 9999."""
    if moment.tzinfo is None:
        raise ValueError("has no offset from UTC")
    try:
        return moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError("lies outside the years 1 to 9999") from error


def parsed(text: str, sql_type: str) -> object:
    """What PostgreSQL wrote as `text`, as the driver takes it for a parameter of this type.

    Raises ValueError for what PostgreSQL cannot have written.
    """
    match sql_type:
        case "timestamptz":
            return in_utc(datetime.fromisoformat(text))
        case "date":
            return date.fromisoformat(text)
        case "double precision":
            return float(text)
        case "bigint":
            number = int(text)
            if not -(2**63) <= number < 2**63:
                raise ValueError("out of range")
            return number
        case "boolean":
            if text not in ("true", "false"):
                raise ValueError("neither true nor false")
            return text == "true"
        case "uuid":
            return UUID(text)
    if not is_storable(text):
        raise ValueError("not storable")
    return text
