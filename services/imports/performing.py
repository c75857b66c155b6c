"""Performing an import: what a worker does with a file."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import IO

import asyncpg
import orjson

import models
from models import ImportOutcome
from services.activity import Subject
from services.deadlocks import ATTEMPTS
from services.imports.candidates import Candidate, Manner, read_candidate
from services.imports.deciding import Decider
from services.imports.forms import Form
from services.imports.holding import Hold, HoldLost, holding
from services.imports.options import restored
from services.imports.raw_rows import RawRow
from services.imports.rehearsal import Rehearsal
from services.imports.storing import load_register, lock_campaign, write, write_results
from services.imports.transitions import Move, move
from services.imports.unreadable import Unreadable
from services.imports.uploads import fetch
from services.queue import HandedBack, ImportRun
from services.transaction import Act, Transaction, transaction

logger = logging.getLogger(__name__)

WORKER = "worker"
"""The actor of what happens to an import while it runs."""

_TURN = 10
"""Rows, of some 100 µs each."""

_BEGIN_ANEW = """
UPDATE lead_imports SET rows_read = 0, created_count = 0, updated_count = 0, unchanged_count = 0, rejected_count = 0
WHERE id = $1
"""

_PROGRESS = """
UPDATE lead_imports SET rows_read = rows_read + $2, created_count = created_count + $3,
    updated_count = updated_count + $4, unchanged_count = unchanged_count + $5, rejected_count = rejected_count + $6
WHERE id = $1
"""

OwnId = Callable[[str], int | None]
"""From a global id of ours to the primary key of the lead it names."""


@dataclass(frozen=True, slots=True)
class ImportLimits:
    """How much one import takes, and in which steps."""

    rows: int = 100_000
    """Rows of one file. A setting; the value here is its default."""
    batch: int = 1_000
    """Rows that are written together, all or none of them."""


DEFAULT_IMPORT_LIMITS = ImportLimits()


@dataclass(frozen=True, slots=True)
class _Taken:
    """An import taken up."""

    hold: Hold
    upload_id: int | None
    form: Form
    manner: Manner
    rows_total: int | None
    rehearsal: Rehearsal | None
    """For a dry run."""


async def perform(
    run: ImportRun,
    clock: Callable[[], datetime],
    own_id: OwnId,
    limits: ImportLimits = DEFAULT_IMPORT_LIMITS,
    stop: asyncio.Event | None = None,
) -> None:
    """Take the import up, or over where it stands, and bring it to its end.

    Returns at once where it is not to be performed (any more), and early where somebody else takes it over or it is
    cancelled. Raises HandedBack soon after `stop` is set, and whatever the database raises; the import stays RUNNING
    then, for whoever claims it next.
    """
    taken = await _claim(run, Act(WORKER, clock()))
    if taken is None:
        logger.info("run %d of import %d is not to be performed", run.run, run.import_id)
        return
    try:
        await _go_through(taken, clock, own_id, limits, stop)
    except Unreadable as unreadable:
        await fail(run, str(unreadable), Act(WORKER, clock()))
    except HoldLost:
        logger.info("import %d is no longer held by attempt %d", run.import_id, taken.hold.attempt)


async def fail(run: ImportRun, message: str, act: Act) -> None:
    """End an import which cannot be performed as FAILED, unless it has ended otherwise."""
    async with transaction(act) as tx:
        await move(tx, run.import_id, Move.FAIL, run=run.run, error=message)


async def _claim(run: ImportRun, act: Act) -> _Taken | None:
    async with transaction(act) as tx:
        row = await move(tx, run.import_id, Move.CLAIM, run=run.run)
        if row is None:
            return None
        if row["dry_run"] and row["rows_read"]:
            await tx.connection.execute("DELETE FROM lead_import_rows WHERE lead_import_id = $1", run.import_id)
            await tx.connection.execute(_BEGIN_ANEW, run.import_id)
    form, manner = restored(orjson.loads(row["options"]), orjson.loads(row["mapping"]))
    hold = Hold(run.import_id, row["campaign_id"], row["attempt"])
    rehearsal = Rehearsal() if row["dry_run"] else None
    return _Taken(hold, row["upload_id"], form, manner, row["rows_total"], rehearsal)


async def _go_through(
    taken: _Taken, clock: Callable[[], datetime], own_id: OwnId, limits: ImportLimits, stop: asyncio.Event | None
) -> None:
    if taken.upload_id is None:
        raise Unreadable("The file is gone; send it once more.")
    file = await fetch(taken.upload_id)
    try:
        if taken.rows_total is None:
            rows_total = await _count(taken.form, file, limits.rows)
            async with holding(taken.hold, Act(WORKER, clock())) as (tx, _):
                await _note_total(tx, taken.hold, rows_total)
        async with holding(taken.hold, Act(WORKER, clock())) as (_, rows_read):
            pass
        rows = islice(taken.form.rows(file), rows_read, None)

        async def read_batch() -> list[Candidate]:
            return [read_candidate(row, taken.manner, own_id) async for row in _in_turns(islice(rows, limits.batch))]

        # While the database writes a batch, the next one is read.
        upcoming = asyncio.create_task(read_batch())
        try:
            while batch := await upcoming:
                upcoming = asyncio.create_task(read_batch())
                if stop is not None and stop.is_set():
                    raise HandedBack
                await _deal_with(taken, batch, Act(WORKER, clock()))
        finally:
            upcoming.cancel()
            await asyncio.wait([upcoming])
    finally:
        file.close()
    async with holding(taken.hold, Act(WORKER, clock())) as (tx, rows_read):
        await move(tx, taken.hold.import_id, Move.FINISH, attempt=taken.hold.attempt, rows=rows_read)


async def _in_turns(rows: Iterator[RawRow]) -> AsyncIterator[RawRow]:
    """The rows, a few at a time: whatever else goes on in this process is held up for a millisecond at most.

    A thread would hold it up for longer, since it gives way every five milliseconds only.
    """
    for number, row in enumerate(rows):
        if number % _TURN == 0:
            await asyncio.sleep(0)
        yield row


async def _count(form: Form, file: IO[bytes], most: int) -> int:
    """How many rows the file has. Raises Unreadable where it has too many, or cannot be read to its end."""
    number = 0
    async for _ in _in_turns(form.rows(file)):
        number += 1
        if number > most:
            raise Unreadable(f"The file has more than {most:,} rows; send it in parts.")
    return number


async def _note_total(tx: Transaction, hold: Hold, rows_total: int) -> None:
    await tx.connection.execute("UPDATE lead_imports SET rows_total = $2 WHERE id = $1", hold.import_id, rows_total)
    tx.log(
        models.ActivityKind.LEAD_IMPORT_PROGRESSED,
        Subject.LEAD_IMPORT,
        hold.import_id,
        campaign_id=hold.campaign_id,
        rows_read=0,
        rows_total=rows_total,
    )


async def _deal_with(taken: _Taken, batch: Sequence[Candidate], act: Act) -> None:
    """Write what becomes of a batch, all of it or nothing; again where somebody else was in the way."""
    for _ in range(ATTEMPTS - 1):
        try:
            return await _write_batch(taken, batch, act)
        except (asyncpg.UniqueViolationError, asyncpg.DeadlockDetectedError):
            continue  # somebody entered the same person at the same moment, and has committed by now
    return await _write_batch(taken, batch, act)


async def _write_batch(taken: _Taken, batch: Sequence[Candidate], act: Act) -> None:
    hold = taken.hold
    async with holding(hold, act) as (tx, rows_read):
        await lock_campaign(tx, hold.campaign_id)
        register = await load_register(tx, hold.campaign_id, batch)
        if taken.rehearsal is not None:
            taken.rehearsal.put_into(register, batch)
        decider = Decider(taken.manner, register)
        decisions = decider.decide(batch)
        if taken.rehearsal is None:
            await write(tx, hold.campaign_id, decider)
        await write_results(tx, hold.import_id, rows_read, decisions)
        counts = [sum(decision.outcome is outcome for decision in decisions) for outcome in ImportOutcome]
        await tx.connection.execute(_PROGRESS, hold.import_id, len(batch), *counts)
        tx.log(
            models.ActivityKind.LEAD_IMPORT_PROGRESSED,
            Subject.LEAD_IMPORT,
            hold.import_id,
            campaign_id=hold.campaign_id,
            rows_read=rows_read + len(batch),
            **{outcome.lower(): count for outcome, count in zip(ImportOutcome, counts, strict=True)},
        )
    if taken.rehearsal is not None:
        taken.rehearsal.keep(decider)
