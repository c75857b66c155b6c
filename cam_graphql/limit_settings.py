"""The settings of how much may be asked, as variables."""

from collections.abc import Sequence
from typing import Literal

from graphql import ASTValidationRule, NoSchemaIntrospectionCustomRule, specified_rules
from pydantic import PositiveInt
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.document_ids import DocumentIds, TrustedOnly
from cam_graphql.json_depth import JSON_DEPTH
from resolvers.limits.bounds import CostBounds, DocumentBounds

_DOCUMENT = DocumentBounds()
_COST = CostBounds()


class LimitSettings(BaseSettings):
    """`CAM_DOCUMENT_…` bound what a document says, `CAM_COST_…` what operations ask for."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    introspection: Literal["on", "off"] = "on"
    """`off` tells nobody of the schema: introspection is refused, and errors suggest no names."""
    trusted_documents: TrustedOnly = TrustedOnly.ALLOWED
    """Whether documents may be asked for by their ids: `off`, `allowed`, or `only`, which takes no others."""
    json_depth: PositiveInt = JSON_DEPTH
    """Arrays and objects within each other at most, of a request's JSON."""
    document_letters: PositiveInt = _DOCUMENT.letters
    """Letters of a GraphQL document at most."""
    document_tokens: PositiveInt = _DOCUMENT.tokens
    """Tokens of a GraphQL document at most."""
    document_depth: PositiveInt = _DOCUMENT.depth
    """Fields within fields at most; introspection has about 15."""
    document_aliases: PositiveInt = _DOCUMENT.aliases
    """Aliases at most, those of fragments counted wherever they are spread."""
    document_directives: PositiveInt = _DOCUMENT.directives
    """Directives at most, counted likewise."""
    document_root_fields: PositiveInt = _DOCUMENT.root_fields
    """Fields at the root of an operation at most."""
    document_spreads: PositiveInt = _DOCUMENT.spreads
    """How often fragments are spread at most."""
    document_repeats: PositiveInt = _DOCUMENT.repeats
    """Fields at most that ask again for what the same selection has already."""
    cost_operation: PositiveInt = _COST.operation
    """Points which one operation may cost; a point is about one object of its answer."""
    cost_bucket: PositiveInt = _COST.bucket
    """Points which one credential may spend at once in a process."""
    cost_restored: PositiveInt = _COST.restored
    """Points which it gets back each second."""
    cost_credentials: PositiveInt = _COST.credentials
    """Of how many credentials points are counted at once."""

    def document_bounds(self) -> DocumentBounds:
        """How much a document may say."""
        return DocumentBounds(
            letters=self.document_letters,
            tokens=self.document_tokens,
            depth=self.document_depth,
            aliases=self.document_aliases,
            directives=self.document_directives,
            root_fields=self.document_root_fields,
            spreads=self.document_spreads,
            repeats=self.document_repeats,
        )

    def document_ids(self) -> DocumentIds | None:
        """How requests name trusted documents; None where they do not."""
        if self.trusted_documents is TrustedOnly.OFF:
            return None
        return DocumentIds(only=self.trusted_documents is TrustedOnly.ONLY)

    def document_rules(self) -> Sequence[type[ASTValidationRule]]:
        """What documents have to keep to."""
        return specified_rules if self.introspection == "on" else (*specified_rules, NoSchemaIntrospectionCustomRule)

    def cost_bounds(self) -> CostBounds:
        """What operations may cost."""
        return CostBounds(
            operation=self.cost_operation,
            bucket=self.cost_bucket,
            restored=self.cost_restored,
            credentials=self.cost_credentials,
        )
