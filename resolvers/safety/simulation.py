"""Trying settings out on what happened."""

from datetime import datetime
from typing import Annotated

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Role
from resolvers.access.requiring import requires
from resolvers.safety.inputs import SafetySettingsInput
from services.errors import InvalidInput
from services.safety.simulating import Simulation, simulate


@strawberry.type(description="How many attempts a rule would have kept from being sent: the first that failed.")
class SafetyRuleCount:
    """A rule's part in a simulation."""

    rule: models.SafetyRule = strawberry.field(description="The rule.")
    deferred: int = strawberry.field(description="How many it would have put off.")
    blocked: int = strawberry.field(description="How many it would have blocked for good.")


@strawberry.type(description="What proposed settings would have made of the attempts of the last days.")
class SafetySimulation:
    """A simulation as clients see it."""

    since: datetime = strawberry.field(
        description="From when on attempts are replayed: a midnight of the proposed time zone, or later where there "
        "were more than 20,000."
    )
    attempts: int = strawberry.field(description="How many attempts are replayed.")
    sent: int = strawberry.field(description="How many would have been let through.")
    deferred: int = strawberry.field(description="How many would have been put off.")
    blocked: int = strawberry.field(description="How many would have been blocked for good.")
    spared: int = strawberry.field(
        description="How many would not have been made, since their message would have been sent before."
    )
    rules: list[SafetyRuleCount] = strawberry.field(
        description="By which rule attempts would have been put off or blocked, in the rules' order."
    )
    really_sent: int = strawberry.field(description="How many were let through in fact.")
    really_deferred: int = strawberry.field(description="How many were put off in fact.")
    really_blocked: int = strawberry.field(description="How many were blocked in fact.")


async def _simulate(
    settings: Annotated[
        SafetySettingsInput,
        strawberry.argument(description="What to change about the settings in force, as in `updateSafetySettings`."),
    ],
    days: Annotated[int, strawberry.argument(description="How many days, today included, 1 to 90.")] = 30,
) -> SafetySimulation:
    try:
        return _shown(await simulate(settings.patch(), days))
    except InvalidInput as error:
        path, message = error.problems[0].path, error.problems[0].message
        if path == ("days",):
            raise pushdown.InvalidArgument("days", message) from error
        place = ".".join(map(to_camel_case, path))
        raise pushdown.InvalidArgument("settings", f"{place}: {message}") from error


def _shown(simulation: Simulation) -> SafetySimulation:
    rules = [SafetyRuleCount(rule=one.rule, deferred=one.deferred, blocked=one.blocked) for one in simulation.rules]
    return SafetySimulation(
        since=simulation.since,
        attempts=simulation.attempts,
        sent=simulation.sent,
        deferred=simulation.deferred,
        blocked=simulation.blocked,
        spared=simulation.spared,
        rules=rules,
        really_sent=simulation.really_sent,
        really_deferred=simulation.really_deferred,
        really_blocked=simulation.really_blocked,
    )


@requires(Role.VIEWER)
@strawberry.type
class SafetySimulationQueries:
    """Fields of `Query`."""

    simulate_safety_settings: SafetySimulation = strawberry.field(
        resolver=_simulate,
        description="What other settings would have made of past attempts, decided anew in their order. Nothing is "
        "changed.",
    )
