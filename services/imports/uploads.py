"""Files that are sent to us, kept in pieces in the database, so that whichever process needs one has it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from tempfile import TemporaryFile
from typing import IO
from uuid import UUID, uuid4

from services.errors import DomainError, ErrorCode, Problem
from services.transaction import Act, reading, transaction

LARGEST_PIECE = 1024 * 1024
"""Bytes."""
LONGEST_FILENAME = 255

# An upload without a digest is still coming in, or its sender went away.
_BEGIN = """
INSERT INTO uploads (token, filename, content_type, size, digest, actor, created_at)
VALUES ($1, $2, $3, 0, '', $4, $5) RETURNING id
"""

_KEEP_PIECE = "INSERT INTO upload_chunks (upload_id, number, content) VALUES ($1, $2, $3)"

_FINISH = "UPDATE uploads SET size = $2, digest = $3 WHERE id = $1"

_PRUNE = """
DELETE FROM uploads WHERE created_at < $1 AND NOT EXISTS (
    SELECT FROM lead_imports WHERE upload_id = uploads.id AND status IN ('PENDING', 'RUNNING')
)
"""

_KEPT = "SELECT coalesce(sum(size), 0)::bigint FROM uploads"

_FIND = """
SELECT id, token, filename, size, digest FROM uploads WHERE token = $1 AND digest <> ''
"""

_PIECES = "SELECT id FROM upload_chunks WHERE upload_id = $1 ORDER BY number"

_PIECE = "SELECT content FROM upload_chunks WHERE id = $1"


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """How much is kept, and for how long. Every one is a setting; the values here are its defaults."""

    largest: int = 64 * 1024 * 1024
    """Bytes of one file."""
    all_together: int = 1024 * 1024 * 1024
    """Bytes of all files which are kept."""
    lifetime: timedelta = timedelta(hours=24)
    """After this a file goes, unless an import still needs it."""


DEFAULT_UPLOAD_LIMITS = UploadLimits()


class StoreFull(DomainError):
    """The files kept take all the room there is."""

    def __init__(self) -> None:
        super().__init__(Problem((), ErrorCode.TOO_MANY, "Too many files are kept at present; try again later."))


class TooLarge(DomainError):
    """A file has more bytes than are taken."""

    def __init__(self, largest: int) -> None:
        super().__init__(Problem((), ErrorCode.TOO_LONG, f"A file may have at most {largest:,} bytes."))


class Empty(DomainError):
    """A file has no bytes."""

    def __init__(self) -> None:
        super().__init__(Problem((), ErrorCode.EMPTY, "The file is empty."))


@dataclass(frozen=True, slots=True)
class StoredUpload:
    """A file that is here. `digest` is the SHA-256 of its bytes, in hexadecimal."""

    id: int
    token: UUID
    filename: str | None
    size: int
    digest: str


async def store_upload(
    filename: str | None,
    content_type: str | None,
    content: AsyncIterator[bytes],
    act: Act,
    limits: UploadLimits = DEFAULT_UPLOAD_LIMITS,
) -> StoredUpload:
    """Keep a file as its bytes come, in a short transaction for each piece. Old files go on this occasion.

    Raises Empty, TooLarge, StoreFull, and whatever `content` raises; nothing is kept then.
    """
    token = uuid4()
    async with transaction(act) as tx:
        await tx.connection.execute(_PRUNE, act.at - limits.lifetime)
        if await tx.connection.fetchval(_KEPT) >= limits.all_together:
            raise StoreFull
        upload_id: int = await tx.connection.fetchval(_BEGIN, token, filename, content_type, act.actor, act.at)
    try:
        size, digest = await _keep(upload_id, content, act, limits)
        async with transaction(act) as tx:
            await tx.connection.execute(_FINISH, upload_id, size, digest)
    except BaseException:
        await _forget(upload_id, act)
        raise
    return StoredUpload(upload_id, token, filename, size, digest)


async def _keep(upload_id: int, content: AsyncIterator[bytes], act: Act, limits: UploadLimits) -> tuple[int, str]:
    size, digest = 0, sha256()
    number = 0
    async for piece in _pieces(content, limits.largest):
        size += len(piece)
        digest.update(piece)
        async with transaction(act) as tx:
            await tx.connection.execute(_KEEP_PIECE, upload_id, number, piece)
        number += 1
    if not size:
        raise Empty
    return size, digest.hexdigest()


async def _pieces(content: AsyncIterator[bytes], largest: int) -> AsyncIterator[bytes]:
    """The bytes in pieces of `LARGEST_PIECE`, the last one excepted."""
    waiting = bytearray()
    room = largest
    async for some in content:
        room -= len(some)
        if room < 0:
            raise TooLarge(largest)
        waiting += some
        while len(waiting) >= LARGEST_PIECE:
            yield bytes(waiting[:LARGEST_PIECE])
            del waiting[:LARGEST_PIECE]
    if waiting:
        yield bytes(waiting)


async def _forget(upload_id: int, act: Act) -> None:
    async with transaction(act) as tx:
        await tx.connection.execute("DELETE FROM uploads WHERE id = $1", upload_id)


async def find_upload(token: str) -> StoredUpload | None:
    """The finished upload of this token; None where there is none, or no more."""
    try:
        wanted = UUID(token)
    except ValueError:
        return None
    async with reading() as connection:
        row = await connection.fetchrow(_FIND, wanted)
    return StoredUpload(*row) if row else None


async def fetch(upload_id: int) -> IO[bytes]:
    """The file on this machine's disk, at its beginning. It vanishes when it is closed."""
    file = TemporaryFile()  # noqa: SIM115 - whoever asked closes it
    try:
        async with reading() as connection:
            pieces = [row["id"] for row in await connection.fetch(_PIECES, upload_id)]
        for piece in pieces:
            async with reading() as connection:
                file.write(await connection.fetchval(_PIECE, piece) or b"")
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
