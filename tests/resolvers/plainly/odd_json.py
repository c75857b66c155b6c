"""What may stand in the columns of embedded JSON, as it should be and as nobody meant it."""

import json
from collections.abc import Iterator
from itertools import cycle
from typing import Any

from tests.resolvers.plainly.rubbish import NULL, SHORT_TEXTS, URLS

_FULL_CRITERIA = {
    "platforms": ["WEB", "GITHUB"],
    "keywords": ["harbour", *SHORT_TEXTS[:8]],
    "location": "Lisboa",
    "role_contains": "engineer",
    "min_followers": 10,
    "recent_activity_days": 30,
    "seed_urls": list(URLS),
    "usernames": [],
    "max_profiles": 50,
}
_BARE_CRITERIA = {"platforms": [], "keywords": [], "seed_urls": [], "usernames": [], "max_profiles": 0}


def _varied(full: dict[str, object], **changes: object) -> str:
    """The object with some keys changed; a key with `...` is left out."""
    kept = {key: value for key, value in {**full, **changes}.items() if value is not ...}
    return json.dumps(kept, ensure_ascii=False)


CRITERIA = (
    _varied(_FULL_CRITERIA),
    _varied(_BARE_CRITERIA),
    _varied(_BARE_CRITERIA, location="", role_contains=SHORT_TEXTS[2], min_followers=None, seedUrls="not ours"),
    _varied(_FULL_CRITERIA, id=7, name="Lead", __typename="Campaign", max_profiles=2**31 - 1),
)

_WRONG_NUMBERS: Iterator[Any] = cycle(
    (1.5, 3_000_000_000, "12", 2.0, "soon", True, -(2**31) - 1, [], 10**20, {}, "", 1e300)
)
_WRONG_TEXTS: Iterator[Any] = cycle((5, False, [], {"a": 1}, None, 1.5, 10**20))


def _odd(**changes: object) -> str:
    """Criteria that are wrong where they may be null, which stays there, and in what is changed."""
    wrong = {name: next(_WRONG_NUMBERS) for name in ("min_followers", "recent_activity_days")}
    wrong |= {name: next(_WRONG_TEXTS) for name in ("location", "role_contains")}
    return _varied(_FULL_CRITERIA, **(wrong | changes))


ODD_CRITERIA = (
    "{}",
    "[]",
    '"text"',
    "7",
    NULL,
    _odd(),
    _odd(platforms=["WEB", "MYSPACE"]),
    _odd(platforms=[None]),
    _odd(platforms="WEB", keywords={"a": 1}),
    _odd(platforms=None, keywords=["a", None]),
    _odd(keywords=[1, 1.5, True, ["a"], {"b": 1}], usernames=[True, 10**20, -0.5]),
    _odd(max_profiles=3_000_000_000),
    _odd(max_profiles="7"),
    _odd(max_profiles={}),
    _odd(max_profiles=...),
    _odd(seed_urls=[5, "x"], usernames=..., max_profiles=2.0),
    _odd(seed_urls=["x", None, ["y"]], max_profiles=-1),
)

_REASON = {"criterion": "KEYWORDS", "score": 0.5, "weight": 2.0, "evidence": "“harbour” in the role"}
REASONS: tuple[list[dict[str, Any]], ...] = (
    [],
    [_REASON],
    [{**_REASON, "criterion": name, "score": score} for name, score in (("ROLE", 0), ("LOCATION", 1), ("ROLE", 1e-7))],
    [{**_REASON, "evidence": text, "extra": [text]} for text in SHORT_TEXTS[:7]],
)
_NO_OBJECTS = ("[null]", '[5, "text", true]', "[[]]", "[[{}]]")

ODD_REASONS: tuple[str, ...] = (
    *_NO_OBJECTS,
    json.dumps([_REASON, None, _REASON]),
    NULL,
    "{}",
    '"text"',
    "[{}]",
    json.dumps([_REASON, {**_REASON, "criterion": "CHARISMA"}]),
    json.dumps([{**_REASON, "criterion": None}]),
    json.dumps([{**_REASON, "criterion": ["KEYWORDS"]}]),
    json.dumps([{**_REASON, "criterion": 5, "evidence": 5}]),
    json.dumps([{**_REASON, "score": "0.5", "weight": True, "evidence": 1.5}]),
    json.dumps([{**_REASON, "score": "high"}, {**_REASON, "weight": None}]),
    json.dumps([{**_REASON, "score": [0.5]}]),
    json.dumps([{**_REASON, "evidence": {"a": 1}}]),
    '[{"criterion": "ROLE", "score": 1e300, "weight": 1.10, "evidence": "far"}]',
    '[{"criterion": "ROLE", "score": 12345678901234567890123, "weight": -0.0, "evidence": ""}]',
)

_SOURCE = {
    "field": "display_name",
    "source_url": "https://people.example/ada",
    "method": "json-ld",
    "retrieved_at": "2026-02-01T09:30:00+00:00",
}
PROVENANCE: tuple[list[dict[str, Any]], ...] = (
    [],
    [_SOURCE],
    [{**_SOURCE, "field": name} for name in ("profile_url", "last_active_at", "role", "émail", "it's")],
    [{**_SOURCE, "method": text, "source_url": url} for text, url in zip(SHORT_TEXTS, URLS, strict=False)],
)
ODD_PROVENANCE: tuple[str, ...] = (
    *_NO_OBJECTS,
    json.dumps([None, _SOURCE]),
    NULL,
    "{}",
    "[{}]",
    "5",
    json.dumps([_SOURCE, {**_SOURCE, "field": None}]),
    json.dumps([{**_SOURCE, "field": 5}, {**_SOURCE, "field": False}]),
    json.dumps([{**_SOURCE, "field": {"a": [1, None]}, "method": 7}]),
    json.dumps([{**_SOURCE, "retrieved_at": "yesterday"}, {**_SOURCE, "retrieved_at": None}]),
    json.dumps([{**_SOURCE, "source_url": None}]),
    json.dumps([{**_SOURCE, "method": ["api"]}]),
)

LINKS: tuple[list[str], ...] = ([], [URLS[0]], list(URLS), [URLS[1]] * 3)
ODD_LINKS: tuple[str, ...] = (NULL, "{}", '"https://a.example/"', "5", "[null]", '["https://a.example/", null]')
