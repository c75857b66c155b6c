"""The documents by their operation's name: the same selections, in the two schemas in which they are answered.

All but PostGraphile have our schema's shapes. PostGraphile makes its schema from the tables; aliases give its answers
the same response keys, so that all answers can be compared.
"""

OWN = {
    "Page": """query Page($first: Int!) { leads(first: $first) { nodes {
  id name email stage score createdAt
  campaign { id name }
  contactEvents(first: 3) { nodes { id channel direction summary occurredAt } }
  appointments(first: 3) { nodes { id title status startsAt } }
} } }""",
    "Point": "query Point($id: ID!) { lead(id: $id) { id name email stage createdAt campaign { id name } } }",
    "Wide": """query Wide($first: Int!) { leads(first: $first) { nodes {
  id name email phone company role location timeZone website source stage score doNotContact createdAt updatedAt
} } }""",
    "Deep": """query Deep($id: ID!) { campaign(id: $id) { id name
  discoveryJobs(first: 5) { nodes { id name
    profiles(first: 10) { nodes { id displayName matchScore
      lead { id name stage contactEvents(first: 3) { nodes { id channel summary occurredAt } } }
    } }
  } }
} }""",
    "Pipeline": "query Pipeline($id: ID!) { pipeline(campaignId: $id) { total stages { stage count } } }",
    "Count": "query Count { leads { totalCount } }",
    "Nodes": """query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Lead { name stage } ... on DiscoveredProfile { displayName } }
}""",
    "Pages": """query Pages($first: Int!, $after: String) { leads(first: $first, after: $after) {
  nodes { id name createdAt } pageInfo { hasNextPage endCursor }
} }""",
}

_LATEST = "orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]"
_EVENTS = "contactEvents: contactEventsByLeadId(first: 3, orderBy: [OCCURRED_AT_DESC, PRIMARY_KEY_DESC])"
POSTGRAPHILE = {
    "Page": f"""query Page($first: Int!) {{ leads: allLeads(first: $first, {_LATEST}) {{ nodes {{
  id: rowId name email stage score createdAt
  campaign: campaignByCampaignId {{ id: rowId name }}
  {_EVENTS} {{ nodes {{ id: rowId channel direction summary occurredAt }} }}
  appointments: appointmentsByLeadId(first: 3, orderBy: [STARTS_AT_DESC, PRIMARY_KEY_DESC]) {{
    nodes {{ id: rowId title status startsAt }}
  }}
}} }} }}""",
    "Point": """query Point($id: BigInt!) { lead: leadByRowId(rowId: $id) {
  id: rowId name email stage createdAt campaign: campaignByCampaignId { id: rowId name }
} }""",
    "Wide": f"""query Wide($first: Int!) {{ leads: allLeads(first: $first, {_LATEST}) {{ nodes {{
  id: rowId name email phone company role location timeZone website source stage score doNotContact createdAt updatedAt
}} }} }}""",
    "Deep": f"""query Deep($id: BigInt!) {{ campaign: campaignByRowId(rowId: $id) {{ id: rowId name
  discoveryJobs: discoveryJobsByCampaignId(first: 5, {_LATEST}) {{ nodes {{ id: rowId name
    profiles: discoveredProfilesByJobId(first: 10, orderBy: [MATCH_SCORE_DESC, PRIMARY_KEY_DESC]) {{
      nodes {{ id: rowId displayName matchScore
        lead: leadByLeadId {{ id: rowId name stage {_EVENTS} {{ nodes {{ id: rowId channel summary occurredAt }} }} }}
      }}
    }}
  }} }}
}} }}""",
    "Pipeline": "query Pipeline($id: BigInt!) { pipeline(campaignId: $id) { total stages { stage count } } }",
    "Count": "query Count { leads: allLeads { totalCount } }",
    "Nodes": """query Nodes($leads: [BigInt!]!, $profiles: [BigInt!]!) {
  leads: leadsByRowIds(rowIds: $leads) { name stage }
  profiles: discoveredProfilesByRowIds(rowIds: $profiles) { displayName }
}""",
    "Pages": f"""query Pages($first: Int!, $after: Cursor) {{
  leads: allLeads(first: $first, after: $after, {_LATEST}) {{
    nodes {{ id: rowId name createdAt }} pageInfo {{ hasNextPage endCursor }}
  }}
}}""",
}
