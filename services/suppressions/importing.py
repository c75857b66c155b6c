"""Importing lists of suppressions: at once, a thousand in each transaction. A list imported again changes nothing."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from models import SuppressionKind, SuppressionSource
from services.errors import ErrorCode, InvalidInput, Problem
from services.imports.unreadable import Unreadable
from services.imports.uploads import fetch, find_upload
from services.suppressions.adding import MOST_ENTRIES, add_values
from services.suppressions.digests import load_digester
from services.suppressions.drafts import SuppressionOutcome, Terms
from services.suppressions.lists import Entry, read_list
from services.transaction import Act, transaction
from services.validation import Findings

MOST_PROBLEMS = 100
"""How many refused rows are told with their problems."""


@dataclass(frozen=True, slots=True)
class SuppressionImportDraft:
    """A list to be imported. `kind` is what its values are, where the file itself does not tell."""

    upload_token: str
    kind: SuppressionKind | None = None
    reason: str | None = None
    expires_at: datetime | None = None
    dry_run: bool = False


@dataclass(slots=True)
class ImportCounts:
    """What became of the rows: how many of each outcome, and the problems of the first ones refused by number."""

    counts: Counter[SuppressionOutcome] = field(default_factory=Counter)
    problems: list[tuple[int, Problem]] = field(default_factory=list)


class _Rehearsed(Exception):
    """What was written on trial is to be taken back."""


async def import_suppressions(draft: SuppressionImportDraft, act: Act) -> ImportCounts:
    """Add all entries of a file that was sent to us. Rows which are nothing of their kind are refused, one by one.

    Where this fails halfway, what was added stays, and the list can be imported once more. Raises InvalidInput.
    """
    findings = Findings()
    terms = Terms.checked(findings, SuppressionSource.IMPORT, draft.reason, draft.expires_at, act)
    upload = await find_upload(draft.upload_token)
    if upload is None:
        message = "No file was sent under this token, or it is gone again; send it once more."
        findings.add(("upload_token",), ErrorCode.NOT_FOUND, message)
    findings.raise_if_any()
    assert upload is not None, "a missing one is a finding"
    file = await fetch(upload.id)
    try:
        with file:
            entries = await asyncio.to_thread(lambda: list(read_list(file, draft.kind)))
    except Unreadable as unreadable:
        raise InvalidInput(Problem(("upload_token",), ErrorCode.MALFORMED, str(unreadable))) from unreadable
    done = ImportCounts()
    for some in _batches(entries):
        await _add(some, terms, done, act, dry_run=draft.dry_run)
    return done


def _batches(entries: Sequence[Entry]) -> list[Sequence[Entry]]:
    return [entries[start : start + MOST_ENTRIES] for start in range(0, len(entries), MOST_ENTRIES)]


async def _add(entries: Sequence[Entry], terms: Terms, done: ImportCounts, act: Act, *, dry_run: bool) -> None:
    try:
        async with transaction(act) as tx:
            wanted = [entry.value for entry in entries]
            results = await add_values(tx, await load_digester(tx.connection), wanted, terms)
            if dry_run:
                raise _Rehearsed
    except _Rehearsed:
        pass
    done.counts.update(result.outcome for result in results)
    room = MOST_PROBLEMS - len(done.problems)
    refused = [(entry.number, entry.value) for entry in entries if isinstance(entry.value, Problem)]
    done.problems.extend(refused[:room])
