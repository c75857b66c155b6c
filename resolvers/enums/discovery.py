"""Of campaigns, discovery and conversion."""

import models
from resolvers.enums.describing import describe
from services.conversion import ConversionOutcome
from services.matching import Criterion

describe(
    models.Platform,
    "Platform",
    "A place where people are found. `sources` tells which of them this installation can use.",
    {
        "LINKEDIN": "LinkedIn: people who filled in an advertiser's own lead form.",
        "TWITTER": "X, by its official API.",
        "INSTAGRAM": "Instagram: professional accounts, looked up by username.",
        "WEB": "Public web pages, read politely, from given addresses on.",
        "GITHUB": "GitHub, by its official API.",
        "BLUESKY": "Bluesky, by its official API.",
        "MASTODON": "Mastodon instances, by their official API.",
    },
)
describe(
    models.CampaignStatus,
    "CampaignStatus",
    "Whether a campaign is worked on.",
    {
        "ACTIVE": "Worked on.",
        "PAUSED": "Set aside for now.",
        "ARCHIVED": "Over; takes no new jobs.",
    },
)
describe(
    models.DiscoveryJobStatus,
    "DiscoveryJobStatus",
    "Where a discovery job stands.",
    {
        "PENDING": "Not running: new, or waiting for a worker since `queuedAt`.",
        "RUNNING": "A worker is on it.",
        "DONE": "Ended with at least one source that worked.",
        "FAILED": "Ended without any source that worked; `errorMessage` says why.",
        "CANCELLED": "Ended on request; what was found stays.",
    },
)
describe(
    models.SourceRunStatus,
    "SourceRunStatus",
    "Where one source of a job stands.",
    {
        "PENDING": "Not begun.",
        "RUNNING": "Looking for people.",
        "WAITING": "Waiting until `retryAt`, because the platform asks for it.",
        "DONE": "Ended well.",
        "FAILED": "Ended with an error.",
        "SKIPPED": "Not begun, because the source cannot be used on this installation.",
        "CANCELLED": "Ended because the job was cancelled.",
    },
)
describe(
    Criterion,
    "MatchCriterion",
    "A criterion which a profile is compared with.",
    {
        "KEYWORDS": "The keywords, looked for in role, bio, company and name.",
        "LOCATION": "The location.",
        "ROLE": "The role.",
        "FOLLOWERS": "The least number of followers.",
        "RECENT_ACTIVITY": "How recently the person was active.",
    },
)
describe(
    ConversionOutcome,
    "ConversionOutcome",
    "What became of a profile that was to be converted.",
    {
        "CREATED": "A new lead.",
        "DUPLICATE": "The person is a lead of this campaign already.",
        "SUPPRESSED": "The person must not be contacted, so no lead was made.",
        "NOT_FOUND": "The job has no such profile.",
    },
)
