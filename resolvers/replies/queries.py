"""Reading replies."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.replies.orderings import REPLIES_NEWEST_FIRST, ReplyFilter


@requires(Role.VIEWER)
@strawberry.type
class ReplyQueries:
    """Fields of `Query`."""

    replies = pushdown.rows(
        models.Reply, "What came back from leads, the newest first.", filter=ReplyFilter, **REPLIES_NEWEST_FIRST
    )
