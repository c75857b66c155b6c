"""Of leads, and of merging them."""

import models
from resolvers.enums.describing import describe
from services.leads.results import BulkOutcome
from services.merges import EvidenceKind, MergeField

describe(
    models.LeadStage,
    "LeadStage",
    "The stages of the funnel, in their order.",
    {
        "NEW": "Not contacted yet.",
        "CONTACTED": "We wrote or called.",
        "REPLIED": "They answered.",
        "QUALIFIED": "They fit, and are interested.",
        "WON": "They became a client.",
        "LOST": "They will not become a client.",
    },
)
describe(
    models.LeadSource,
    "LeadSource",
    "How a lead came in.",
    {
        "DISCOVERY": "Converted from a discovered profile.",
        "IMPORT": "Imported from a file.",
        "MANUAL": "Entered by a person.",
        "FORM": "Filled in by the lead.",
    },
)
describe(
    models.IdentityKind,
    "IdentityKind",
    "What identifies a person within a campaign. A name never does.",
    {
        "HANDLE": "The account on a platform.",
        "PROFILE_URL": "The address of a profile page.",
        "EMAIL": "The e-mail address.",
        "PHONE": "The telephone number.",
        "EXTERNAL_ID": "The id which the program gave that a file of leads comes from.",
        "IMPORTED_ROW": "The whole row of an imported file, where it has nothing better.",
    },
)
describe(
    BulkOutcome,
    "BulkOutcome",
    "What became of one of the objects which a mutation names.",
    {
        "DONE": "It was changed as asked.",
        "UNCHANGED": "It was as asked already.",
        "REFUSED": "It could not be changed; `code` and `message` say why.",
    },
)
describe(
    MergeField,
    "MergeField",
    "A field of which a merge can be told whose value to take.",
    {
        "NAME": "The name.",
        "EMAIL": "The e-mail address.",
        "PHONE": "The telephone number.",
        "COMPANY": "For whom the person works.",
        "ROLE": "What the person does.",
        "LOCATION": "Where the person is.",
        "TIME_ZONE": "The time zone.",
        "WEBSITE": "The person's own site.",
        "BIO": "What the person says about themself.",
        "FOLLOWERS": "How many people follow the person's account.",
        "OWNER": "Who of us is in charge.",
        "TAGS": "The labels, instead of all of them.",
        "NOTES": "The notes, instead of all of them.",
    },
)
describe(
    EvidenceKind,
    "DuplicateEvidenceKind",
    "What leads which are probably one person have in common.",
    {
        "EMAIL": "The e-mail address.",
        "EMAIL_VARIANT": "The e-mail address but for dots, and what follows a plus.",
        "PROFILE": "A profile, which is one's own and to which the other links, or which is both their own.",
        "PHONE": "The telephone number.",
        "NAME": "The name, or nearly, and something else, such as the company.",
        "HANDLE": "The account's name, on several platforms.",
        "WEBSITE": "The web site.",
    },
)
