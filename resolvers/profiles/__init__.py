"""Discovered profiles in GraphQL."""
