"""Scalars with a standard behind them. Values leave as the text PostgreSQL wrote; arguments are parsed strictly."""

from collections.abc import Mapping
from datetime import datetime
from typing import NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

import pushdown

URL = NewType("URL", str)
EmailAddress = NewType("EmailAddress", str)
TimeZone = NewType("TimeZone", str)
LocalDateTime = NewType("LocalDateTime", str)
LocalTime = NewType("LocalTime", str)
JSON = NewType("JSON", object)


def _parse_datetime(value: object) -> datetime:
    if not isinstance(value, str):
        raise GraphQLError("a DateTime is a text such as 2026-03-01T09:00:00Z")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise GraphQLError(f"not a DateTime: {value!r}; write it as 2026-03-01T09:00:00Z") from None
    if moment.tzinfo is None:
        raise GraphQLError(f"{value!r} has no offset from UTC; add Z or one such as +02:00")
    return moment


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise GraphQLError("must be a text")
    return value


def _of_text(name: str, description: str, specified_by: str) -> ScalarDefinition:
    return strawberry.scalar(
        name=name, description=description, specified_by_url=specified_by, serialize=pushdown.as_text, parse_value=_text
    )


SCALARS: Mapping[object, ScalarDefinition] = {
    datetime: strawberry.scalar(
        name="DateTime",
        description="A point in time, with its offset from UTC, as RFC 3339 writes it: `2026-03-01T09:00:00Z`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=pushdown.as_text,
        parse_value=_parse_datetime,
    ),
    URL: _of_text("URL", "An absolute http or https address.", "https://url.spec.whatwg.org/"),
    EmailAddress: _of_text("EmailAddress", "An e-mail address, normalised.", "https://www.rfc-editor.org/rfc/rfc5322"),
    LocalDateTime: _of_text(
        "LocalDateTime",
        "What clock and calendar show somewhere, without an offset from UTC: `2026-03-29T09:30`.",
        "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    ),
    LocalTime: _of_text(
        "LocalTime",
        "A time of day, 24-hour: `09:00`; `24:00` is the end of a day.",
        "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
    ),
    TimeZone: _of_text("TimeZone", "A time zone by its IANA name: `Europe/Lisbon`.", "https://www.iana.org/time-zones"),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
        serialize=pushdown.as_json,
        parse_value=pushdown.as_json,
    ),
}
