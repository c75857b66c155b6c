"""How the console and GraphiQL are served. The build is one of a few small files: no test here needs Node."""

import gzip
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.routing import Route

from cam_graphql.application import build_application
from cam_graphql.console import PAGES, console_routes, read_build
from cam_graphql.settings import load_settings
from resolvers.context import Context
from services.access.authenticating import AccessLimits, Authenticator
from services.activity_feed import ActivityFeed
from services.discovery import CriteriaLimits
from tests.resolvers.serving import serving

ROUTER = Path(__file__).parents[2] / "web/src/app/router.tsx"
HTML = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SCRIPT = b"const found = 'people';" * 100
AS_GZIP = gzip.compress(SCRIPT)
AS_BROTLI = b"as brotli has it"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A build; beside it lies what is nobody's business."""
    files = tmp_path / "files"
    for path, text in {
        "index.html": "<!doctype html><title>CAM</title>",
        "graphiql.html": "<!doctype html><title>GraphiQL</title>",
        "assets/index-a1.js": SCRIPT.decode(),
        "assets/index-b2.css": "body { margin: 0 }",
        "assets/icon-c3.svg": "<svg/>",
        "assets/deep/codicon-d4.ttf": "a font",
        ".vite/manifest.json": "{}",
        "assets/.secret": "secret",
        "../secret.js": "secret",
    }.items():
        (files / path).parent.mkdir(parents=True, exist_ok=True)
        (files / path).write_text(text)
    (files / "assets/index-a1.js.gz").write_bytes(AS_GZIP)
    (files / "assets/index-a1.js.br").write_bytes(AS_BROTLI)
    return files


@asynccontextmanager
async def shown(pages: list[Route], **bounds: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an application with these pages, which sends no header but its own."""
    application = build_application(
        _no_context, max_body_bytes=1024, allowed_hosts=["console.test"], pages=pages, **bounds
    )
    transport = httpx.ASGITransport(application)
    async with httpx.AsyncClient(transport=transport, base_url="http://console.test") as http:
        http.headers.clear()
        yield http


def _no_context() -> Context:
    raise AssertionError("pages ask for nothing of the API's")


@pytest.fixture
async def http(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an application with the build."""
    async with shown(console_routes(read_build(folder))) as client:
        yield client


async def sent(http: httpx.AsyncClient, path: str, accepted: str | None) -> tuple[httpx.Headers, bytes]:
    """An answer's headers, and its content as it came, to a client which takes these encodings."""
    headers = {} if accepted is None else {"accept-encoding": accepted}
    response = await http.send(http.build_request("GET", path, headers=headers), stream=True)
    return response.headers, b"".join([part async for part in response.aiter_raw()])


@pytest.mark.parametrize("path", PAGES)
async def test_pages_are_the_console_whoever_asks(http: httpx.AsyncClient, path: str) -> None:
    response = await http.get(path)
    assert (response.status_code, response.text) == (HTTPStatus.OK, "<!doctype html><title>CAM</title>")
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert (await http.get(f"{path}?campaign=Q2FtcGFpZ246MQ", headers=HTML)).content == response.content


def test_the_pages_are_those_of_the_console() -> None:
    assert set(PAGES) == set(re.findall(r'page\(\s*"(/[a-z]+)"', ROUTER.read_text()))


async def test_graphiql_is_a_page_of_its_own(http: httpx.AsyncClient) -> None:
    assert (await http.get("/graphiql")).text == "<!doctype html><title>GraphiQL</title>"


async def test_the_front_is_the_console_to_browsers_and_plain_words_to_programs(http: httpx.AsyncClient) -> None:
    page = await http.get("/", headers=HTML)
    words = await http.get("/", headers={"accept": "*/*"})
    assert page.text == "<!doctype html><title>CAM</title>"
    assert words.headers["content-type"] == "text/plain; charset=utf-8"
    assert words.text.startswith("CAM GraphQL\n")
    assert "http://console.test/ is the console" in words.text
    assert "http://console.test/graphiql is GraphiQL" in words.text
    assert page.headers["vary"] == "Accept, Accept-Encoding"
    assert words.headers["vary"] == "Accept"


async def test_a_page_runs_scripts_of_the_servers_own_alone(http: httpx.AsyncClient) -> None:
    policy = dict(
        directive.strip().split(" ", 1)
        for directive in (await http.get("/find")).headers["content-security-policy"].split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["worker-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe-eval" not in str(policy)


async def test_pages_are_asked_for_anew_and_sent_only_where_they_changed(http: httpx.AsyncClient) -> None:
    page = await http.get("/find")
    assert page.headers["cache-control"] == "no-cache"
    again = await http.get("/pipeline", headers={"if-none-match": f'"other", W/{page.headers["etag"]}'})
    assert (again.status_code, again.content) == (HTTPStatus.NOT_MODIFIED, b"")
    assert "content-type" not in again.headers
    kept = ("cache-control", "content-security-policy", "etag", "vary")
    assert [again.headers[name] for name in kept] == [page.headers[name] for name in kept]
    assert (await http.get("/find", headers={"if-none-match": '"other"'})).status_code == HTTPStatus.OK
    assert (await http.get("/find", headers={"if-none-match": "*"})).status_code == HTTPStatus.NOT_MODIFIED


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/assets/index-a1.js", "text/javascript; charset=utf-8"),
        ("/assets/index-b2.css", "text/css; charset=utf-8"),
        ("/assets/icon-c3.svg", "image/svg+xml"),
        ("/assets/deep/codicon-d4.ttf", "font/ttf"),
    ],
)
async def test_what_pages_load_is_kept_for_ever(http: httpx.AsyncClient, path: str, media_type: str) -> None:
    response = await http.get(path)
    assert (response.status_code, response.headers["content-type"]) == (HTTPStatus.OK, media_type)
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["vary"] == "Accept-Encoding"
    assert response.headers["x-content-type-options"] == "nosniff"
    known = await http.get(path, headers={"if-none-match": response.headers["etag"]})
    assert known.status_code == HTTPStatus.NOT_MODIFIED
    assert known.headers["cache-control"] == response.headers["cache-control"]


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("br;q=0, gzip", "gzip"),
        ("gzip", "gzip"),
        ("*", "br"),
        ("*;q=0", None),
        ("identity", None),
        ("zstd", None),
        ("", None),
        (None, None),
    ],
)
async def test_the_shortest_form_that_is_taken_is_sent(
    http: httpx.AsyncClient, accepted: str | None, encoding: str | None
) -> None:
    headers, content = await sent(http, "/assets/index-a1.js", accepted)
    assert headers.get("content-encoding") == encoding
    assert content == {"br": AS_BROTLI, "gzip": AS_GZIP, None: SCRIPT}[encoding]
    assert headers["content-length"] == str(len(content))


async def test_each_form_has_a_tag_of_its_own(http: httpx.AsyncClient) -> None:
    answers = [await sent(http, "/assets/index-a1.js", accepted) for accepted in ("br", "gzip", "identity")]
    assert len({headers["etag"] for headers, _ in answers}) == 3


@pytest.mark.parametrize(
    "path",
    [
        "/assets/index-zz.js",
        "/assets/",
        "/assets/deep",
        "/assets/index-a1.js.gz",
        "/assets/.secret",
        "/assets/../../secret.js",
        "/assets/..%2f..%2fsecret.js",
        "/assets/%2e%2e/index.html",
        "/assets//index-a1.js",
        "/assets/index-a1.js%00",
        "/.vite/manifest.json",
        "/index.html",
        "/files/index.html",
        "/elsewhere",
    ],
)
async def test_nothing_else_is_there(http: httpx.AsyncClient, path: str) -> None:
    response = await http.get(path, headers=HTML)
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert response.headers["cache-control"] == "no-store"


async def test_only_looking_is_possible(http: httpx.AsyncClient) -> None:
    for path in ("/", "/find", "/graphiql", "/assets/index-a1.js"):
        assert (await http.post(path)).status_code == HTTPStatus.METHOD_NOT_ALLOWED


async def test_where_nothing_is_built_it_is_said_how_to_build_it(tmp_path: Path) -> None:
    async with shown(console_routes(read_build(tmp_path))) as http:
        front = await http.get("/", headers=HTML)
        assert front.status_code == HTTPStatus.OK
        assert front.text.startswith("CAM GraphQL\n")
        for path in ("/find", "/graphiql"):
            assert (await http.get(path, headers=HTML)).status_code == HTTPStatus.NOT_FOUND
        for text in (front.text, (await http.get("/find")).text):
            assert "`make console`" in text
            assert "Node 20.19" in text


async def test_a_build_that_was_not_ended_counts_as_none(folder: Path) -> None:
    (folder / "index.html").unlink()
    assert read_build(folder) == {}


@pytest.mark.parametrize("built", [True, False])
async def test_both_can_be_switched_off(folder: Path, tmp_path: Path, built: bool) -> None:
    build = read_build(folder if built else tmp_path)
    async with shown(console_routes(build, console=False, graphiql=False)) as http:
        front = await http.get("/", headers=HTML)
        assert (front.status_code, front.headers["content-type"]) == (HTTPStatus.OK, "text/plain; charset=utf-8")
        assert "console" not in front.text.lower().replace("console.test", "")
        for path in ("/find", "/graphiql", "/assets/index-a1.js"):
            assert (await http.get(path)).text == "Not Found"


async def test_each_can_be_switched_off_by_itself(folder: Path) -> None:
    async with shown(console_routes(read_build(folder), graphiql=False)) as http:
        assert (await http.get("/graphiql")).status_code == HTTPStatus.NOT_FOUND
        assert (await http.get("/find")).status_code == HTTPStatus.OK
        assert "graphiql" not in (await http.get("/")).text
    async with shown(console_routes(read_build(folder), console=False)) as http:
        assert (await http.get("/", headers=HTML)).headers["content-type"] == "text/plain; charset=utf-8"
        assert (await http.get("/find")).status_code == HTTPStatus.NOT_FOUND
        assert (await http.get("/graphiql")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("value", ["off", "false", "0"])
def test_settings_switch_them_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("CAM_GRAPHIQL", value)
    paths = {route.path for route in load_settings().pages()}
    assert "/graphiql" not in paths
    assert set(PAGES) <= paths
    monkeypatch.setenv("CAM_CONSOLE", value)
    assert {route.path for route in load_settings().pages()} == {"/"}


async def test_an_address_that_is_refused_for_wrong_credentials_still_sees_pages(folder: Path) -> None:
    authenticator = Authenticator(admin_token="x" * 32, limits=AccessLimits(failures=1, pause=60))
    async with shown(console_routes(read_build(folder)), authenticator=authenticator) as http:
        refused = [await http.get("/find", headers={"authorization": f"Bearer wrong-{n}"}) for n in range(3)]
        assert refused[-1].status_code == HTTPStatus.TOO_MANY_REQUESTS
        assert (await http.get("/find")).status_code == HTTPStatus.OK
        assert (await http.get("/assets/index-a1.js")).status_code == HTTPStatus.OK


async def test_only_under_the_servers_own_name_are_there_pages(folder: Path) -> None:
    async with shown(console_routes(read_build(folder)), public_host="public.test") as http:
        for host in ("public.test", "elsewhere.test"):
            response = await http.get("/find", headers=HTML | {"host": host})
            assert response.status_code == HTTPStatus.BAD_REQUEST


async def test_a_real_server_answers_get_and_head_alike(folder: Path) -> None:
    feed = ActivityFeed({})
    context = Context(None, lambda: datetime.now(UTC), {}, feed, CriteriaLimits(), max_conversions=1)
    async with serving(context, pages=console_routes(read_build(folder))) as api:
        for path in ("/", "/find", "/graphiql", "/assets/index-a1.js", "/assets/index-zz.js"):
            got = await api.http.get(f"{api.url}{path}", headers=HTML | {"accept-encoding": "gzip"})
            head = await api.http.head(f"{api.url}{path}", headers=HTML | {"accept-encoding": "gzip"})
            assert (head.status_code, head.content) == (got.status_code, b"")
            its_own = {"date", "x-request-id"}
            assert {name: value for name, value in head.headers.items() if name not in its_own} == {
                name: value for name, value in got.headers.items() if name not in its_own
            }
            assert bool(got.content)
