"""What clients do with imports: look into a file, import it, cancel that."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import phonenumbers

import models
from models import CampaignStatus
from services.activity import Subject
from services.errors import Conflict, DomainError, ErrorCode, InvalidInput, NotFound, Problem
from services.imports.candidates import ImportKey, Manner
from services.imports.fields import TELLING_WHO, ImportField, fields_of
from services.imports.forms import NOTHING_TOLD, Form, Told, find_form
from services.imports.options import stored
from services.imports.raw_rows import RawRow
from services.imports.transitions import Move, move
from services.imports.unreadable import Unreadable
from services.imports.uploads import StoredUpload, fetch, find_upload
from services.leads.values import lead_owner, lead_tags
from services.queue import ImportRun, enqueue_import_run
from services.transaction import Act, transaction
from services.validation import LARGEST_ID, Findings

_SHOWN_ROWS = 10
_DELIMITER = re.compile(r"[^\w\s\"\x00-\x1f\x7f]|[ \t]")

_CAMPAIGN = "SELECT id, status FROM campaigns WHERE id = $1 FOR NO KEY UPDATE"


@dataclass(frozen=True, slots=True)
class ColumnDraft:
    """What a column is to fill; None for nothing."""

    column: str
    field: ImportField | None


@dataclass(frozen=True, slots=True)
class LeadImportDraft:
    """An import to be created."""

    campaign_id: int
    upload_token: str
    told: Told = NOTHING_TOLD
    columns: Sequence[ColumnDraft] = ()
    """What is said of columns; the others fill what their names tell."""
    dry_run: bool = False
    tags: Sequence[str] = ()
    owner: str | None = None
    country: str | None = None
    """ISO 3166, two letters: where telephone numbers without their + are dialled."""
    match_by: Sequence[ImportKey] = tuple(ImportKey)


@dataclass(frozen=True, slots=True)
class Preview:
    """How a file would be read."""

    form: Form
    fields: dict[str, ImportField]
    """By column."""
    rows: Sequence[RawRow]
    """The first ones."""


async def preview_import(upload_token: str, told: Told, columns: Sequence[ColumnDraft] = ()) -> Preview:
    """Look into a file. Raises InvalidInput."""
    findings = Findings()
    _check_delimiter(findings, told)
    upload = await _upload(findings, upload_token)
    findings.raise_if_any()
    assert upload is not None, "a missing one is a finding"
    form, rows = await _look_into(upload, told, _SHOWN_ROWS)
    fields = _fields(findings, form, columns)
    findings.raise_if_any()
    return Preview(form, fields, rows)


async def import_leads(draft: LeadImportDraft, act: Act) -> int:
    """Ask for an import, which a worker takes up once this has committed, and return its id.

    Raises InvalidInput with everything wrong at once; Conflict where the campaign is archived.
    """
    findings = Findings()
    tags = tuple(lead_tags(findings, ("defaults", "tags"), draft.tags))
    owner = lead_owner(findings, ("defaults", "owner"), draft.owner)
    region = _region(findings, draft.country)
    _check_delimiter(findings, draft.told)
    upload = await _upload(findings, draft.upload_token)
    campaign = await models.Campaign.get_or_none(id=draft.campaign_id) if 0 < draft.campaign_id <= LARGEST_ID else None
    if campaign is None:
        findings.add(("campaign_id",), ErrorCode.NOT_FOUND, "There is no campaign with this id.")
    findings.raise_if_any()
    assert upload is not None, "a missing one is a finding"
    form, _ = await _look_into(upload, draft.told, 0)
    fields = _fields(findings, form, draft.columns)
    if not TELLING_WHO & set(fields.values()):
        message = "No column tells who somebody is: let one fill the name, the e-mail address or an id."
        findings.add(("mapping",), ErrorCode.REQUIRED, message)
    findings.raise_if_any()
    manner = Manner(fields, region, tags, owner, frozenset(draft.match_by))
    return await _create(draft, upload, form, manner, act)


async def cancel_lead_import(import_id: int, act: Act) -> None:
    """End an import that has not ended; what was imported stays. Raises NotFound, or Conflict where it has ended."""
    async with transaction(act) as tx:
        if 0 < import_id <= LARGEST_ID and await move(tx, import_id, Move.CANCEL) is not None:
            return
        raise await _not_cancellable(import_id)


async def _create(draft: LeadImportDraft, upload: StoredUpload, form: Form, manner: Manner, act: Act) -> int:
    options, mapping = stored(form, manner)
    async with transaction(act) as tx:
        campaign = await tx.connection.fetchrow(_CAMPAIGN, draft.campaign_id)
        if campaign is None:
            raise NotFound(("campaign_id",), "campaign")
        if campaign["status"] == CampaignStatus.ARCHIVED:
            raise Conflict(("campaign_id",), ErrorCode.CAMPAIGN_NOT_ACTIVE, "This campaign is archived.")
        row = await models.LeadImport.create(
            campaign_id=draft.campaign_id,
            upload_id=upload.id,
            filename=upload.filename,
            format=form.format,
            dry_run=draft.dry_run,
            mapping=mapping,
            options=options,
            run=1,
            actor=act.actor,
            created_at=act.at,
        )
        tx.log(
            models.ActivityKind.LEAD_IMPORT_CREATED,
            Subject.LEAD_IMPORT,
            row.id,
            campaign_id=draft.campaign_id,
            filename=upload.filename,
            dry_run=draft.dry_run,
        )
        await enqueue_import_run(tx, ImportRun(row.id, 1))
    import_id: int = row.id
    return import_id


async def _upload(findings: Findings, token: str) -> StoredUpload | None:
    upload = await find_upload(token)
    if upload is None:
        message = "No file was sent under this token, or it is gone again; send it once more."
        findings.add(("upload_token",), ErrorCode.NOT_FOUND, message)
    return upload


async def _look_into(upload: StoredUpload, told: Told, rows: int) -> tuple[Form, list[RawRow]]:
    """How the file is written, and its first rows. Raises InvalidInput where it cannot be read."""
    file = await fetch(upload.id)

    def look() -> tuple[Form, list[RawRow]]:
        with file:
            form = find_form(file, upload.filename, told)
            return form, list(islice(form.rows(file), rows))

    try:
        return await asyncio.to_thread(look)
    except Unreadable as unreadable:
        path = ("upload_token",) if told.encoding is None else ("encoding",)
        raise InvalidInput(Problem(path, ErrorCode.MALFORMED, str(unreadable))) from unreadable


def _fields(findings: Findings, form: Form, columns: Sequence[ColumnDraft]) -> dict[str, ImportField]:
    """What each column fills: what is said of it, else what its name tells unless another was said to fill that."""
    said: dict[str, ImportField | None] = {}
    filled: set[ImportField] = set()
    for index, draft in enumerate(columns):
        path = ("mapping", str(index))
        if draft.column not in form.columns:
            findings.add((*path, "column"), ErrorCode.NOT_FOUND, "The file has no such column.")
        elif draft.column in said:
            findings.add((*path, "column"), ErrorCode.REPEATED, "This column was named before.")
        if draft.field in filled:
            findings.add((*path, "field"), ErrorCode.REPEATED, "Another column fills this field.")
        elif draft.field is not None:
            filled.add(draft.field)
        said[draft.column] = draft.field
    guessed = {
        column: field
        for column, field in fields_of(form.format, form.columns).items()
        if column not in said and field not in filled
    }
    fields = guessed | {column: field for column, field in said.items() if field is not None}
    return {column: fields[column] for column in form.columns if column in fields}


def _check_delimiter(findings: Findings, told: Told) -> None:
    delimiter = told.delimiter
    if delimiter is not None and not _DELIMITER.fullmatch(delimiter):
        findings.add(("delimiter",), ErrorCode.MALFORMED, "This must be one sign, such as a semicolon.")


def _region(findings: Findings, country: str | None) -> str | None:
    if country is None:
        return None
    region = country.strip().upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        message = "This must be a country by its two letters, such as PT."
        findings.add(("defaults", "country"), ErrorCode.MALFORMED, message)
    return region


async def _not_cancellable(import_id: int) -> DomainError:
    if 0 < import_id <= LARGEST_ID and await models.LeadImport.exists(id=import_id):
        return Conflict(("id",), ErrorCode.NOT_CANCELLABLE, "This import has ended.")
    return NotFound(("id",), "import")
