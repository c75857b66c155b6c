"""Reading discovery jobs."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.discovery.orderings import JOBS_NEWEST_FIRST, DiscoveryJobFilter, DiscoveryJobOrder


@requires(Role.VIEWER)
@strawberry.type
class DiscoveryQueries:
    """Fields of `Query`."""

    discovery_job = pushdown.row(models.DiscoveryJob, "The discovery job with this id; null where there is none.")
    discovery_jobs = pushdown.rows(
        models.DiscoveryJob,
        "All discovery jobs, the newest first unless ordered otherwise.",
        filter=DiscoveryJobFilter,
        order_by=DiscoveryJobOrder,
        **JOBS_NEWEST_FIRST,
    )
