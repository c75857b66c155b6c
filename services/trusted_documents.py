"""GraphQL documents that were registered beforehand: clients name them by their digests."""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cachetools import TTLCache

import models
from services.activity import Subject
from services.errors import NotFound
from services.transaction import Act, reading, transaction
from services.validation import Findings

LONGEST_NAME = 200
KEPT_LETTERS = 4_000_000
"""How many letters of documents a process keeps at once."""
KNOWN_FOR = 5.0
"""Seconds after which a document is looked for again, so that one that was removed is no more answered for long."""

_DIGEST = re.compile("[0-9a-f]{64}")
_ADD = """
INSERT INTO trusted_documents (digest, name, text, created_by, created_at) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (digest) DO NOTHING RETURNING id
"""
_REMOVE = "DELETE FROM trusted_documents WHERE digest = $1 RETURNING id, name"
_TEXT = "SELECT text FROM trusted_documents WHERE digest = $1"


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """A document to be trusted, and what people call it."""

    name: str
    text: str


def digest_of(text: str) -> str:
    """A document's SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


async def add_documents(drafts: Iterable[DocumentDraft], act: Act) -> list[str]:
    """Trust these documents; gives the digests of those that were not trusted before. Raises InvalidInput on `name`."""
    findings = Findings()
    named = [(findings.required_text(("name",), draft.name, LONGEST_NAME), draft.text) for draft in drafts]
    findings.raise_if_any()
    added = []
    async with transaction(act) as tx:
        # In one order, so that two who add the same do not wait for each other.
        for digest, name, text in sorted((digest_of(text), name, text) for name, text in named):
            id_ = await tx.connection.fetchval(_ADD, digest, name, text, act.actor, act.at)
            if id_ is not None:
                kind = models.ActivityKind.TRUSTED_DOCUMENT_ADDED
                tx.log(kind, Subject.TRUSTED_DOCUMENT, id_, digest=digest, name=name)
                added.append(digest)
    return added


async def remove_document(digest: str, act: Act) -> None:
    """Trust a document no more. Raises NotFound on `digest`."""
    async with transaction(act) as tx:
        row = await tx.connection.fetchrow(_REMOVE, digest)
        if row is None:
            raise NotFound(("digest",), "trusted document")
        removed = models.ActivityKind.TRUSTED_DOCUMENT_REMOVED
        tx.log(removed, Subject.TRUSTED_DOCUMENT, row["id"], digest=digest, name=row["name"])


class TrustedDocuments:
    """The trusted documents as a process knows them: those asked for last, for as long as `KNOWN_FOR` says.

    `timer` gives seconds. What is not trusted is asked of the database each time, by its key.
    """

    def __init__(self, timer: Callable[[], float]) -> None:
        self._known: TTLCache[str, str] = TTLCache(KEPT_LETTERS, KNOWN_FOR, timer, getsizeof=len)

    async def text_of(self, digest: str) -> str | None:
        """The document with this digest; None where none is trusted."""
        known = self._known.get(digest)
        if known is not None or not _DIGEST.fullmatch(digest):
            return known
        async with reading() as connection:
            text: str | None = await connection.fetchval(_TEXT, digest)
        if text is not None and len(text) <= KEPT_LETTERS:
            self._known[digest] = text
        return text
