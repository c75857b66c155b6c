"""Reading about access."""

import strawberry
from graphql import GraphQLError

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.access.types import ApiTokenFilter, ApiTokenOrder, Viewer
from resolvers.context import OperationInfo


async def _viewer(info: OperationInfo) -> Viewer:
    viewer = info.context.viewer
    if viewer is None:  # which admission has refused before
        raise GraphQLError("Nobody asks.")
    return Viewer(name=viewer.name, role=viewer.role, expires_at=viewer.expires_at)


@requires(Role.ADMIN, viewer=Role.VIEWER)
@strawberry.type
class AccessQueries:
    """Fields of `Query`."""

    viewer: Viewer = strawberry.field(resolver=_viewer, description="Whose credentials these are.")
    api_tokens = pushdown.rows(
        models.ApiToken,
        "All API tokens, the newest first unless ordered otherwise. Expired and revoked ones are there, too.",
        default=pushdown.Ordering("created_at"),
        descending=True,
        filter=ApiTokenFilter,
        order_by=ApiTokenOrder,
    )
