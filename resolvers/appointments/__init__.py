"""Appointments in GraphQL."""
