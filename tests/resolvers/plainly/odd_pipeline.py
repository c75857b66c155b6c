"""What may stand in the JSON of hosts, merges and imports, as it should be and as nobody meant it."""

import json
from typing import Any

from tests.resolvers.plainly.rubbish import NULL, SHORT_TEXTS

_DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_MORNING, _AFTERNOON = {"start": "08:30", "end": "12:00"}, {"start": "13:00", "end": "18:45"}
_NIGHT = {"start": "00:00", "end": "03:30"}, {"start": "21:00", "end": "24:00"}


def _week(**changes: Any) -> str:
    return json.dumps(dict.fromkeys(_DAYS, ()) | changes)


HOURS = (
    _week(**dict.fromkeys(_DAYS, (_MORNING, _AFTERNOON))),
    _week(**dict.fromkeys(_DAYS, _NIGHT)),
    _week(SUNDAY=({"start": "00:00", "end": "24:00"},), MONDAY=(_MORNING,)),
)
ODD_HOURS = (
    NULL,
    "[]",
    "{}",
    _week(MONDAY=None, TUESDAY={"start": 1}, WEDNESDAY="09:00"),
    _week(MONDAY=[None], FRIDAY=[_MORNING, 5]),
    _week(MONDAY=[{}], SATURDAY=[{"start": None, "end": "25:00"}]),
    _week(MONDAY=[{"start": 5, "end": True}], TUESDAY=[{"start": ["09:00"], "end": {"a": 1}}]),
    _week(MONDAY=[{**_MORNING, "from": 7}], extra=SHORT_TEXTS[4]),
)

_TAKEN_IN = {"lead_id": 9_999, "lead": {"id": 9_999, "name": "Ada", "email": "ada@people.example", "stage": "NEW"}}


def _taken_in(lead_id: int, **changes: Any) -> dict[str, Any]:
    return {"lead_id": lead_id, "lead": {**_TAKEN_IN["lead"], **changes}}  # type: ignore[dict-item]


ABSORBED = (
    json.dumps([_TAKEN_IN]),
    json.dumps([_taken_in(2, email=None, stage="LOST"), _taken_in(2**63 - 1, name=SHORT_TEXTS[1])]),
    json.dumps([_taken_in(key, name=text) for key, text in enumerate(SHORT_TEXTS)], ensure_ascii=False),
    "[]",
)
ODD_ABSORBED = (
    NULL,
    "{}",
    '"text"',
    "[null]",
    "[5, true]",
    "[{}]",
    json.dumps([_TAKEN_IN, None, _TAKEN_IN]),
    json.dumps([{"lead_id": None, "lead": None}]),
    json.dumps([{"lead": "Ada"}]),
    json.dumps([_taken_in(3, name=None), _taken_in(4, stage=None)]),
    json.dumps([_taken_in(3, name=5, email=False), _taken_in(-1, stage="FORGOTTEN")]),
    json.dumps([{"lead_id": 3, "lead": [1]}, {"lead_id": "4", "lead": {}}]),
)

_MAPPED = {"column": "Name", "field": "NAME"}
MAPPINGS: tuple[list[dict[str, Any]], ...] = (
    [],
    [_MAPPED, {"column": "E-mail", "field": "EMAIL"}, {"column": "Shoe size", "field": None}],
    [{"column": text, "field": "NOTES"} for text in SHORT_TEXTS[:9]],
)
ODD_MAPPINGS: tuple[str, ...] = (
    NULL,
    "{}",
    "[null]",
    "[{}]",
    json.dumps([_MAPPED, {"column": None, "field": "NAME"}]),
    json.dumps([_MAPPED, {"column": 5, "field": "SHOE_SIZE"}]),
    json.dumps([{"column": {"a": 1}, "field": ["NAME"]}, 7]),
)

_OPTIONS = {
    "encoding": "utf-8",
    "delimiter": ";",
    "columns": ["Name", *SHORT_TEXTS[:6]],
    "country": "PT",
    "tags": [*SHORT_TEXTS[2:5]],
    "owner": "Bo",
    "match_by": ["EMAIL", "PHONE"],
}
OPTIONS: tuple[dict[str, Any], ...] = (
    _OPTIONS,
    {"encoding": "windows-1252", "columns": [], "tags": [], "match_by": []},
    {**_OPTIONS, "delimiter": "\t", "country": None, "owner": None, "extra": 5},
)
ODD_OPTIONS: tuple[str, ...] = (
    NULL,
    "[]",
    "{}",
    '"text"',
    json.dumps({**_OPTIONS, "encoding": None, "delimiter": 5}),
    json.dumps({**_OPTIONS, "columns": ["a", None], "country": True}),
    json.dumps({**_OPTIONS, "columns": {"a": 1}, "tags": [1, 1.5], "owner": ["Bo"]}),
    json.dumps({**_OPTIONS, "match_by": ["EMAIL", "SHOE_SIZE"]}),
    json.dumps({**_OPTIONS, "match_by": [None], "tags": "one"}),
)

_PROBLEM = {"column": "E-mail", "code": "MALFORMED", "message": "This is no e-mail address."}
PROBLEMS: tuple[list[dict[str, Any]] | None, ...] = (
    None,
    [_PROBLEM],
    [{**_PROBLEM, "column": None, "message": text} for text in SHORT_TEXTS[:7]],
    [],
)
ODD_PROBLEMS: tuple[str, ...] = (
    NULL,
    "{}",
    "5",
    "[null]",
    "[{}]",
    json.dumps([_PROBLEM, None]),
    json.dumps([{**_PROBLEM, "column": 5, "code": "UNHEARD_OF"}]),
    json.dumps([{**_PROBLEM, "code": None}, {**_PROBLEM, "message": None}]),
    json.dumps([{**_PROBLEM, "message": ["a"], "column": {"a": None}}]),
)
