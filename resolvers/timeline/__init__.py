"""The timeline of leads in GraphQL."""
