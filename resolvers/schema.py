"""The whole schema: every concept's fields, put together."""

import strawberry
from strawberry.schema.config import StrawberryConfig
from tortoise import Tortoise

import pushdown
from models import Role
from resolvers.access.mutations import AccessMutations
from resolvers.access.queries import AccessQueries
from resolvers.access.requiring import requires
from resolvers.access.seeing import reader_of, visibility
from resolvers.activity.queries import ActivityQueries
from resolvers.activity.subscriptions import ActivitySubscriptions
from resolvers.appointments.mutations import AppointmentMutations
from resolvers.appointments.queries import AppointmentQueries
from resolvers.appointments.types import Appointment  # noqa: F401 - registers the type, which relations name by model
from resolvers.campaigns.mutations import CampaignMutations
from resolvers.campaigns.queries import CampaignQueries
from resolvers.contact_events.mutations import ContactEventMutations
from resolvers.contact_events.types import ContactEvent  # noqa: F401 - likewise
from resolvers.discovery.mutations import DiscoveryMutations
from resolvers.discovery.queries import DiscoveryQueries
from resolvers.discovery.subscriptions import DiscoverySubscriptions
from resolvers.discovery.types import DiscoveryJob  # noqa: F401 - likewise
from resolvers.exports.mutations import ExportMutations
from resolvers.faults import Schema
from resolvers.hosts.mutations import HostMutations
from resolvers.hosts.queries import HostQueries
from resolvers.hosts.types import Host  # noqa: F401 - likewise
from resolvers.imports.mutations import ImportMutations
from resolvers.imports.queries import ImportQueries
from resolvers.imports.subscriptions import ImportSubscriptions
from resolvers.imports.types import LeadImport  # noqa: F401 - likewise
from resolvers.leads.mutations import LeadMutations
from resolvers.leads.queries import LeadQueries
from resolvers.leads.subscriptions import LeadSubscriptions
from resolvers.leads.types import Lead  # noqa: F401 - likewise
from resolvers.limits.admission import Admission
from resolvers.limits.bounds import CostBounds
from resolvers.merges.mutations import MergeMutations
from resolvers.merges.queries import MergeQueries
from resolvers.merges.types import LeadMerge  # noqa: F401 - likewise
from resolvers.outreach.messages import OutreachMessage  # noqa: F401 - likewise
from resolvers.outreach.mutations import OutreachMutations
from resolvers.outreach.queries import OutreachQueries
from resolvers.outreach.template_mutations import MessageTemplateMutations
from resolvers.outreach.types import OutreachSequence  # noqa: F401 - likewise
from resolvers.outreach_delivery.mutations import OutreachDeliveryMutations
from resolvers.outreach_delivery.queries import OutreachDeliveryQueries
from resolvers.outreach_delivery.types import OutreachTask  # noqa: F401 - likewise
from resolvers.profiles.mutations import ProfileMutations
from resolvers.profiles.types import DiscoveredProfile  # noqa: F401 - likewise
from resolvers.replies.mutations import ReplyMutations
from resolvers.replies.queries import ReplyQueries
from resolvers.replies.types import Reply  # noqa: F401 - likewise
from resolvers.safety.decisions import SafetyDecisionQueries
from resolvers.safety.history import SafetySettingsVersion  # noqa: F401 - likewise
from resolvers.safety.mutations import SafetyMutations
from resolvers.safety.queries import SafetyQueries
from resolvers.safety.simulation import SafetySimulationQueries
from resolvers.safety.usage import SafetySubscriptions
from resolvers.scalars import SCALARS
from resolvers.sources.queries import SourceQueries
from resolvers.stages.mutations import StageMutations
from resolvers.stages.types import StageChange  # noqa: F401 - likewise
from resolvers.suppressions.mutations import SuppressionMutations
from resolvers.suppressions.queries import SuppressionQueries
from resolvers.timeline.types import TimelineEntry  # noqa: F401 - likewise


@requires(Role.VIEWER)
@strawberry.type
class NodeQueries:
    """Relay's fields of `Query`."""

    node = pushdown.node("The object with this id, whatever its type; null where there is none.")
    nodes = pushdown.nodes("The objects with these ids, in their order; null for those that do not exist.")


@strawberry.type(description="Everything that can be read.")
class Query(
    CampaignQueries,
    DiscoveryQueries,
    LeadQueries,
    MergeQueries,
    AppointmentQueries,
    HostQueries,
    ImportQueries,
    SourceQueries,
    SafetyQueries,
    SafetyDecisionQueries,
    SafetySimulationQueries,
    SuppressionQueries,
    OutreachQueries,
    OutreachDeliveryQueries,
    ReplyQueries,
    AccessQueries,
    ActivityQueries,
    NodeQueries,
):
    """The root of reading."""


@strawberry.type(description="Everything that can be done.")
class Mutation(
    CampaignMutations,
    DiscoveryMutations,
    ProfileMutations,
    LeadMutations,
    StageMutations,
    ContactEventMutations,
    AppointmentMutations,
    HostMutations,
    MergeMutations,
    ImportMutations,
    ExportMutations,
    SafetyMutations,
    SuppressionMutations,
    MessageTemplateMutations,
    OutreachMutations,
    OutreachDeliveryMutations,
    ReplyMutations,
    AccessMutations,
):
    """The root of writing."""


@strawberry.type(description="Everything that can be watched, over `graphql-transport-ws`.")
class Subscription(
    DiscoverySubscriptions, LeadSubscriptions, ImportSubscriptions, SafetySubscriptions, ActivitySubscriptions
):
    """The root of watching."""


def build_schema(
    reader: pushdown.Reader | None = None,
    *,
    withholds_persons: bool = False,
    costs: CostBounds | None = None,
    hides_names: bool = False,
) -> Schema:
    """The executable schema. Relations are read from the models, which this therefore links, without a database.

    `reader` reads for it; one with defaults sends its statements through Tortoise's pool. Raises RoleMissing for
    a field at the root which everybody could ask for. `withholds_persons` from those who only read. Errors suggest no
    names of the schema where it `hides_names`. Without `costs` operations may cost what they want.
    """
    Tortoise.init_models(["models"], "models")
    reader = reader or pushdown.Reader()
    reader.viewer, reader.visibility = reader_of, visibility(withholds_persons=withholds_persons)
    schema = Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=[pushdown.Node],
        config=StrawberryConfig(scalar_map=SCALARS),
        reader=reader,
    )
    schema.hides_names = hides_names
    reader.admission = Admission(schema._schema, costs)
    return schema
