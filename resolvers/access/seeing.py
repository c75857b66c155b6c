"""What the roles may see of the tables, and how reading is told who reads."""

import pushdown
from models import Role
from pushdown.metadata import Models
from resolvers.context import Context

_NOBODY = pushdown.Viewer("")
_VIEWERS = {role: pushdown.Viewer(role) for role in Role}


def reader_of(context: Context) -> pushdown.Viewer:
    """Who reads in an operation."""
    return _NOBODY if context.viewer is None else _VIEWERS[context.viewer.role]


def visible_to(_model: Models, _role: str) -> pushdown.Visible | None:
    """What a role may see of a model."""
    return None
