"""Creating, running and cancelling discovery jobs."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.discovery.inputs import CancelDiscoveryJobInput, CreateDiscoveryJobInput, RunDiscoveryJobInput
from resolvers.ids import row_key
from resolvers.user_errors import Payload, mutation, payload
from services.discovery import cancel_discovery_job, create_discovery_job, run_discovery_job


@payload
class CreateDiscoveryJobPayload(Payload):
    """What `createDiscoveryJob` answers."""

    discovery_job: int | None = pushdown.reference(models.DiscoveryJob, "The new job; null where it was refused.")


@payload
class RunDiscoveryJobPayload(Payload):
    """What `runDiscoveryJob` answers."""

    discovery_job: int | None = pushdown.reference(
        models.DiscoveryJob, "The job, now waiting for a worker; null where it was refused."
    )


@payload
class CancelDiscoveryJobPayload(Payload):
    """What `cancelDiscoveryJob` answers."""

    discovery_job: int | None = pushdown.reference(
        models.DiscoveryJob, "The job, now cancelled; null where it was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class DiscoveryMutations:
    """Fields of `Mutation`."""

    @mutation("Create a discovery job. It runs when `runDiscoveryJob` asks for it.")
    async def create_discovery_job(
        self, info: OperationInfo, input: CreateDiscoveryJobInput
    ) -> CreateDiscoveryJobPayload:
        key = await create_discovery_job(input.draft(), act(info), info.context.criteria_limits)
        return CreateDiscoveryJobPayload(discovery_job=key)

    @mutation(
        "Run a discovery job, also one that has ended before. Answers as soon as the run is queued; "
        "watch it with the subscription `discoveryJob`."
    )
    async def run_discovery_job(self, info: OperationInfo, input: RunDiscoveryJobInput) -> RunDiscoveryJobPayload:
        key = row_key(input.id, "DiscoveryJob")
        await run_discovery_job(key, act(info))
        return RunDiscoveryJobPayload(discovery_job=key)

    @mutation("Cancel a discovery job that has not ended. What it has found stays.")
    async def cancel_discovery_job(
        self, info: OperationInfo, input: CancelDiscoveryJobInput
    ) -> CancelDiscoveryJobPayload:
        key = row_key(input.id, "DiscoveryJob")
        await cancel_discovery_job(key, act(info))
        return CancelDiscoveryJobPayload(discovery_job=key)
