"""What a row says of a person: every value checked, or what is wrong with the row and where."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import orjson

from models import IdentityKind, LeadStage
from services.errors import ErrorCode, InvalidInput, Problem
from services.identities import IdentityKey
from services.imports.fields import ImportField
from services.imports.raw_rows import RawRow, Value
from services.leads.values import CHECKS, lead_phone
from services.validation import Findings, Path

LONGEST_EXTERNAL_ID = 200
_PARTS_OF_TAGS = re.compile(r'[ \t]*"((?:[^"]|"")*)"|([^,;|\n"]+)')
_TRUE = frozenset({"true", "yes", "y", "1", "x", "on", "ja", "j", "wahr", "oui", "o", "vrai", "sim", "s", "sí", "si"})
_FALSE = frozenset({"false", "no", "n", "0", "off", "nein", "falsch", "non", "faux", "não", "nao", "falso"})
_PER_CENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")


class ImportKey(StrEnum):
    """By what a row can be recognised as one of the campaign's leads."""

    EXTERNAL_ID = "EXTERNAL_ID"
    EMAIL = "EMAIL"
    PHONE = "PHONE"


@dataclass(frozen=True, slots=True)
class Manner:
    """How the rows of one import are read."""

    fields: Mapping[str, ImportField]
    """By column."""
    region: str | None = None
    """ISO 3166: where telephone numbers without their + are dialled."""
    tags: tuple[str, ...] = ()
    """Which every lead of the file gets."""
    owner: str | None = None
    """Who is in charge of the file's leads, where neither the file says who nor somebody is already."""
    match_by: frozenset[ImportKey] = frozenset(ImportKey)
    """By what a row is recognised as one of the campaign's leads, besides our own ids."""

    def column_of(self, wanted: ImportField) -> str:
        """The column which fills a field; empty where none does."""
        return next((column for column, filled in self.fields.items() if filled is wanted), "")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a row says. `values` has the lead's columns of which it says something."""

    values: Mapping[str, Any] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    do_not_contact: bool = False
    stage: LeadStage | None = None
    lead_id: int | None = None
    """The lead which the row names by our own id."""
    external_id: IdentityKey | None = None
    email: IdentityKey | None = None
    digest: IdentityKey | None = None
    """The row itself as a key, where it has no better one."""
    problems: tuple[Problem, ...] = ()
    """Each with the column as its path. If there are any, nothing else counts."""

    @property
    def phone(self) -> str | None:
        """The telephone number."""
        phone: str | None = self.values.get("phone")
        return phone


def read_candidate(row: RawRow, manner: Manner, own_id: Callable[[str], int | None]) -> Candidate:
    """Check a row. `own_id` gives the primary key of a lead which a global id of ours names."""
    if row.problem is not None:
        return Candidate(problems=(Problem(("",), ErrorCode.MALFORMED, row.problem),))
    findings = Findings()
    said = _said(row, manner.fields, findings)
    values = _values(findings, said, manner)
    tags = _tags(findings, said.get(ImportField.TAGS))
    do_not_contact = _truth(findings, said.get(ImportField.DO_NOT_CONTACT))
    stage = _stage(findings, said.get(ImportField.STAGE))
    external_id = _external_id(findings, said.get(ImportField.EXTERNAL_ID))
    if findings.any:
        return Candidate(problems=_problems(findings))
    # An address which was checked has the key's spelling already: `services.identities.email_key` changes nothing.
    email = IdentityKey(IdentityKind.EMAIL, values["email"]) if "email" in values else None
    _column, named = said.get(ImportField.LEAD_ID, ("", ""))
    return Candidate(
        values,
        tags,
        do_not_contact,
        stage,
        own_id(_one(named)) if named else None,
        external_id,
        email,
        None if external_id or email else _digest(values, tags, do_not_contact),
    )


_Said = Mapping[ImportField, tuple[str, Value]]
"""By field: the column, for telling what is wrong, and the value."""


def _said(row: RawRow, fields: Mapping[str, ImportField], findings: Findings) -> _Said:
    said: dict[ImportField, tuple[str, Value]] = {}
    for column, value in row.values.items():
        filled = fields.get(column)
        if filled is None:
            continue
        if filled is not ImportField.TAGS and isinstance(value, tuple) and len(value) > 1:
            findings.add((column,), ErrorCode.MALFORMED, "This must be one value, not a list.")
        said[filled] = (column, value)
    return said


_PLAIN = {
    ImportField.NAME: "name",
    ImportField.EMAIL: "email",
    ImportField.COMPANY: "company",
    ImportField.ROLE: "role",
    ImportField.LOCATION: "location",
    ImportField.TIME_ZONE: "time_zone",
    ImportField.NOTES: "notes",
    ImportField.OWNER: "owner",
}
"""Fields which are checked as the lead's column is, as they stand."""


def _values(findings: Findings, said: _Said, manner: Manner) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for filled, (column, value) in said.items():
        path, text = (column,), _one(value)
        match filled:
            case ImportField.PHONE:
                values["phone"] = _phone(findings, path, text, manner.region)
            case ImportField.WEBSITE:
                values["website"] = CHECKS["website"](findings, path, _with_scheme(text))
            case ImportField.SCORE:
                values["score"] = _score(findings, path, text)
            case _ if name := _PLAIN.get(filled):
                values[name] = CHECKS[name](findings, path, text)
    if "name" not in values:
        halves = [said[half] for half in (ImportField.FIRST_NAME, ImportField.LAST_NAME) if half in said]
        name = " ".join(filter(None, (" ".join(_one(value).split()) for _, value in halves)))
        if name:
            column, _ = halves[0]
            values["name"] = CHECKS["name"](findings, (column,), name)
    return {name: value for name, value in values.items() if value is not None}


def _one(value: Value) -> str:
    return value if isinstance(value, str) else next(iter(value), "")


def _phone(findings: Findings, path: Path, text: str, region: str | None) -> str | None:
    text = text.strip()
    if region is None and text.startswith("00"):
        text = f"+{text[2:]}"
    return lead_phone(findings, path, text, region=region)


def _with_scheme(text: str) -> str:
    """Addresses in tables often lack it."""
    text = text.strip()
    return text if "://" in text or ":" in text.partition("/")[0] else f"https://{text}"


def _score(findings: Findings, path: Path, text: str) -> float | None:
    text = text.strip()
    of_hundred = _PER_CENT.fullmatch(text)
    try:
        score = float((of_hundred[1] if of_hundred else text).replace(",", "."))
    except ValueError:
        findings.add(path, ErrorCode.MALFORMED, "This must be a number from 0 to 1, or a percentage.")
        return None
    checked: float | None = CHECKS["score"](findings, path, score / 100 if of_hundred else score)
    return checked


def _tags(findings: Findings, said: tuple[str, Value] | None) -> tuple[str, ...]:
    """The labels: a list, or a text which holds them apart by commas, semicolons, bars or lines."""
    if said is None:
        return ()
    column, value = said
    given = split_tags(value) if isinstance(value, str) else value
    path = (column,)
    # Which of the cell's labels is wrong, its column does not tell; the message does.
    tags = Findings()
    checked = CHECKS["tags"](tags, path, [tag for tag in given if tag.strip()])
    for problem in _problems(tags):
        findings.add(path, problem.code, problem.message)
    return tuple(checked)


def split_tags(text: str) -> list[str]:
    """Labels of a cell. One in quotation marks may have in it what otherwise holds labels apart."""
    found = ((quoted.replace('""', '"') or plain).strip() for quoted, plain in _PARTS_OF_TAGS.findall(text))
    return [tag for tag in found if tag]


def joined_tags(tags: list[str]) -> str:
    """Labels as `split_tags` takes them apart again."""
    return ", ".join('"{}"'.format(tag.replace('"', '""')) if re.search(r'[,;|\n"]', tag) else tag for tag in tags)


def _truth(findings: Findings, said: tuple[str, Value] | None) -> bool:
    if said is None:
        return False
    column, value = said
    word = _one(value).strip().casefold()
    if word in _TRUE:
        return True
    if word not in _FALSE:
        findings.add((column,), ErrorCode.MALFORMED, "This must be yes or no.")
    return False


def _stage(findings: Findings, said: tuple[str, Value] | None) -> LeadStage | None:
    if said is None:
        return None
    column, value = said
    word = _one(value).strip().upper()
    if word not in LeadStage.__members__:
        findings.add((column,), ErrorCode.MALFORMED, f"This must be one of {', '.join(LeadStage)}.")
        return None
    return LeadStage(word)


def _external_id(findings: Findings, said: tuple[str, Value] | None) -> IdentityKey | None:
    if said is None:
        return None
    column, value = said
    text = findings.optional_text((column,), _one(value), LONGEST_EXTERNAL_ID)
    return IdentityKey(IdentityKind.EXTERNAL_ID, text) if text else None


def _digest(values: Mapping[str, Any], tags: tuple[str, ...], do_not_contact: bool) -> IdentityKey:
    content = orjson.dumps([values, tags, do_not_contact], option=orjson.OPT_SORT_KEYS)
    return IdentityKey(IdentityKind.IMPORTED_ROW, blake2b(content, digest_size=16).hexdigest())


def _problems(findings: Findings) -> tuple[Problem, ...]:
    try:
        findings.raise_if_any()
    except InvalidInput as error:
        return error.problems
    return ()
