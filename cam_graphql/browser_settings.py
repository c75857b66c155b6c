"""The settings about pages of other origins, as variables."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_settings import BaseSettings, SettingsConfigDict

from cam_graphql.fetch_settings import Names


def _usable_origins(origins: frozenset[str]) -> frozenset[str]:
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or not parts.hostname or f"{parts.scheme}://{parts.netloc}" != origin:
            raise ValueError(f"{origin} is no origin such as https://crm.example; `*` is not taken")
        if parts.username is not None:
            raise ValueError(f"{origin} must not hold credentials")
    return origins


class BrowserSettings(BaseSettings):
    """`CAM_CORS_…` say which pages elsewhere may ask."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    cors_origins: Annotated[Names, AfterValidator(_usable_origins)] = frozenset()
    """Origins whose pages may ask, besides the server's own, such as `https://crm.example`, comma-separated."""
