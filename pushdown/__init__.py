"""GraphQL selections compiled to SQL: Strawberry types over Tortoise models, one statement per operation.

Knows Strawberry's and Tortoise's metadata and nothing of any application. Public names are those below; the README
beside this file shows them at work.
"""

from pushdown.declarations import (
    column,
    connection,
    embedded,
    embedded_list,
    expression,
    json_object,
    keyed,
    keyed_list,
    many,
    one,
)
from pushdown.declarations import mapped_type as type  # noqa: A004 - reads like `strawberry.type`
from pushdown.documents import Documents
from pushdown.errors import InvalidArgument, Refused, TooComplex
from pushdown.events import read_row, shared_by, subscription
from pushdown.fields import Made
from pushdown.filters import (
    DateTimeFilter,
    EnumFilter,
    FloatFilter,
    IDFilter,
    IntFilter,
    StringFilter,
    StringListFilter,
    condition,
    filter_input,
)
from pushdown.global_ids import GlobalId, decode_global_id, encode_global_id, key_of
from pushdown.inputs import Viewer
from pushdown.leaves import as_json, as_text
from pushdown.node import Node, any_row
from pushdown.observing import Completed, Observer, unobserved
from pushdown.orderings import OrderDirection, Ordering, ordering
from pushdown.period_figures import breakdown, period_figure
from pushdown.reading import Fetch, Reader
from pushdown.resolved import resolved
from pushdown.roots import embedded_values, node, nodes, reference, row, rows
from pushdown.schema import Schema
from pushdown.shared_updates import SharedData
from pushdown.standalone import matching
from pushdown.summaries import (
    aggregate,
    figures,
    group_key,
    group_rows,
    groups,
    summary,
    summary_of,
    within,
)
from pushdown.visibility import Visibility, Visible

__all__ = [
    "Completed",
    "DateTimeFilter",
    "Documents",
    "EnumFilter",
    "Fetch",
    "FloatFilter",
    "GlobalId",
    "IDFilter",
    "IntFilter",
    "InvalidArgument",
    "Made",
    "Node",
    "Observer",
    "OrderDirection",
    "Ordering",
    "Reader",
    "Refused",
    "Schema",
    "SharedData",
    "StringFilter",
    "StringListFilter",
    "TooComplex",
    "Viewer",
    "Visibility",
    "Visible",
    "aggregate",
    "any_row",
    "as_json",
    "as_text",
    "breakdown",
    "column",
    "condition",
    "connection",
    "decode_global_id",
    "embedded",
    "embedded_list",
    "embedded_values",
    "encode_global_id",
    "expression",
    "figures",
    "filter_input",
    "group_key",
    "group_rows",
    "groups",
    "json_object",
    "key_of",
    "keyed",
    "keyed_list",
    "many",
    "matching",
    "node",
    "nodes",
    "one",
    "ordering",
    "period_figure",
    "read_row",
    "reference",
    "resolved",
    "row",
    "rows",
    "shared_by",
    "subscription",
    "summary",
    "summary_of",
    "type",
    "unobserved",
    "within",
]
