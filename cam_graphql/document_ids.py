"""Requests that name a trusted document instead of sending its text.

`documentId` is `sha256:` and the digest; Apollo's clients say the digest in `extensions.persistedQuery.sha256Hash`.
"""

import time
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeGuard

from graphql import GraphQLError

from services.trusted_documents import TrustedDocuments, digest_of

_PREFIX = "sha256:"
_APOLLO = "persistedQuery"


class TrustedOnly(StrEnum):
    """Which documents are carried out."""

    OFF = "off"
    ALLOWED = "allowed"
    ONLY = "only"


class NotRegistered(GraphQLError):
    """The document is not trusted."""

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": "NOT_REGISTERED"})


class DocumentIds:
    """Puts the texts of trusted documents into requests; with `only`, refuses whatever is not trusted."""

    def __init__(self, *, only: bool) -> None:
        self._only = only
        self._documents = TrustedDocuments(time.monotonic)

    def concern(self, request: object) -> TypeGuard[dict[str, Any]]:
        """Whether this request is to be looked at. Others go on as they are."""
        return isinstance(request, dict) and (
            self._only or "documentId" in request or _APOLLO in _extensions_of(request)
        )

    async def resolved(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The request with its document's text. Raises NotRegistered."""
        extensions = _extensions_of(request)
        apollo, query = extensions.get(_APOLLO), request.get("query")
        digest = _digest(request.get("documentId"), apollo)
        if digest is None or (not self._only and isinstance(query, str)):
            # A text that comes along is the document, as it would be without an id.
            digest = digest_of(query) if isinstance(query, str) else None
        text = query if not self._only and isinstance(query, str) else None
        if text is None:
            text = await self._documents.text_of(digest) if digest is not None else None
        if text is None:
            # By this message, Apollo's clients know that they are to send the text.
            asks_again = apollo is not None and query is None and not self._only
            raise NotRegistered("PersistedQueryNotFound" if asks_again else "This document is not registered here.")
        rest = {name: value for name, value in request.items() if name not in {"documentId", "extensions"}}
        left = {name: value for name, value in extensions.items() if name != _APOLLO}
        return {**rest, "query": text, **({"extensions": left} if left else {})}


def _extensions_of(request: Mapping[str, Any]) -> Mapping[str, Any]:
    extensions = request.get("extensions")
    return extensions if isinstance(extensions, dict) else {}


def _digest(document_id: object, apollo: object) -> str | None:
    if isinstance(document_id, str) and document_id.startswith(_PREFIX):
        return document_id.removeprefix(_PREFIX)
    given = apollo.get("sha256Hash") if isinstance(apollo, dict) else None
    return given if isinstance(given, str) else None
