"""Response keys: aliases that collide with columns, tables and whatever else a statement may call so."""

from dataclasses import dataclass, field

from graphql import GraphQLField, get_named_type, is_composite_type

from tests.resolvers.plainly.dice import Dice

ALIASES = (
    *("id", "name", "row_to_json", "t", "select", "t1", "n", "c0", "value", "cursor", "position", "more", "type"),
    *("nodes", "edges", "node", "pageInfo", "totalCount", "leads", "campaign", "lead_id", "criteria", "status"),
    *("ctid", "tableoid", "user", "null", "true", "on", "fragment", "_", "__", "constructor", "toString", "data"),
    *("Name", "ID", "T", "row", "r", "j", "k", "whole", "a0", "json", "typename", "first", "_0"),
)
_LONG = ("x" * 63, "x" * 64, "x" * 70, "x" * 69 + "y")
"""As long as a column's name can be, and longer."""


@dataclass
class _Use:
    parent: str
    field_name: str
    type: str
    merges: bool
    """Whether the field is the same wherever it is asked for: it has neither arguments nor a selection."""


Keys = dict[str, _Use]
"""The response keys of one object, of all types that it can have."""


@dataclass
class Naming:
    """The response keys of an operation being written."""

    dice: Dice
    _types: dict[str, str] = field(default_factory=dict)
    """What each alias stands for. Below fields of one key, also of different types, a key has one type."""

    def alias(self, keys: Keys, parent: str, field_name: str, definition: GraphQLField) -> str | None:
        """A free alias, or None where the field can go by its own name and may as well."""
        merges = not definition.args and not is_composite_type(get_named_type(definition.type))
        use = _Use(parent, field_name, str(definition.type), merges)
        if self._can_share(keys.get(field_name), use) and not self.dice.once_in(4):
            keys[field_name] = use
            return None
        wanted = self.dice.choice(_LONG if self.dice.once_in(150) else ALIASES)
        for alias in (wanted, *(f"{wanted}{number}" for number in range(1, 100))):
            if alias not in keys and self._types.setdefault(alias, use.type) == use.type:
                keys[alias] = use
                return alias
        raise AssertionError("an object of a hundred fields")

    def _can_share(self, other: _Use | None, use: _Use) -> bool:
        if other is None:
            return True
        if other.parent != use.parent and other.merges and use.merges:
            return other.type == use.type
        return other.field_name == use.field_name and other.merges and use.merges
