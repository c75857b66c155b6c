"""Reading replies."""

import strawberry

import models
import pushdown
from resolvers.replies.orderings import REPLIES_NEWEST_FIRST, ReplyFilter


@strawberry.type
class ReplyQueries:
    """Fields of `Query`."""

    replies = pushdown.rows(
        models.Reply, "What came back from leads, the newest first.", filter=ReplyFilter, **REPLIES_NEWEST_FIRST
    )
