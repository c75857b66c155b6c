"""What `web/` is built to, as it is sent: read once, so that nothing but that can be asked for."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILES = Path(__file__).parent / "files"
"""Where `make console` puts it, and where a wheel has it."""

_COMPRESSED = {".br": b"br", ".gz": b"gzip"}
"""Names of encodings by what a compressed file's name ends with, the shorter form first."""
_PLAIN = b"identity"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}
_UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Form:
    """A file in one encoding."""

    encoding: bytes
    content: bytes
    etag: bytes
    """Another one for each encoding, as they are different bytes (RFC 9110, 8.8.3.3)."""


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file in all its encodings."""

    media_type: str
    forms: tuple[Form, ...]
    """The shortest first; as it is, last."""

    def form(self, accepted: Mapping[bytes, float]) -> Form:
        """The shortest which is accepted, by what an `Accept-Encoding` says; as it is, where none is."""
        others = accepted.get(b"*", 0.0)
        taken = (one for one in self.forms if accepted.get(one.encoding, others) > 0)
        return next(taken, self.forms[-1])


Build = Mapping[str, BuiltFile]
"""Files by their paths, such as `assets/index-DhrIbC_d.js`; none where nothing was built."""


def read_build(folder: Path = FILES) -> Build:
    """Everything that is to be sent. What begins with a dot is the build's own."""
    if not (folder / "index.html").is_file():
        return {}
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix not in _COMPRESSED)
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: _read(path) for name, path in names.items() if "/." not in f"/{name}"}


def _read(path: Path) -> BuiltFile:
    compressed = {encoding: path.with_name(path.name + ending) for ending, encoding in _COMPRESSED.items()}
    forms = [_form(one, encoding) for encoding, one in compressed.items() if one.is_file()]
    return BuiltFile(_TYPES.get(path.suffix, _UNKNOWN_TYPE), (*forms, _form(path, _PLAIN)))


def _form(path: Path, encoding: bytes) -> Form:
    content = path.read_bytes()
    return Form(encoding, content, b'"%b"' % hashlib.sha256(content).hexdigest()[:32].encode())
