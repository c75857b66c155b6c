"""Leads in GraphQL."""
