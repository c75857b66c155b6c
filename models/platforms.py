"""The platforms on which people are found."""

from enum import StrEnum


class Platform(StrEnum):
    """A place where profiles live; `sources/` has a client for those that this installation can use."""

    LINKEDIN = "LINKEDIN"
    TWITTER = "TWITTER"
    INSTAGRAM = "INSTAGRAM"
    WEB = "WEB"
    GITHUB = "GITHUB"
    BLUESKY = "BLUESKY"
    MASTODON = "MASTODON"
