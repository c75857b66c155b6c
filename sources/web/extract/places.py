"""Where somebody is, in one line."""

from sources.web.extract.countries import country_name


def joined_place(locality: str | None, region: str | None, country: str | None, length: int) -> str | None:
    """`Porto, Norte, Portugal`, from what is known of it. A country's code becomes the name people search by."""
    parts = dict.fromkeys(part for part in (locality, region, country and country_name(country)) if part)
    return ", ".join(parts)[:length] or None
