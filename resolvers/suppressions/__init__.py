"""Suppressions in GraphQL."""
