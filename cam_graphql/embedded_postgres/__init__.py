"""The program's own PostgreSQL, for whoever names no database: no installation, no configuration, no open port.

Everything lies in the data directory: the cluster, its socket, its log and its locks. Several processes share one
server; the last to leave stops it, and a keeper process does so where the last one was killed.
"""

from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed
from cam_graphql.embedded_postgres.server import EmbeddedPostgres, embedded_postgres

__all__ = ["EmbeddedPostgres", "EmbeddedPostgresFailed", "embedded_postgres"]
