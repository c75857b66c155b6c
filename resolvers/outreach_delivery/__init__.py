"""Tasks for people, and messages which people settle, in GraphQL."""
