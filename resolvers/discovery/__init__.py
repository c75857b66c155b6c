"""Discovery jobs in GraphQL."""
