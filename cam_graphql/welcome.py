"""What `/` tells whoever asks by a program."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

_TEXT = """CAM GraphQL

POST GraphQL operations to /graphql, for example:

  curl http://{host}/graphql -H 'content-type: application/json' \\
    -d '{{"query": "{{ campaigns {{ nodes {{ name leads {{ totalCount }} }} }} }}"}}'

Watch discovery jobs over WebSocket at the same address (graphql-transport-ws).
POST files of leads to /uploads, with the file's name in the header X-CAM-Upload; importLeads takes them by their token.
GET /calendars/....ics, as openCalendarFeed gives it, from a calendar, which then follows a host's appointments.
/healthz tells whether the process is alive, /readyz whether it is ready, /metrics how much it does (for Prometheus).
"""


def welcome(request: Request, more: str = "") -> Response:
    """What there is, and `more`, in which `{host}` stands for the server's name."""
    return PlainTextResponse((_TEXT + more).format(host=request.url.netloc))
