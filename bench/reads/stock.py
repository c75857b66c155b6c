# mypy: disable-error-code="untyped-decorator"
"""Strawberry and Tortoise as their documentations teach: model instances, relations by data loaders, documents parsed
and validated once. `python -m bench.reads.stock URL POOL`.
"""

import sys
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import orjson
import strawberry
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache
from tortoise.expressions import Q
from tortoise.functions import Count

import models
from bench.reads.asgi_server import serve
from bench.reads.stock_loaders import Loaders
from bench.reads.stock_types import Campaign, DiscoveredProfile, Info, Lead
from cam_graphql.database import database

_DEFAULT_PAGE = 20
_LONGEST_PAGE = 100


@strawberry.type
class PageInfo:
    """Where a page lies."""

    has_next_page: bool
    end_cursor: str | None


@strawberry.type
class LeadConnection:
    """A page of leads."""

    rows: strawberry.Private[list[models.Lead]]
    page_info: PageInfo

    @strawberry.field(graphql_type=list[Lead])
    def nodes(self) -> list[models.Lead]:
        return self.rows

    @strawberry.field
    async def total_count(self) -> int:
        return await models.Lead.all().count()


@strawberry.type
class PipelineStage:
    """How many leads are in one stage."""

    stage: models.LeadStage
    count: int


@strawberry.type
class Pipeline:
    """A campaign's funnel."""

    total: int
    stages: list[PipelineStage]


@strawberry.type
class Query:
    """The root."""

    @strawberry.field(graphql_type=Campaign | None)
    async def campaign(self, id: strawberry.ID) -> models.Campaign | None:  # noqa: A002
        return await models.Campaign.get_or_none(id=_named(id)[1])

    @strawberry.field(graphql_type=Lead | None)
    async def lead(self, id: strawberry.ID) -> models.Lead | None:  # noqa: A002
        return await models.Lead.get_or_none(id=_named(id)[1])

    @strawberry.field
    async def leads(self, info: Info, first: int | None = None, after: str | None = None) -> LeadConnection:
        size = min(first or _DEFAULT_PAGE, _LONGEST_PAGE)
        wanted = {getattr(selected, "name", None) for selected in info.selected_fields[0].selections}
        rows = await _leads(size + 1, after) if wanted != {"totalCount"} else []
        nodes = rows[:size]
        cursor = _cursor(nodes[-1]) if nodes else None
        return LeadConnection(rows=nodes, page_info=PageInfo(has_next_page=len(rows) > size, end_cursor=cursor))

    @strawberry.field(graphql_type=list[Lead | DiscoveredProfile | None])
    async def nodes(self, info: Info, ids: list[strawberry.ID]) -> list[models.Lead | models.DiscoveredProfile | None]:
        named = [_named(one) for one in ids]
        leads = [key for type_name, key in named if type_name == "Lead"]
        profiles = [key for type_name, key in named if type_name == "DiscoveredProfile"]
        found: dict[tuple[str, int], Any] = {}
        for lead in await info.context.leads.load_many(leads):
            found |= {("Lead", lead.id): lead} if lead else {}
        for profile in await info.context.profiles.load_many(profiles):
            found |= {("DiscoveredProfile", profile.id): profile} if profile else {}
        return [found.get(one) for one in named]

    @strawberry.field
    async def pipeline(self, campaign_id: strawberry.ID) -> Pipeline:
        leads = models.Lead.filter(campaign_id=_named(campaign_id)[1])
        rows = await leads.annotate(leads=Count("id")).group_by("stage").values("stage", "leads")
        counts = {row["stage"]: row["leads"] for row in rows}
        stages = [PipelineStage(stage=stage, count=counts.get(stage, 0)) for stage in models.LeadStage]
        return Pipeline(total=sum(counts.values()), stages=stages)


async def _leads(limit: int, after: str | None) -> list[models.Lead]:
    query = models.Lead.all()
    if after is not None:
        text, key = orjson.loads(b64decode(after))
        moment = datetime.fromisoformat(text)
        # The first condition is there for the index.
        query = query.filter(Q(created_at__lte=moment) & (Q(created_at__lt=moment) | Q(id__lt=key)))
    return await query.order_by("-created_at", "-id").limit(limit)


def _cursor(lead: models.Lead) -> str:
    return b64encode(orjson.dumps([lead.created_at.isoformat(), lead.id])).decode()


def _named(global_id: str) -> tuple[str, int]:
    type_name, _, key = b64decode(global_id).decode().partition(":")
    return type_name, int(key)


class _View(GraphQL[Loaders, None]):
    async def get_context(self, request: Any, response: Any) -> Loaders:
        return Loaders()


def application(url: str, pool_size: int) -> Starlette:
    """The server."""
    schema = strawberry.Schema(Query, extensions=[ParserCache, ValidationCache])

    @asynccontextmanager
    async def connected(_: Starlette) -> AsyncIterator[None]:
        async with database(url, min_connections=pool_size, max_connections=pool_size):
            yield

    return Starlette(routes=[Route("/graphql", _View(schema, graphql_ide=None))], lifespan=connected)


if __name__ == "__main__":
    serve(application(sys.argv[1], int(sys.argv[2])))
