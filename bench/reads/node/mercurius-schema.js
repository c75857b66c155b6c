// As much of our schema as the comparison reads, in the same shapes.
export const schema = `
scalar DateTime

type Query {
  campaign(id: ID!): Campaign
  lead(id: ID!): Lead
  leads(first: Int, after: String): LeadConnection!
  nodes(ids: [ID!]!): [Node]!
  pipeline(campaignId: ID!): Pipeline!
}

interface Node { id: ID! }

type PageInfo { hasNextPage: Boolean! endCursor: String }

type Campaign implements Node {
  id: ID!
  name: String!
  discoveryJobs(first: Int!): DiscoveryJobConnection!
}

type DiscoveryJob implements Node {
  id: ID!
  name: String!
  profiles(first: Int!): DiscoveredProfileConnection!
}

type DiscoveredProfile implements Node {
  id: ID!
  displayName: String!
  matchScore: Float!
  lead: Lead
}

type Lead implements Node {
  id: ID!
  name: String!
  email: String
  phone: String
  company: String
  role: String
  location: String
  timeZone: String
  website: String
  source: LeadSource!
  stage: LeadStage!
  score: Float
  doNotContact: Boolean!
  createdAt: DateTime!
  updatedAt: DateTime!
  campaign: Campaign!
  contactEvents(first: Int!): ContactEventConnection!
  appointments(first: Int!): AppointmentConnection!
}

type ContactEvent implements Node {
  id: ID!
  channel: Channel!
  direction: ContactDirection!
  summary: String!
  occurredAt: DateTime!
}

type Appointment implements Node {
  id: ID!
  title: String!
  status: AppointmentStatus!
  startsAt: DateTime!
}

type LeadConnection { nodes: [Lead!]! pageInfo: PageInfo! totalCount: Int! }
type DiscoveryJobConnection { nodes: [DiscoveryJob!]! }
type DiscoveredProfileConnection { nodes: [DiscoveredProfile!]! }
type ContactEventConnection { nodes: [ContactEvent!]! }
type AppointmentConnection { nodes: [Appointment!]! }

type Pipeline { total: Int! stages: [PipelineStage!]! }
type PipelineStage { stage: LeadStage! count: Int! }

enum LeadSource { DISCOVERY IMPORT MANUAL FORM }
enum LeadStage { NEW CONTACTED REPLIED QUALIFIED WON LOST }
enum Channel { EMAIL LINKEDIN TWITTER INSTAGRAM PHONE OTHER }
enum ContactDirection { INBOUND OUTBOUND }
enum AppointmentStatus { SCHEDULED COMPLETED CANCELLED NO_SHOW }
`
