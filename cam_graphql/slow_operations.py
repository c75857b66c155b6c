"""Operations that take long leave a line in the log, which tells which document it was and nothing of anybody."""

import logging
from hashlib import sha256

from pushdown import Completed
from resolvers.context import Context

logger = logging.getLogger(__name__)


class SlowOperations:
    """An observer of operations, of which it tells those that take `seconds` or more; subscriptions last anyway.

    Variables and the document's text may hold whom somebody looks for. Trusted documents have the same hash.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def __call__(self, completed: Completed) -> None:
        """Tell, if it was slow."""
        if completed.seconds < self._seconds or completed.kind == "subscription":
            return
        context = completed.context
        spent = context.spent if isinstance(context, Context) else None
        logger.warning(
            "slow operation",
            extra={
                "operation": completed.name,
                "kind": completed.kind,
                "document": f"sha256:{sha256(completed.document.encode()).hexdigest()}",
                "milliseconds": round(completed.seconds * 1000, 1),
                "outcome": completed.outcome,
                "cost": spent.requested if spent is not None else None,
            },
        )
