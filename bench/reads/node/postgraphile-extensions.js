// What PostGraphile's own schema lacks of the comparison, written as its documentation shows: batches by keys, which
// grafast reads with one statement a table, and a campaign's pipeline with one statement.
import { each, loadOne } from 'postgraphile/grafast'
import { extendSchema, gql } from 'postgraphile/utils'

const STAGES = ['NEW', 'CONTACTED', 'REPLIED', 'QUALIFIED', 'WON', 'LOST']
const COUNTS = 'SELECT campaign_id, stage, count(*)::int FROM leads WHERE campaign_id = ANY($1::bigint[]) GROUP BY 1, 2'

function pipelineOf (rows) {
  const counts = new Map(rows.map((row) => [row.stage, row.count]))
  const stages = STAGES.map((stage) => ({ stage, count: counts.get(stage) ?? 0 }))
  return { stages, total: stages.reduce((sum, { count }) => sum + count, 0) }
}

export const extensions = extendSchema((build) => {
  const { leads, discovered_profiles: profiles } = build.input.pgRegistry.pgResources
  const executor = leads.executor

  async function pipelines (campaignIds, { shared: context }) {
    const { rows } = await context.withPgClient(context.pgSettings, (client) =>
      client.query({ text: COUNTS, values: [campaignIds], name: 'pipelines' }))
    return campaignIds.map((id) => pipelineOf(rows.filter((row) => row.campaign_id === id)))
  }

  return {
    typeDefs: gql`
      extend type Query {
        leadsByRowIds(rowIds: [BigInt!]!): [Lead]!
        discoveredProfilesByRowIds(rowIds: [BigInt!]!): [DiscoveredProfile]!
        pipeline(campaignId: BigInt!): Pipeline!
      }
      type Pipeline { total: Int! stages: [PipelineStage!]! }
      type PipelineStage { stage: String! count: Int! }
    `,
    objects: {
      Query: {
        plans: {
          leadsByRowIds: (_, { $rowIds }) => each($rowIds, ($id) => leads.get({ id: $id })),
          discoveredProfilesByRowIds: (_, { $rowIds }) => each($rowIds, ($id) => profiles.get({ id: $id })),
          pipeline: (_, { $campaignId }) => loadOne($campaignId, { load: pipelines, shared: () => executor.context() })
        }
      }
    }
  }
})
