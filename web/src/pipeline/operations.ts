import { graphql } from "../graphql";

export const LEAD_CARD = graphql(`
  fragment LeadCard on Lead {
    id
    name
    role
    company
    stage
    stageEnteredAt
    score
    owner
    doNotContact
    lastContactedAt
    version
  }
`);

export const BOARD = graphql(`
  query Board($campaignId: ID, $first: Int!) {
    pipeline(campaignId: $campaignId) {
      total
      stages { stage count leads(first: $first) { ...LeadCard } }
    }
  }
`);

export const FUNNEL = graphql(`
  query Funnel($campaignId: ID) {
    pipeline(campaignId: $campaignId) {
      total
      conversionRate
      stages { stage count enteredLast7Days medianDaysInStage }
      conversions { from to count rate }
    }
  }
`);

export const LEADS = graphql(`
  query Leads($filter: LeadFilter, $orderBy: LeadOrder, $after: String) {
    leads(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes { ...LeadCard location tags source createdAt lastRepliedAt campaign { id name } }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const LEAD_IDS = graphql(`
  query LeadIds($filter: LeadFilter, $after: String) {
    leads(first: 100, after: $after, filter: $filter) {
      nodes { id }
      pageInfo { endCursor hasNextPage }
    }
  }
`);

export const LEADS_CHANGE = graphql(`
  subscription LeadsChange($campaignId: ID, $after: String) {
    leads(campaignId: $campaignId, after: $after) {
      sequence
      kind
      leadId
      lead { ...LeadCard }
    }
  }
`);

export const BULK_STAGE = graphql(`
  mutation BulkStage($input: BulkUpdateLeadStageInput!) {
    bulkUpdateLeadStage(input: $input) {
      results { leadId outcome message lead { ...LeadCard } }
      userErrors { field message }
    }
  }
`);

export const TAG_LEADS = graphql(`
  mutation TagLeads($input: TagLeadsInput!) {
    tagLeads(input: $input) {
      results { leadId outcome message lead { id tags version } }
      userErrors { field message }
    }
  }
`);

export const DELETE_LEADS = graphql(`
  mutation DeleteLeads($input: DeleteLeadsInput!) {
    deleteLeads(input: $input) {
      results { leadId outcome message }
      userErrors { field message }
    }
  }
`);

export const EXPORT_LEADS = graphql(`
  mutation ExportLeads($input: ExportLeadsInput!) {
    exportLeads(input: $input) {
      leadCount
      url
      userErrors { field message }
    }
  }
`);

export const CREATE_LEAD = graphql(`
  mutation CreateLead($input: CreateLeadInput!) {
    createLead(input: $input) {
      lead { ...LeadCard }
      userErrors { field message code }
    }
  }
`);
