"""Outreach: what is written to leads, when, and that each message goes out at most once."""
