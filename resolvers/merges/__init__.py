"""Merges of leads in GraphQL."""
