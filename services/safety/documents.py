"""Settings as JSON documents, as their versions keep them."""

from typing import Any

from pydantic import TypeAdapter

from services.safety.settings import Settings

_SETTINGS = TypeAdapter(Settings)


def to_document(settings: Settings) -> dict[str, Any]:
    """The settings as plain JSON values, keys as the attributes are called."""
    document: dict[str, Any] = _SETTINGS.dump_python(settings, mode="json")
    return document


def from_document(document: dict[str, Any]) -> Settings:
    """The settings of a document. What an older program did not write has its default."""
    return _SETTINGS.validate_python(document)
