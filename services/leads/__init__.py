"""Leads: create them, change them, find them again, and move them through the funnel."""
