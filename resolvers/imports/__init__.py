"""Imports of leads in GraphQL."""
