"""The places where people are found: one client per platform behind the small protocol of `sources.protocol`."""
