"""Hosts of appointments in GraphQL."""
