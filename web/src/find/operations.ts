import { graphql } from "../graphql";

export const SOURCES = graphql(`
  query Sources {
    sources {
      platform
      available
      reasonUnavailable
      capabilities { description searches looksUp requiredCriteria platformCriteria }
    }
  }
`);

export const JOB_LINE = graphql(`
  fragment JobLine on DiscoveryJob {
    id
    name
    status
    profileCount
    createdAt
    queuedAt
    startedAt
    completedAt
    errorMessage
    sourceRuns {
      platform
      status
      profilesFound
      profilesRejected
      requestsMade
      retryAt
      startedAt
      completedAt
      error
    }
  }
`);

export const JOBS = graphql(`
  query Jobs($filter: DiscoveryJobFilter, $after: String) {
    discoveryJobs(first: 30, after: $after, filter: $filter, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { ...JobLine campaign { id name } }
      pageInfo { endCursor hasNextPage }
      totalCount
    }
  }
`);

export const JOB = graphql(`
  query Job($id: ID!) {
    discoveryJob(id: $id) {
      ...JobLine
      criteria {
        platforms keywords location roleContains minFollowers recentActivityDays seedUrls usernames maxProfiles
      }
    }
  }
`);

export const JOB_GOES_ON = graphql(`
  subscription JobGoesOn($id: ID!, $after: String) {
    discoveryJob(id: $id, after: $after) { sequence discoveryJob { ...JobLine } }
  }
`);

export const CREATE_JOB = graphql(`
  mutation CreateJob($input: CreateDiscoveryJobInput!) {
    createDiscoveryJob(input: $input) {
      discoveryJob { ...JobLine }
      userErrors { field message code }
    }
  }
`);

export const RUN_JOB = graphql(`
  mutation RunJob($id: ID!) {
    runDiscoveryJob(input: { id: $id }) {
      discoveryJob { ...JobLine }
      userErrors { field message }
    }
  }
`);

export const CANCEL_JOB = graphql(`
  mutation CancelJob($id: ID!) {
    cancelDiscoveryJob(input: { id: $id }) {
      discoveryJob { ...JobLine }
      userErrors { field message }
    }
  }
`);

export const PROFILES = graphql(`
  query Profiles($job: ID!, $filter: DiscoveredProfileFilter, $orderBy: DiscoveredProfileOrder, $after: String) {
    discoveryJob(id: $job) {
      id
      profiles(first: 100, after: $after, filter: $filter, orderBy: $orderBy) {
        nodes {
          id
          displayName
          handle
          platform
          profileUrl
          role
          company
          location
          followers
          lastActiveAt
          discoveredAt
          matchScore
          matchReasons { criterion weight score evidence }
          lead { id name stage }
        }
        pageInfo { endCursor hasNextPage }
        totalCount
      }
    }
  }
`);

export const PROFILE_IDS = graphql(`
  query ProfileIds($job: ID!, $filter: DiscoveredProfileFilter, $after: String) {
    discoveryJob(id: $job) {
      id
      profiles(first: 100, after: $after, filter: $filter) {
        nodes { id }
        pageInfo { endCursor hasNextPage }
      }
    }
  }
`);

export const PROFILE_FACTS = graphql(`
  fragment ProfileFacts on DiscoveredProfile {
    id
    displayName
    handle
    platform
    profileUrl
    bio
    role
    company
    location
    email
    phone
    website
    followers
    lastActiveAt
    discoveredAt
    links
    matchScore
    matchReasons { criterion weight score evidence }
    provenance { field method sourceUrl retrievedAt }
    lead { id name stage }
  }
`);

export const PROFILE = graphql(`
  query Profile($id: ID!) {
    node(id: $id) { ...ProfileFacts }
  }
`);

export const CONVERT = graphql(`
  mutation ConvertProfiles($input: ConvertProfilesInput!) {
    convertProfiles(input: $input) {
      results { profileId outcome duplicateKey lead { id name stage } }
      userErrors { field message }
    }
  }
`);
