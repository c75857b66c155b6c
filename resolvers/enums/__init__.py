"""The enums of the domain as the schema shows them, every value described. Importing this describes all."""

from resolvers.enums import activity, contact, discovery, errors, files, leads, outreach, safety

__all__ = ["activity", "contact", "discovery", "errors", "files", "leads", "outreach", "safety"]
