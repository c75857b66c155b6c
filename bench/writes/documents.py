"""The documents by their operation's name: the same writing and the same selections, in the two schemas."""

OWN = {
    "Log": """mutation Log($input: LogContactEventInput!) { logContactEvent(input: $input) {
  contactEvent { id channel direction summary occurredAt lead { id stage lastContactedAt } }
  userErrors { field code message }
} }""",
    "Move": """mutation Move($input: UpdateLeadStageInput!) { updateLeadStage(input: $input) {
  lead { id name stage updatedAt }
  userErrors { field code message }
} }""",
}

POSTGRAPHILE = {
    "Log": """mutation Log($input: CreateContactEventInput!) { createContactEvent(input: $input) {
  contactEvent { id: rowId channel direction summary occurredAt lead: leadByLeadId { id: rowId stage lastContactedAt } }
} }""",
    "Move": """mutation Move($input: UpdateLeadByRowIdInput!) { updateLeadByRowId(input: $input) {
  lead { id: rowId name stage updatedAt }
} }""",
}
