"""The one error of this package."""


class EmbeddedPostgresFailed(Exception):
    """The embedded PostgreSQL cannot be used. The message tells an operator why, and what to do about it."""
