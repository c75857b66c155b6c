"""What a job on this installation can use."""

import strawberry
from strawberry.utils.str_converters import to_camel_case

import models
import resolvers.enums  # noqa: F401 - describes the enums before they are used
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo
from sources.protocol import Capabilities


@strawberry.type(description="What a source can do.")
class SourceCapabilities:
    """Capabilities as clients see them."""

    description: str = strawberry.field(description="In words.")
    searches: bool = strawberry.field(description="Whether it finds people who were not named.")
    looks_up: bool = strawberry.field(description="Whether it finds people by exact username.")
    required_criteria: list[str] = strawberry.field(
        description="The criteria without which it cannot run, as fields of `DiscoveryCriteriaInput`."
    )
    platform_criteria: list[str] = strawberry.field(
        description="The criteria which the platform applies itself; the others are applied to what it gives."
    )


@strawberry.type(description="A platform, and whether this installation can use it.")
class Source:
    """A source as clients see it."""

    platform: models.Platform = strawberry.field(description="The platform.")
    available: bool = strawberry.field(description="Whether a job can use it now.")
    reason_unavailable: str | None = strawberry.field(description="What is missing and how to supply it.")
    capabilities: SourceCapabilities | None = strawberry.field(
        description="What it can do; null where no source for the platform is installed."
    )


def _sources(info: OperationInfo) -> list[Source]:
    return [_source(info, platform) for platform in models.Platform]


def _source(info: OperationInfo, platform: models.Platform) -> Source:
    installed = info.context.sources.get(platform)
    if installed is None:
        reason = f"No source for {platform} is installed."
        return Source(platform=platform, available=False, reason_unavailable=reason, capabilities=None)
    availability = installed.availability()
    return Source(
        platform=platform,
        available=availability.available,
        reason_unavailable=availability.reason_unavailable,
        capabilities=_capabilities(installed.capabilities),
    )


def _capabilities(capabilities: Capabilities) -> SourceCapabilities:
    return SourceCapabilities(
        description=capabilities.description,
        searches=capabilities.searches,
        looks_up=capabilities.looks_up,
        required_criteria=sorted(to_camel_case(name) for name in capabilities.required_criteria),
        platform_criteria=sorted(to_camel_case(name) for name in capabilities.platform_criteria),
    )


@requires(Role.VIEWER)
@strawberry.type
class SourceQueries:
    """Fields of `Query`."""

    sources: list[Source] = strawberry.field(
        resolver=_sources, description="Every platform, and whether a job on this installation can use it."
    )
