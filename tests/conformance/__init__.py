"""Audits and clients that others wrote, against a real server."""
