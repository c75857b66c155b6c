"""Which address shows what. Pages hold code and nobody's data, so they are shown to whoever can reach the server."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from cam_graphql.console.answers import ASSET, PAGE, answer
from cam_graphql.console.built import Build
from cam_graphql.negotiation import accepted
from cam_graphql.request_head import head_of
from cam_graphql.welcome import welcome

PAGES = ("/find", "/pipeline", "/appointments", "/outreach", "/safety", "/activity", "/tokens")
"""The console's pages besides `/`, as `web/src/app/router.tsx` has them. All are one file, which reads the address."""

_NOT_BUILT = """The console is not built here. `make console` builds it in a checkout, `make wheel` a wheel that has it.
Both need Node 20.19 or newer with npm (https://nodejs.org). Start the server again afterwards.
"""
_BUILT = "In a browser, http://{host}/ is the console.\n"
_GRAPHIQL = "In a browser, http://{host}/graphiql is GraphiQL.\n"


def console_routes(build: Build, *, console: bool = True, graphiql: bool = True) -> list[Route]:
    """Routes to what is built, and to what tells how to build it where nothing is. Either part may be left out."""
    pages = _Pages(build, console=console, graphiql=graphiql)
    routes = [Route("/", pages.front)]
    if console:
        routes += [Route(path, pages.page) for path in PAGES]
    if graphiql:
        routes.append(Route("/graphiql", pages.graphiql))
    if console or graphiql:
        routes.append(Route("/assets/{name:path}", pages.asset))
    return routes


class _Pages:
    """Answers with what is built."""

    def __init__(self, build: Build, *, console: bool, graphiql: bool) -> None:
        self._build = build
        self._has_console = console and bool(build)
        if build:
            self._told = _BUILT * console + _GRAPHIQL * graphiql
        else:
            self._told = _NOT_BUILT if console or graphiql else ""

    async def front(self, request: Request) -> Response:
        """The console to browsers, which ask for a page; to everybody else, in plain words, what there is."""
        if self._has_console and accepted(head_of(request.scope).get(b"accept", b"")).get(b"text/html", 0) > 0:
            return answer(request, self._build["index.html"], PAGE, vary="Accept, Accept-Encoding")
        told = welcome(request, self._told)
        told.headers["vary"] = "Accept"
        return told

    async def page(self, request: Request) -> Response:
        """One of the console's pages."""
        return self._page(request, "index.html")

    async def graphiql(self, request: Request) -> Response:
        """GraphiQL."""
        return self._page(request, "graphiql.html")

    async def asset(self, request: Request) -> Response:
        """What pages load."""
        file = self._build.get(f"assets/{request.path_params['name']}")
        if file is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return answer(request, file, ASSET)

    def _page(self, request: Request, name: str) -> Response:
        file = self._build.get(name)
        return PlainTextResponse(_NOT_BUILT, HTTPStatus.NOT_FOUND) if file is None else answer(request, file, PAGE)
