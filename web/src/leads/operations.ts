import { graphql } from "../graphql";

export const LEAD = graphql(`
  query Lead($id: ID!) {
    lead(id: $id) {
      id
      name
      stage
      stageEnteredAt
      version
      score
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
      bio
      notes
      followers
      source
      createdAt
      lastContactedAt
      lastRepliedAt
      campaign { id name outreachLive }
      provenance { field method sourceUrl retrievedAt }
      profiles { id platform handle profileUrl }
      appointments(first: 3, filter: { upcoming: true }) {
        nodes { id title startsAt endsAt timeZone status location host { id name timeZone } }
      }
      enrolments {
        id
        status
        stopReason
        preview
        sequence { id channel steps { number } }
        messages { id step status scheduledFor sentAt error }
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
            ... on Appointment { id title status startsAt timeZone }
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
        id name version owner tags doNotContact email phone company role location timeZone website notes
      }
      userErrors { field message code }
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
  mutation StopForLead($id: ID!) {
    stopOutreach(input: { leadIds: [$id] }) {
      stopped
      userErrors { field message }
    }
  }
`);
