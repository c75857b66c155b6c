"""From the ids of clients to primary keys."""

import pushdown

NOBODY = 0
"""A key that no row has. Unknown, foreign and malformed ids all become it, so that they cannot be told apart."""


def row_key(global_id: str, type_name: str) -> int:
    """The primary key of the row of this type; `NOBODY` for an id that names none."""
    return pushdown.key_of(global_id, type_name) or NOBODY
