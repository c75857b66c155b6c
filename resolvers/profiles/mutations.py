"""Converting profiles to leads."""

from typing import Any

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.user_errors import Payload, mutation, payload
from services.conversion import ConversionOutcome, convert_profiles


@strawberry.input(description="Which profiles to convert.")
class ConvertProfilesInput:
    """Input of `convertProfiles`."""

    job_id: strawberry.ID = strawberry.field(description="The job that found the profiles.")
    profile_ids: list[strawberry.ID] = strawberry.field(description="The profiles, at most 1,000.")


@pushdown.json_object
class ProfileConversion:
    """What became of one profile."""

    profile_id: strawberry.ID = pushdown.column("The id that was given.")
    outcome: ConversionOutcome = pushdown.column("What became of it.")
    duplicate_key: models.IdentityKind | None = pushdown.column("For a DUPLICATE: by what the person was recognised.")
    lead = pushdown.keyed(
        models.Lead, "The new lead, or the one it duplicates; null where there is none.", key="lead_id"
    )


@payload
class ConvertProfilesPayload(Payload):
    """What `convertProfiles` answers."""

    results: list[dict[str, Any]] = pushdown.embedded_values(
        ProfileConversion, "One result a profile, in the order of the ids given; empty where the input was refused."
    )


@requires(Role.OPERATOR)
@strawberry.type
class ProfileMutations:
    """Fields of `Mutation`."""

    @mutation("Make leads of profiles. A person who is a lead of the campaign already is not made one again.")
    async def convert_profiles(self, info: OperationInfo, input: ConvertProfilesInput) -> ConvertProfilesPayload:
        keys = [pushdown.key_of(text, "DiscoveredProfile") for text in input.profile_ids]
        job = row_key(input.job_id, "DiscoveryJob")
        results = await convert_profiles(job, keys, act(info), limit=info.context.max_conversions)
        return ConvertProfilesPayload(
            results=[
                {
                    "profile_id": given,
                    "outcome": result.outcome,
                    "duplicate_key": result.duplicate_key,
                    "lead_id": result.lead_id,
                }
                for given, result in zip(input.profile_ids, results, strict=True)
            ]
        )
