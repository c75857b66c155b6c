"""Stages of the funnel in GraphQL: moving leads, and their history."""
