"""The discovered profile, why it matches, and where its values come from."""

from datetime import datetime

import models
import pushdown
from resolvers.scalars import URL, EmailAddress
from services.matching import Criterion


@pushdown.json_object
class MatchReason:
    """How one criterion is met. The profile's score is the mean of the reasons' scores, weighted."""

    criterion: Criterion = pushdown.column("The criterion.")
    score: float = pushdown.column("How well it is met, 0 to 1.")
    weight: float = pushdown.column("How much it counts.")
    evidence: str = pushdown.column("What in the profile meets it, in words.")


_SCHEMA_NAME = """
CASE {row}.value->>'field'
    WHEN 'display_name' THEN 'displayName'
    WHEN 'profile_url' THEN 'profileUrl'
    WHEN 'last_active_at' THEN 'lastActiveAt'
    ELSE {row}.value->>'field'
END
"""


@pushdown.json_object
class FieldProvenance:
    """Where one value comes from."""

    field: str = pushdown.expression(_SCHEMA_NAME, "The field's name, as in the schema.")
    source_url: URL = pushdown.column("The page or interface it was read from.")
    method: str = pushdown.column("How it was read: `json-ld`, `microdata`, `rdfa`, `h-card`, `vcard` or `api`.")
    retrieved_at: datetime = pushdown.column("When it was read.")


@pushdown.type(models.DiscoveredProfile)
class DiscoveredProfile(pushdown.Node):
    """A person on one platform, as a discovery job found them."""

    job = pushdown.one("job", "The job that found it.")
    platform: models.Platform = pushdown.column("Where it was found.")
    handle: str = pushdown.column("The account's name on its platform; within a job it is there once.")
    profile_url: URL = pushdown.column("The address of the profile.")
    display_name: str = pushdown.column("The person's name.")
    bio: str | None = pushdown.column("What the person says about themself.")
    role: str | None = pushdown.column("What the person does.")
    company: str | None = pushdown.column("For whom the person works.")
    email: EmailAddress | None = pushdown.column("The e-mail address.")
    phone: str | None = pushdown.column("The telephone number in E.164 form: `+351210000000`.")
    website: URL | None = pushdown.column("The person's own site.")
    location: str | None = pushdown.column("Where the person is.")
    followers: int | None = pushdown.column("How many people follow the account.")
    last_active_at: datetime | None = pushdown.column("When the person was last seen active.")
    links: list[URL] = pushdown.column("Further addresses of the same person.")
    match_score: float = pushdown.column("How well the profile meets the job's criteria, 0 to 1.")
    match_reasons: list[MatchReason] = pushdown.embedded_list("The reasons the score is made of, one a criterion.")
    provenance: list[FieldProvenance] = pushdown.embedded_list("Where each value comes from.")
    discovered_at: datetime = pushdown.column("When it was found first.")
    lead = pushdown.one("lead", "The lead it has become; null until it is converted.", nullable=True)
