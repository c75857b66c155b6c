"""Servers that misbehave: each costs its own page, and the page beside it is read all the same."""

import asyncio
import gzip
import shutil
import ssl
import zlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from aiohttp import web

from sources.protocol import SourceFailed
from sources.web.parse_pool import ParsePool
from sources.web.settings import WebSourceSettings
from tests.sources.web.conftest import NewSource, StartSite, names, search
from tests.sources.web.sites import Content, page, raw_site, redirect

_GOOD = page("Ada Example")
_MIB = 1024 * 1024


async def _drip(request: web.Request) -> web.StreamResponse:
    """A byte now and then, never pausing long enough for an idle time-out."""
    response = web.StreamResponse(headers={"Content-Type": "text/html"})
    await response.prepare(request)
    for _ in range(200):
        await response.write(b" ")
        await asyncio.sleep(0.05)
    return response


async def _never(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response(text="too late")


async def _reset(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _reset_in_mid_page(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/html"})
    await response.prepare(request)
    await response.write(b"<html>" * 100)
    assert request.transport is not None
    request.transport.abort()
    return response


def _html(body: bytes, **headers: str) -> web.Response:
    return web.Response(body=body, headers={"Content-Type": "text/html", **headers})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_drip, "no complete answer within 1 s"),
        (_never, "no complete answer within 1 s"),
        (_reset, "the connection failed"),
        (_reset_in_mid_page, "broke off or was garbled"),
        (redirect("/bad"), "redirects in a circle"),
        (redirect("/bad?1"), "redirects in a circle"),
        (redirect(""), "status 302"),
        (redirect("http://[half"), "status 302"),
        (redirect("javascript:alert(1)"), "not an http or https address"),
        (redirect("file:///etc/passwd"), "not an http or https address"),
        (redirect("//user:secret@team.example/"), "carries credentials"),
        (web.Response(status=404), "status 404"),
        (web.Response(status=500), "status 500"),
        (web.Response(status=204), "status 204"),
        (_html(b"not gzip at all", **{"Content-Encoding": "gzip"}), "garbled"),
        (_html(b"not brotli", **{"Content-Encoding": "br"}), "garbled"),
        (_html(b""), "it is empty"),
        (web.Response(body=b"%PDF-1.7", content_type="application/pdf"), "it is no page but application/pdf"),
        (web.Response(body=b"\x89PNG", content_type="image/png"), "it is no page but image/png"),
        (web.Response(body=b"{}", content_type="application/json"), "it is no page but application/json"),
    ],
    ids=[
        "slow drip", "silence", "reset", "reset in mid-page", "redirect to itself", "circle", "redirect to nothing",
        "redirect to no URL", "redirect to a script", "redirect to a file", "redirect with credentials", "404", "500",
        "204", "no gzip", "no brotli", "empty", "pdf", "image", "json",
    ],
)  # fmt: skip
async def test_a_bad_page_costs_itself_only(
    start_site: StartSite, new_source: NewSource, content: Content, reason: str
) -> None:
    site = await start_site({"/bad": content, "/bad?1": redirect("/bad"), "/good": _GOOD})
    source = new_source(site, seconds_per_page=1.0)

    with pytest.raises(SourceFailed) as failure:
        await search(source, site.url("/bad"))
    assert reason in str(failure.value)
    assert names(await search(source, site.url("/bad"), site.url("/good"))) == ["Ada Example"]


def _raw(answer: bytes) -> Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]:
    async def write(request: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    return write


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\x16\x03\x01\x02\x00",
        b"HTTP/1.1 banana\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -5\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + b"X-Filler: " + b"x" * 100_000 + b"\r\n\r\nhello",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(100_000)) + b"\r\nhello",
        b"HTTP/1.1 200 OK\r\nSet-Cookie: \xff\xfe=\x00; Path=\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\nhello, and too much",
        b"x" * 3 * _MIB,
    ],
    ids=["nothing", "tls", "no status", "too short", "negative length", "bad chunk", "long header", "many headers",
         "bad cookie", "too long", "no http"],
)  # fmt: skip
async def test_an_answer_that_is_no_http_costs_itself_only(new_source: NewSource, answer: bytes) -> None:
    server, authority = await raw_site(_raw(answer))

    async with server:
        with pytest.raises(SourceFailed, match="No seed could be read"):
            await search(new_source(authority, seconds_per_page=2.0), f"http://{authority}/")


def _bomb(algorithm: str) -> bytes:
    zeros = b" " * (200 * _MIB)
    return gzip.compress(zeros, 1) if algorithm == "gzip" else zlib.compress(zeros, 1)


@pytest.mark.slow
@pytest.mark.parametrize("algorithm", ["gzip", "deflate"])
async def test_a_decompression_bomb_is_cut_at_the_page_limit(
    start_site: StartSite, new_source: NewSource, algorithm: str
) -> None:
    import psutil  # noqa: PLC0415

    bomb = _bomb(algorithm)
    site = await start_site({"/": _html(bomb, **{"Content-Encoding": algorithm}), "/team": _GOOD})
    before = psutil.Process().memory_info().rss
    most = 0

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, psutil.Process().memory_info().rss)
            await asyncio.sleep(0.005)

    watching = asyncio.create_task(watch())
    batches = await search(new_source(site), site.url(), site.url("/team"))
    watching.cancel()

    assert names(batches) == ["Ada Example"]
    assert most - before < 60 * _MIB


@pytest.mark.skipif(shutil.which("openssl") is None, reason="nothing here makes a certificate")
async def test_a_host_whose_certificate_nobody_vouches_for_costs_itself_only(
    new_source: NewSource, tmp_path: Path
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = await asyncio.create_subprocess_exec(
        *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"),
        *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate),
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert await made.wait() == 0
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = await asyncio.start_server(lambda reader, writer: None, "127.0.0.1", 0, ssl=context)
    authority = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"

    async with server:
        with pytest.raises(SourceFailed, match="certificate or encryption is not valid"):
            await search(new_source(authority), f"https://{authority}/")


async def test_an_endless_page_is_cut_at_its_limit_and_still_read(start_site: StartSite, new_source: NewSource) -> None:
    sent = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal sent
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        await response.write(_GOOD.encode())
        while True:
            await response.write(b"<p>more</p>" * 1000)
            sent += 11_000

    site = await start_site({"/": endless})

    assert names(await search(new_source(site, bytes_per_page=500_000), site.url())) == ["Ada Example"]
    assert sent < 20 * _MIB


async def test_a_page_without_a_content_type_and_a_card_under_any_type_are_read(
    start_site: StartSite, new_source: NewSource
) -> None:
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben Example\r\nN:Example;Ben;;;\r\nEND:VCARD\r\n"
    site = await start_site({"/ben.vcf": web.Response(body=card, content_type="application/octet-stream")})
    server, authority = await raw_site(_raw(b"HTTP/1.1 200 OK\r\n\r\n" + _GOOD.encode()))

    async with server:
        batches = await search(new_source(site, authority), f"http://{authority}/", site.url("/ben.vcf"))

    assert names(batches) == ["Ada Example", "Ben Example"]


async def test_a_page_that_breaks_the_parser_costs_itself_only(start_site: StartSite, new_source: NewSource) -> None:
    pool = ParsePool(WebSourceSettings(parse_processes=1), "tests.sources.web.odd_parser:parse_or_crash")
    site = await start_site({"/": "<p>crash</p>", "/team": "<p>Ada Example</p>"})

    batches = await search(new_source(site, pool=pool), site.url(), site.url("/team"))
    await pool.close()

    assert names(batches) == ["Ada Example"]


@pytest.mark.parametrize(
    ("says", "people", "followed"),
    [
        ({}, ["Ada Example", "Ben Example"], True),
        ({"head": '<meta name="robots" content="noindex">'}, ["Ben Example"], True),
        ({"head": '<meta name="robots" content="nofollow">'}, ["Ada Example"], False),
        ({"head": '<meta name="robots" content="none">'}, [], False),
        ({"head": '<meta name="cam-graphql" content="noindex, nofollow">'}, [], False),
        ({"head": '<meta name="otherbot" content="none">'}, ["Ada Example", "Ben Example"], True),
        ({"header": "noindex"}, ["Ben Example"], True),
        ({"header": "nofollow"}, ["Ada Example"], False),
        ({"header": "otherbot: none"}, ["Ada Example", "Ben Example"], True),
        ({"header": "cam-graphql: none"}, [], False),
    ],
)
async def test_what_a_page_says_to_robots_is_obeyed(
    start_site: StartSite, new_source: NewSource, says: dict[str, str], people: list[str], followed: bool
) -> None:
    body = page("Ada Example", links=("/team",), head=says.get("head", ""))
    headers = {"X-Robots-Tag": says["header"]} if "header" in says else {}
    site = await start_site({"/": _html(body.encode(), **headers), "/team": page("Ben Example")})

    assert names(await search(new_source(site), site.url())) == people
    assert ("/team" in site.paths) == followed


async def test_a_host_that_keeps_failing_is_given_up(start_site: StartSite, new_source: NewSource) -> None:
    paths = tuple(f"/team/{n}" for n in range(20))
    site = await start_site({"/": page("Ada Example", links=paths), **dict.fromkeys(paths, web.Response(status=500))})

    assert names(await search(new_source(site, failures_per_host=3), site.url())) == ["Ada Example"]
    assert len(site.paths) == 4


async def test_missing_pages_are_no_failures_of_their_host(start_site: StartSite, new_source: NewSource) -> None:
    dead = tuple(f"/team/{n}" for n in range(20))
    site = await start_site({"/": page(links=(*dead, "/team/z")), "/team/z": page("Zoe Example")})

    assert names(await search(new_source(site, failures_per_host=3), site.url())) == ["Zoe Example"]
