"""Whether whoever asks may: every field at the root of an operation is looked at before anything is carried out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationType,
    SelectionSetNode,
)

from models import Role
from pushdown.documents import Operation
from resolvers.access.requiring import required_roles
from services.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Needed:
    """The most that an operation needs, and the field which does."""

    role: Role
    field: str


class Access:
    """What the operations of a schema need. Raises RoleMissing where a field at the root declares no role."""

    def __init__(self, schema: GraphQLSchema) -> None:
        roots = {
            OperationType.QUERY: schema.query_type,
            OperationType.MUTATION: schema.mutation_type,
            OperationType.SUBSCRIPTION: schema.subscription_type,
        }
        by_type = required_roles(schema)
        self._roles: dict[OperationType, Mapping[str, Role]] = {
            kind: by_type[root.name] for kind, root in roots.items() if root is not None
        }

    def needed(self, operation: Operation) -> Needed | None:
        """What an operation of a valid document needs; None for one which asks about the schema alone."""
        roles = self._roles[operation.node.operation]
        found = {name: roles[name] for name in _root_fields(operation) if name in roles}
        return max((Needed(role, name) for name, role in found.items()), key=_rank, default=None)


def refusal(needed: Needed | None, viewer: Viewer | None) -> GraphQLError | None:
    """Why the viewer may not; None where they may."""
    if needed is None or (viewer is not None and viewer.role.includes(needed.role)):
        return None
    if viewer is None:
        message = f"{needed.field} needs credentials: send them as `Authorization: Bearer …`."
        return GraphQLError(message, extensions={"code": "UNAUTHENTICATED"})
    message = f"{needed.field} needs the role {needed.role}; these credentials have {viewer.role}."
    return GraphQLError(message, extensions={"code": "FORBIDDEN"})


def _rank(needed: Needed) -> int:
    return list(Role).index(needed.role)


def _root_fields(operation: Operation) -> Iterator[str]:
    """The names of the fields at the root, through fragments, each fragment once. What is skipped counts, too."""
    seen: set[str] = set()
    pending: list[SelectionSetNode] = [operation.node.selection_set]
    while pending:
        for selection in pending.pop().selections:
            if isinstance(selection, FieldNode):
                yield selection.name.value
            elif isinstance(selection, FragmentSpreadNode):
                if selection.name.value not in seen:
                    seen.add(selection.name.value)
                    pending.append(operation.fragments[selection.name.value].selection_set)
            elif isinstance(selection, InlineFragmentNode):
                pending.append(selection.selection_set)
