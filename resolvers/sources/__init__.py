"""The sources of this installation in GraphQL."""
