/** An operation for every part of the product, to begin with. A test holds them against the schema. */

export type Example = { part: string; name: string; query: string; variables?: Record<string, unknown> };

export const EXAMPLES: Example[] = [
  {
    part: "Find",
    name: "What sources can do here",
    query: `query Sources {
  sources {
    platform
    available
    reasonUnavailable
    capabilities { description searches looksUp requiredCriteria }
  }
}`,
  },
  {
    part: "Find",
    name: "Campaigns with their jobs",
    query: `query Campaigns {
  campaigns(first: 10) {
    nodes {
      id
      name
      status
      discoveryJobs(first: 3) { nodes { id name status profileCount } }
      leads { totalCount }
    }
  }
}`,
  },
  {
    part: "Find",
    name: "Create a campaign",
    query: `mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign { id name }
    userErrors { field message code }
  }
}`,
    variables: { input: { name: "Harbour software teams", targetNiche: "software teams" } },
  },
  {
    part: "Find",
    name: "Run a discovery job",
    query: `mutation RunJob($id: ID!) {
  runDiscoveryJob(input: { id: $id }) {
    discoveryJob { id status }
    userErrors { field message code }
  }
}`,
    variables: { id: "" },
  },
  {
    part: "Find",
    name: "Watch a discovery job",
    query: `subscription WatchJob($id: ID!, $after: String) {
  discoveryJob(id: $id, after: $after) {
    sequence
    discoveryJob {
      status
      profileCount
      sourceRuns { platform status profilesFound requestsMade retryAt error }
    }
  }
}`,
    variables: { id: "" },
  },
  {
    part: "Find",
    name: "Who was found, and why they match",
    query: `query Profiles($job: ID!) {
  discoveryJob(id: $job) {
    profiles(first: 20, filter: { converted: false }) {
      nodes {
        id
        displayName
        role
        company
        matchScore
        matchReasons { criterion score weight evidence }
        provenance { field method sourceUrl }
      }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
}`,
    variables: { job: "" },
  },
  {
    part: "Find",
    name: "Make leads of profiles",
    query: `mutation Convert($input: ConvertProfilesInput!) {
  convertProfiles(input: $input) {
    results { profileId outcome duplicateKey lead { id name } }
    userErrors { field message code }
  }
}`,
    variables: { input: { jobId: "", profileIds: [] } },
  },
  {
    part: "Pipeline",
    name: "The funnel",
    query: `query Funnel {
  pipeline {
    total
    conversionRate
    stages { stage count enteredLast7Days medianDaysInStage }
    conversions { from to count rate }
  }
}`,
  },
  {
    part: "Pipeline",
    name: "Search leads",
    query: `query Leads($search: String) {
  leads(first: 20, filter: { search: $search }, orderBy: { field: CREATED_AT, direction: DESC }) {
    nodes { id name role company stage score version lastContactedAt }
    pageInfo { endCursor hasNextPage }
    totalCount
  }
}`,
    variables: { search: null },
  },
  {
    part: "Pipeline",
    name: "Move a lead",
    query: `mutation Move($input: UpdateLeadStageInput!) {
  updateLeadStage(input: $input) {
    lead { id stage version }
    userErrors { field message code }
  }
}`,
    variables: { input: { leadId: "", stage: "CONTACTED", expectedVersion: 1 } },
  },
  {
    part: "Pipeline",
    name: "Log a call",
    query: `mutation Log($input: LogContactEventInput!) {
  logContactEvent(input: $input) {
    contactEvent { id occurredAt lead { id stage } }
    userErrors { field message code }
  }
}`,
    variables: { input: { leadId: "", channel: "PHONE", direction: "OUTBOUND", summary: "Wants a demo" } },
  },
  {
    part: "Pipeline",
    name: "A lead with its timeline",
    query: `query Lead($id: ID!) {
  lead(id: $id) {
    name
    stage
    timeline(first: 20) {
      nodes {
        occurredAt
        item {
          __typename
          ... on StageChange { from to reason }
          ... on ContactEvent { channel direction summary }
          ... on Appointment { title status startsAt }
        }
      }
    }
  }
}`,
    variables: { id: "" },
  },
  {
    part: "Pipeline",
    name: "Watch leads change",
    query: `subscription WatchLeads($after: String) {
  leads(after: $after) { sequence kind leadId lead { name stage } }
}`,
  },
  {
    part: "Pipeline",
    name: "Import a file that was sent to /uploads",
    query: `mutation Import($input: ImportLeadsInput!) {
  importLeads(input: $input) {
    leadImport { id status }
    userErrors { field message code }
  }
}`,
    variables: { input: { campaignId: "", uploadToken: "", dryRun: true } },
  },
  {
    part: "Pipeline",
    name: "Watch an import",
    query: `subscription WatchImport($id: ID!, $after: String) {
  leadImport(id: $id, after: $after) {
    sequence
    leadImport { status rowsRead rowsTotal createdCount updatedCount rejectedCount }
  }
}`,
    variables: { id: "" },
  },
  {
    part: "Appointments",
    name: "A host's free times",
    query: `query FreeSlots($host: String!, $from: DateTime!, $to: DateTime!) {
  freeSlots(host: $host, durationMinutes: 30, from: $from, to: $to) { startsAt endsAt }
}`,
    variables: { host: "", from: "2030-01-07T00:00:00Z", to: "2030-01-12T00:00:00Z" },
  },
  {
    part: "Appointments",
    name: "Book",
    query: `mutation Book($input: CreateAppointmentInput!) {
  createAppointment(input: $input) {
    appointment { id startsAt timeZone }
    userErrors { field message code }
  }
}`,
    variables: {
      input: {
        leadId: "",
        title: "First call",
        host: "Ines",
        startsAtLocal: "2030-01-07T10:00:00",
        timeZone: "Europe/Lisbon",
        durationMinutes: 30,
      },
    },
  },
  {
    part: "Outreach",
    name: "Write a template",
    query: `mutation Template($input: CreateMessageTemplateInput!) {
  createMessageTemplate(input: $input) {
    messageTemplate { id name version }
    userErrors { field message code }
  }
}`,
    variables: {
      input: { name: "Hello", channel: "EMAIL", subject: "A question", body: "Hello {{ lead.name }}," },
    },
  },
  {
    part: "Outreach",
    name: "What was sent, and what not",
    query: `query Messages {
  outreachMessages(first: 20) {
    nodes {
      status
      scheduledFor
      sentAt
      error
      lead { name }
      decision { verdict rule nextEligibleAt checks { rule passed detail } }
    }
  }
}`,
  },
  {
    part: "Safety",
    name: "Limits and what is used up",
    query: `query Safety {
  safetySettings {
    version
    outreachPaused
    channels { channel maxPerDay limitToday sentToday reservedToday remainingToday }
    sendWindow { days start end timeZone }
  }
}`,
  },
  {
    part: "Safety",
    name: "Watch what is used up",
    query: `subscription Usage {
  safetyUsage { outreachPaused channels { channel sentToday reservedToday remainingToday } }
}`,
  },
  {
    part: "Safety",
    name: "Stop all outreach",
    query: `mutation Stop($reason: String) {
  pauseOutreach(input: { reason: $reason }) {
    safetySettings { outreachPaused pausedBy }
    userErrors { field message code }
  }
}`,
    variables: { reason: "Trying the emergency stop" },
  },
  {
    part: "Safety",
    name: "Suppress addresses",
    query: `mutation Suppress($input: AddSuppressionsInput!) {
  addSuppressions(input: $input) {
    results { value outcome message }
    userErrors { field message code }
  }
}`,
    variables: { input: { entries: [{ kind: "EMAIL", value: "nobody@mail.example" }], reason: "Asked for it" } },
  },
  {
    part: "Activity and access",
    name: "What happened last",
    query: `query Activity {
  activity(first: 20) { nodes { kind actor occurredAt detail } }
}`,
  },
  {
    part: "Activity and access",
    name: "Watch everything",
    query: `subscription Everything($after: String) {
  activity(after: $after) { sequence kind actor occurredAt }
}`,
  },
  {
    part: "Activity and access",
    name: "Who am I?",
    query: `query Viewer {
  viewer { name role expiresAt }
}`,
  },
  {
    part: "Activity and access",
    name: "Make a token",
    query: `mutation Token($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    secret
    apiToken { id name role expiresAt }
    userErrors { field message code }
  }
}`,
    variables: { input: { name: "Newsletter import", role: "OPERATOR", days: 90 } },
  },
];
