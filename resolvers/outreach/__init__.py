"""Outreach in GraphQL: templates, sequences, and the messages they make."""
