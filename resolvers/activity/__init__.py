"""The activity log in GraphQL."""
