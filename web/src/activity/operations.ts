import { graphql } from "../graphql";

export const ACTIVITY = graphql(`
  query ActivityLog($filter: ActivityFilter, $after: String) {
    activity(first: 50, after: $after, filter: $filter) {
      nodes { ...ActivityLine }
      pageInfo { endCursor hasNextPage }
    }
  }
`);

export const ACTIVITY_HAPPENS = graphql(`
  subscription ActivityHappens($after: String) {
    activity(after: $after) { id sequence kind }
  }
`);

export const ACTIVITY_LINE = graphql(`
  fragment ActivityLine on Activity {
    id
    kind
    actor
    occurredAt
    detail
    subject {
      __typename
      id
      ... on Lead { name }
      ... on Campaign { name }
      ... on DiscoveryJob { name campaign { id } }
      ... on Appointment { title lead { id name } }
      ... on Host { name }
      ... on LeadImport { filename }
      ... on MessageTemplate { name }
      ... on OutreachMessage { lead { id name } }
      ... on ApiToken { name }
    }
  }
`);
