"""Replies in GraphQL."""
