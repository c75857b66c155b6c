"""How a built file is answered: compressed where that is taken, and not again to who has it already."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from cam_graphql.console.built import BuiltFile
from cam_graphql.negotiation import accepted
from cam_graphql.request_head import head_of

PAGE = {
    "cache-control": "no-cache",
    # Styles are set on elements by the component library; everything else comes from here, as files of their own.
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}
"""Headers of pages: they name the files of one build, so browsers ask each time whether there is another."""

ASSET = {
    "cache-control": "public, max-age=31536000, immutable",
    # Of all files this is for workers alone, which load what they are made of.
    "content-security-policy": "default-src 'none'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'",
}
"""Headers of what pages load: its name says what it holds, so it never becomes another."""


def answer(request: Request, file: BuiltFile, headers: Mapping[str, str], vary: str = "Accept-Encoding") -> Response:
    """The file, in the shortest form that is taken; without content to those who have that form."""
    head = head_of(request.scope)
    form = file.form(accepted(head.get(b"accept-encoding", b"")))
    # All of them also beside 304: browsers keep what that says in place of what they had been told.
    told = {**headers, "etag": form.etag.decode(), "vary": vary}
    if _has(request.scope, form.etag):
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)
    if form.encoding != b"identity":
        told["content-encoding"] = form.encoding.decode()
    return Response(form.content, headers=told, media_type=file.media_type)


def _has(scope: Scope, etag: bytes) -> bool:
    """Whether the client has this form already, by RFC 9110, 13.1.2."""
    known = head_of(scope).get(b"if-none-match", b"")
    return known == b"*" or etag in {one.strip().removeprefix(b"W/") for one in known.split(b",")}
