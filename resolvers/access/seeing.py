"""What the roles may see of the tables, and how reading is told who reads."""

import models
import pushdown
from models import Role
from pushdown.metadata import Models
from resolvers.access.withholding import MASKS
from resolvers.context import Context

_NOBODY = pushdown.Viewer("")
_VIEWERS = {role: pushdown.Viewer(role) for role in Role}
_NONE = pushdown.Visible("false")
_WITHHELD = {model: pushdown.Visible(masks=masks) for model, masks in MASKS.items()}


def reader_of(context: Context) -> pushdown.Viewer:
    """Who reads in an operation."""
    return _NOBODY if context.viewer is None else _VIEWERS[context.viewer.role]


def visibility(*, withholds_persons: bool) -> pushdown.Visibility:
    """What each role may see. With `withholds_persons`, only those who work with people see who they are."""

    def visible_to(model: Models, role: str) -> pushdown.Visible | None:
        if model is models.ApiToken and role != Role.ADMIN:
            return _NONE
        is_worker = role in {Role.OPERATOR, Role.ADMIN}
        return None if is_worker or not withholds_persons else _WITHHELD.get(model)

    return visible_to
