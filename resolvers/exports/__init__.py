"""Exports of leads in GraphQL."""
