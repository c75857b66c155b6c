"""The enums of the domain as the schema shows them, every value described. Importing this describes all."""

from resolvers.enums import access, activity, contact, discovery, errors, files, leads, outreach, safety

__all__ = ["access", "activity", "contact", "discovery", "errors", "files", "leads", "outreach", "safety"]
