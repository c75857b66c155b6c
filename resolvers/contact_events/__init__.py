"""Contact events in GraphQL."""
