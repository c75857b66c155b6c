"""Of imports and exports."""

import models
from resolvers.enums.describing import describe
from services.imports import ImportField, ImportKey

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
