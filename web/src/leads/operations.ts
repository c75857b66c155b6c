import { graphql } from "../graphql";

export const LEAD_FACTS = graphql(`
  fragment LeadFacts on Lead {
    id
    version
    name
    owner
    tags
    doNotContact
    email
    phone
    company
    role
    location
    timeZone
    website
    notes
    provenance { field method sourceUrl retrievedAt }
  }
`);

export const LEAD = graphql(`
  query Lead($id: ID!) {
    lead(id: $id) {
      ...LeadFacts
      stage
      stageEnteredAt
      score
      bio
      followers
      source
      createdAt
      lastContactedAt
      lastRepliedAt
      campaign { id name outreachLive }
      profiles { id platform handle profileUrl }
      appointments(first: 10, filter: { status: { eq: SCHEDULED } }) {
        nodes { ...AppointmentLine }
      }
      enrolments {
        id
        status
        stopReason
        preview
        endedAt
        sequence { id channel steps { number } }
        messages { id step status scheduledFor sentAt error }
      }
      replies(first: 5) {
        nodes { id kind intent channel subject text receivedAt }
        totalCount
      }
      merges(first: 5) {
        nodes { id actor mergedAt undoneAt absorbed { leadId name } }
      }
    }
  }
`);

export const TIMELINE = graphql(`
  query Timeline($id: ID!, $after: String) {
    lead(id: $id) {
      id
      timeline(first: 20, after: $after) {
        nodes {
          occurredAt
          item {
            __typename
            ... on StageChange { from to reason actor }
            ... on ContactEvent { id channel direction summary ours: actor }
            ... on Appointment { id title status startsAt timeZone cancelReason }
            ... on LeadMerge { id actor absorbed { name } undoneAt }
            ... on LeadImportRow { id number outcome leadImport { id filename } }
          }
        }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`);

export const LEAD_CHANGES = graphql(`
  subscription LeadChanges($campaignId: ID, $after: String) {
    leads(campaignId: $campaignId, after: $after) { sequence leadId kind }
  }
`);

export const LOG_CONTACT = graphql(`
  mutation LogContact($input: LogContactEventInput!) {
    logContactEvent(input: $input) {
      contactEvent { id lead { id lastContactedAt lastRepliedAt stage version } }
      userErrors { field message }
    }
  }
`);

export const UPDATE_LEAD = graphql(`
  mutation UpdateLead($input: UpdateLeadInput!) {
    updateLead(input: $input) {
      lead {
        ...LeadFacts
      }
      userErrors { field message code }
    }
  }
`);

export const ASSIGN_LEAD = graphql(`
  mutation AssignLead($input: AssignLeadInput!) {
    assignLead(input: $input) {
      lead { ...LeadFacts }
      userErrors { field message code }
    }
  }
`);

export const TAG_LEAD = graphql(`
  mutation TagLead($input: TagLeadsInput!) {
    tagLeads(input: $input) {
      results { outcome message lead { id version tags } }
      userErrors { field message }
    }
  }
`);

export const UNDO_MERGE = graphql(`
  mutation UndoMerge($id: ID!) {
    undoMerge(input: { mergeId: $id }) {
      lead { ...LeadFacts }
      merge { id undoneAt }
      userErrors { field message }
    }
  }
`);

export const DELETE_LEAD = graphql(`
  mutation DeleteLead($id: ID!) {
    deleteLeads(input: { leadIds: [$id] }) {
      results { leadId outcome message }
      userErrors { field message }
    }
  }
`);

export const DECISION = graphql(`
  query Decision($leadId: ID!, $channel: Channel!) {
    safetyDecision(leadId: $leadId, channel: $channel) {
      allowed
      verdict
      rule
      nextEligibleAt
      checks { rule passed detail }
    }
  }
`);

export const STOP_FOR_LEAD = graphql(`
  mutation StopForLead($id: ID!, $reason: String) {
    stopOutreach(input: { leadIds: [$id], reason: $reason }) {
      stopped
      userErrors { field message }
    }
  }
`);
