"""In what two versions of the settings differ."""

from collections.abc import Iterator
from typing import Any

from services.safety.documents import to_document
from services.safety.settings import Settings


def differences(before: Settings, after: Settings) -> list[dict[str, Any]]:
    """Each value that differs, as JSON: `path` into the documents, `before` and `after`, null where there is none.

    What is there as a whole or not at all, such as a window, is told as a whole where it comes or goes.
    """
    return list(_differences((), to_document(before), to_document(after)))


def _differences(path: tuple[str, ...], before: Any, after: Any) -> Iterator[dict[str, Any]]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted({*before, *after}):
            yield from _differences((*path, str(name)), before.get(name), after.get(name))
    elif before != after:
        yield {"path": list(path), "before": before, "after": after}
