"""Values that find out what quoting, formatting and trust break. All of them can stand in the tables."""

from datetime import UTC, datetime, timedelta, timezone

SHORT_TEXTS = (
    "Plain",
    'It\'s "quoted" and `ticked`, ‘curled’',
    'Back\\slash \\n \\u0041 \\" $1 $$ {row} {0} %s %(a)s :id ?',
    "Line\nbreak,\ttab,\rreturn,\x0bvertical,\x0cfeed,\bback",
    "'; DROP TABLE leads; -- /* */",
    "🦉 👩‍👩‍👧‍👦 🇵🇹 e\u0301 é \U0010ffff",
    "עברית \u202eright to left\u202c العربية",
    "\x01\x1b[31m\x7f\x80\x9f\u2028\u2029\u200b\ufeff\ufffe\uffff",
    "</script><!-- & &amp; ]]>",
    '{"id": null, "name": [1, "\\u0000"]}',
    "null",
    "NaN",
    "0",
    "Zażółć gęślą jaźń Καλημέρα 東京",
    "plain",
    "Plain ",
    "z" * 200,
)
"""At most 200 characters each, none blank: they fit every column of text."""

LONG_TEXTS = ("", " ", "\n", 'wide "\\\n' * 500, "🦉" * 3_000, *SHORT_TEXTS)

URLS = (
    "https://a.example/",
    "https://a.example/?q='\"&x=%00#\\",
    "http://xn--caf-dma.example/%F0%9F%A6%89",
    "no address",
    "",
)

EARLIEST = datetime(1, 1, 1, microsecond=1, tzinfo=UTC)
LATEST = datetime(9999, 12, 31, 23, 59, 59, 999_998, tzinfo=UTC)
"""A microsecond within the first and the last time of Python, which the driver stores as infinite."""
_DAY = datetime(2026, 3, 29, tzinfo=UTC)

MOMENTS = (
    _DAY,
    _DAY + timedelta(microseconds=1),
    _DAY + timedelta(microseconds=250_000),
    _DAY + timedelta(hours=1, seconds=59, milliseconds=100),
    _DAY + timedelta(microseconds=1),
    EARLIEST,
    datetime(1582, 10, 10, 12, tzinfo=UTC),
    datetime(1899, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(2000, 2, 29, 23, 59, 60 - 1, 10, tzinfo=timezone(timedelta(hours=14))),
    datetime(2026, 10, 25, 1, 30, tzinfo=timezone(timedelta(hours=-12))),
    datetime(9999, 1, 1, tzinfo=UTC),
    LATEST,
)
"""Some of them equal, so that the id must break ties."""

OWNERS = ("Bo", "bo", "", *SHORT_TEXTS[1:4], "Ünal", "O'Neil; --")
"""Who is in charge of leads."""

SCORES = (0.0, 1.0, 0.5, 1 / 3, 0.1, 5e-324, 1e-7, 0.30000000000000004, 0.9999999999999999, 0.5, -0.0)
FOLLOWERS = (None, 0, 1, 120, 120, 2**31 - 1, 2**31 - 2)
COUNTS = (0, 1, 7, 2**31 - 1)

KEYS = (2**31, 2**53 + 1, 2**62 + 7, 2**63 - 2, 2**63 - 1)
"""Primary keys which neither 32 bits nor a double can hold."""
KEYS_IN_TIMELINE = (2**31, 2**53 + 1, 2**59 + 7, 2**60 - 2, 2**60 - 1)
"""Likewise; a timeline's entries have keys eight times as large."""

JSON_VALUES = (
    "{}",
    "[]",
    '""',
    "0",
    "-0.0",
    "false",
    "1.10",
    "1e2",
    "9007199254740993",
    "18446744073709551615",
    '{"handle": "ada", "nested": {"list": [1, [2, {"three": null}]], "": "", "a b": true}}',
    '{"bb": 1, "a": 2, "__typename": "Lead", "it\'s": "\\"", "\\\\": "\\u2028\\ud83e\\udd89"}',
    '["\\u0001\\u001f\\u007f", null, [], {}, -1.5e-7, 123456789012345678901234567890]',
    '"\'; DROP TABLE leads; --"',
)
"""Any JSON, as it is written."""
NULL = "null"
