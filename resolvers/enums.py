"""The enums of the domain as the schema shows them, every value described."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, cast

import strawberry

import models
from services.conversion import ConversionOutcome
from services.errors import ErrorCode
from services.imports import ImportField, ImportKey
from services.leads.results import BulkOutcome
from services.matching import Criterion
from services.merges import EvidenceKind, MergeField
from services.suppressions import SuppressionOutcome


def describe(enum: type[Enum], name: str, description: str, values: Mapping[str, str]) -> None:
    """Publish an enum under a name. Raises ValueError unless exactly its members are described."""
    if set(values) != set(enum.__members__):
        raise ValueError(f"{name}: described are {sorted(values)}, members are {sorted(enum.__members__)}")
    strawberry.enum(enum, name=name, description=description)
    for value in cast(Any, enum).__strawberry_definition__.values:
        value.description = values[value.name]


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
    models.Channel,
    "Channel",
    "By what means people are spoken to.",
    {
        "EMAIL": "E-mail.",
        "LINKEDIN": "A message on LinkedIn.",
        "TWITTER": "A message on X.",
        "INSTAGRAM": "A message on Instagram.",
        "PHONE": "A telephone call or a text message.",
        "OTHER": "Anything else, such as a letter or a meeting.",
    },
)
describe(
    models.ContactDirection,
    "ContactDirection",
    "Who spoke.",
    {
        "INBOUND": "The lead wrote or called.",
        "OUTBOUND": "We wrote or called.",
    },
)
describe(
    models.AppointmentStatus,
    "AppointmentStatus",
    "What became of an appointment.",
    {
        "SCHEDULED": "It stands.",
        "COMPLETED": "It took place.",
        "CANCELLED": "It was called off.",
        "NO_SHOW": "The lead did not come.",
    },
)
describe(
    models.ActivityKind,
    "ActivityKind",
    "What happened.",
    {
        "CAMPAIGN_CREATED": "A campaign was created.",
        "CAMPAIGN_UPDATED": "A campaign was changed.",
        "DISCOVERY_JOB_CREATED": "A discovery job was created.",
        "DISCOVERY_JOB_QUEUED": "A run of a discovery job was asked for.",
        "DISCOVERY_JOB_STARTED": "A worker took a discovery job up, or over from another worker.",
        "DISCOVERY_JOB_PROGRESSED": "A source of a running job found people, made requests, or changed its status.",
        "DISCOVERY_JOB_COMPLETED": "A discovery job ended as DONE.",
        "DISCOVERY_JOB_FAILED": "A discovery job ended as FAILED.",
        "DISCOVERY_JOB_CANCELLED": "A discovery job was cancelled.",
        "PROFILES_CONVERTED": "Profiles of a discovery job were converted to leads.",
        "LEAD_CREATED": "A lead was created.",
        "LEAD_UPDATED": "A lead was changed.",
        "LEAD_DELETED": "A lead was deleted, or became part of another by a merge.",
        "LEAD_STAGE_CHANGED": "A lead went to another stage of the funnel.",
        "LEADS_MERGED": "Leads which are one person were merged into this one.",
        "MERGE_UNDONE": "A merge was undone.",
        "CONTACT_EVENT_LOGGED": "A message or a call was noted.",
        "CONTACT_EVENT_UPDATED": "The note of a message or a call was changed.",
        "CONTACT_EVENT_DELETED": "The note of a message or a call was deleted.",
        "APPOINTMENT_CREATED": "An appointment was made.",
        "APPOINTMENT_UPDATED": "An appointment's title, place or notes were changed.",
        "APPOINTMENT_RESCHEDULED": "An appointment was moved to another time or host.",
        "APPOINTMENT_CANCELLED": "An appointment was called off.",
        "APPOINTMENT_COMPLETED": "An appointment took place.",
        "APPOINTMENT_MISSED": "A lead did not come to an appointment.",
        "HOST_CREATED": "A host of appointments was added.",
        "HOST_UPDATED": "A host's name, time zone or working hours were changed.",
        "CALENDAR_FEED_OPENED": "A host's calendar feed got a new address.",
        "CALENDAR_FEED_REVOKED": "A host's calendar feed was closed.",
        "LEAD_IMPORT_CREATED": "An import of leads was asked for.",
        "LEAD_IMPORT_STARTED": "A worker took an import up, or over from another worker.",
        "LEAD_IMPORT_PROGRESSED": "An import has dealt with more rows.",
        "LEAD_IMPORT_COMPLETED": "An import has dealt with all rows.",
        "LEAD_IMPORT_FAILED": "An import ended because its file cannot be read.",
        "LEAD_IMPORT_CANCELLED": "An import was cancelled.",
        "LEADS_EXPORTED": "Leads were exported.",
        "SUPPRESSIONS_ADDED": "Suppressions were added, or made to last longer.",
        "SUPPRESSION_REMOVED": "A suppression was removed.",
        "SAFETY_SETTINGS_UPDATED": "The safety settings were changed, or an earlier version restored.",
        "OUTREACH_PAUSED": "All sending was stopped.",
        "OUTREACH_RESUMED": "Sending was allowed again.",
        "MESSAGE_TEMPLATE_CREATED": "A message template was created.",
        "MESSAGE_TEMPLATE_UPDATED": "A message template was changed.",
        "MESSAGE_TEMPLATE_DELETED": "A message template was deleted.",
        "OUTREACH_SCHEDULED": "Leads were enrolled in a sequence of messages.",
        "OUTREACH_STOPPED": "Nothing more of a sequence is sent to a lead.",
        "OUTREACH_MESSAGE_SCHEDULED": "A message got a time at which it may go out.",
        "OUTREACH_MESSAGE_SENT": "A message was sent.",
        "OUTREACH_MESSAGE_PREVIEWED": "A message was kept as a preview, because live sending is off.",
        "OUTREACH_MESSAGE_FAILED": "A message could not be delivered.",
        "OUTREACH_MESSAGE_SKIPPED": "A message was not sent, because a rule forbids it.",
        "OUTREACH_MESSAGE_UNKNOWN": "Whether a message went out is not known: a person has to settle it.",
        "OUTREACH_MESSAGE_SETTLED": "A person said whether a message went out.",
        "OUTREACH_TASK_CREATED": "A message waits for a person to send it.",
        "OUTREACH_TASK_COMPLETED": "A person sent a message, or decided not to.",
        "REPLY_RECORDED": "A message came back from a lead.",
    },
)
describe(
    models.ImportFormat,
    "ImportFormat",
    "What a file of leads is written in.",
    {
        "CSV": "A table, as spreadsheets write it: a line with the columns' names, then a row for each lead.",
        "VCARD": "vCards, as address books write them.",
        "JSON_LINES": "A JSON object a line.",
    },
)
describe(
    models.ExportFormat,
    "ExportFormat",
    "What exported leads are written in.",
    {
        "CSV": "A table which spreadsheets read: comma-separated, UTF-8 with a mark.",
        "JSON_LINES": "A JSON object a line, values as they are.",
    },
)
describe(
    models.LeadImportStatus,
    "LeadImportStatus",
    "Where an import stands.",
    {
        "PENDING": "Waiting for a worker.",
        "RUNNING": "A worker is on it.",
        "DONE": "All rows have been dealt with, those which were rejected included.",
        "FAILED": "The file could not be read; `errorMessage` says why.",
        "CANCELLED": "Ended on request; what was imported stays.",
    },
)
describe(
    models.ImportOutcome,
    "ImportOutcome",
    "What became of a row.",
    {
        "CREATED": "A new lead.",
        "UPDATED": "A lead was changed.",
        "UNCHANGED": "The lead has it all already.",
        "REJECTED": "Nothing, because something in the row is wrong; `problems` say what.",
    },
)
describe(
    ImportField,
    "ImportField",
    "What a column of a file can fill.",
    {
        "NAME": "The whole name.",
        "FIRST_NAME": "The first name; becomes the name, together with the last one, where no column has the whole.",
        "LAST_NAME": "The last name.",
        "EMAIL": "The e-mail address.",
        "PHONE": "The telephone number.",
        "COMPANY": "For whom the person works.",
        "ROLE": "What the person does.",
        "LOCATION": "Where the person is.",
        "TIME_ZONE": "The person's time zone by its IANA name.",
        "WEBSITE": "The person's own site; may lack its `https://`.",
        "SCORE": "How well the lead matches: from 0 to 1, or per cent.",
        "STAGE": "The stage of a new lead. One which is there already stays in its stage.",
        "TAGS": "Labels, with commas, semicolons, bars or line breaks between them.",
        "NOTES": "Notes.",
        "OWNER": "Who of us is in charge.",
        "DO_NOT_CONTACT": "Whether the person must not be contacted: yes or no. No takes nothing back.",
        "EXTERNAL_ID": "The id which the program gave that the file comes from.",
        "LEAD_ID": "The lead's own id, as an export has it. An id of no lead of the campaign is passed over.",
    },
)
describe(
    ImportKey,
    "ImportKey",
    "By what a row is recognised as one of the campaign's leads.",
    {
        "EXTERNAL_ID": "The id which the program gave that the file comes from.",
        "EMAIL": "The e-mail address.",
        "PHONE": "The telephone number, of rows without external id, where name and e-mail address do not contradict.",
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
describe(
    ErrorCode,
    "UserErrorCode",
    "What is wrong with an input, for programs; the message is for people.",
    {
        "BLANK": "A text is empty or only white space.",
        "TOO_LONG": "A text is longer than allowed.",
        "EMPTY": "A list has no entries.",
        "TOO_MANY": "A list has more entries than allowed.",
        "REPEATED": "An entry stands in a list twice.",
        "OUT_OF_RANGE": "A number is too small or too large.",
        "MALFORMED": "A value does not have the form it must have.",
        "REQUIRED": "A value is missing.",
        "NOT_FOUND": "No object has this id.",
        "TAKEN": "Another object has this value, which must be unique.",
        "ALREADY_RUNNING": "The job is queued or running already.",
        "NOT_CANCELLABLE": "The job has ended.",
        "CAMPAIGN_NOT_ACTIVE": "The campaign is archived.",
        "CONFLICT": "Somebody changed the object meanwhile; the payload shows it as it is now.",
        "REOPEN_REQUIRED": "The lead is WON or LOST, and leaves that stage only with `reopen`.",
        "OVERLAPPING": "The lead or the host has another appointment at this time, or the time is held.",
        "IN_THE_PAST": "The time has passed.",
        "NOT_SCHEDULED": "The appointment is not SCHEDULED any more.",
        "NONEXISTENT_TIME": "Clocks are put forward at this time, so no clock ever shows it.",
        "KEY_REUSED": "Something else was done under this idempotency key before.",
        "NOT_UNDOABLE": "The merge was undone before, or later changes stand in the way.",
        "OTHER_CAMPAIGN": "The lead belongs to another campaign than the others.",
        "SUPPRESSED": "Nothing may be sent to the person, who therefore does not become a lead.",
    },
)
describe(
    models.SuppressionKind,
    "SuppressionKind",
    "What a suppression is of.",
    {
        "EMAIL": "An e-mail address.",
        "DOMAIN": "A domain, with everything below it: all e-mail addresses there.",
        "PHONE": "A telephone number.",
        "HANDLE": "An account on a platform, written `TWITTER:ana`.",
        "LEAD": "A lead, by whatever it may be reached.",
    },
)
describe(
    models.SuppressionSource,
    "SuppressionSource",
    "How a suppression came about.",
    {
        "MANUAL": "A person entered it.",
        "IMPORT": "It stood in an imported list.",
        "UNSUBSCRIBE": "The person unsubscribed.",
        "BOUNCE": "Mail to the address cannot be delivered.",
        "REPLY": "The person asked for it in an answer.",
        "ERASURE": "The person was erased, and only a keyed hash is left.",
    },
)
describe(
    SuppressionOutcome,
    "SuppressionOutcome",
    "What became of an entry that was to be suppressed.",
    {
        "ADDED": "It is suppressed now, or for longer than before.",
        "ALREADY": "It was suppressed before, for at least as long.",
        "REFUSED": "It is nothing of its kind; `code` and `message` say why.",
    },
)
