// The root fields: one SELECT each, of the columns which the selection names.
import { rows } from './mercurius-database.js'
import { leadColumns, leadProjection, leadsProjection } from './mercurius-projections.js'

const STAGES = ['NEW', 'CONTACTED', 'REPLIED', 'QUALIFIED', 'WON', 'LOST']
const DEFAULT_PAGE = 20
const LONGEST_PAGE = 100

function cursorOf (lead) {
  return Buffer.from(JSON.stringify([lead.createdAt, lead.id])).toString('base64')
}

async function leadRows (columns, size, after) {
  const order = 'ORDER BY created_at DESC, id DESC LIMIT'
  if (!after) return rows(`SELECT ${columns} FROM leads ${order} $1`, [size])
  const [createdAt, id] = JSON.parse(Buffer.from(after, 'base64').toString())
  return rows(`SELECT ${columns} FROM leads WHERE (created_at, id) < ($1, $2) ${order} $3`, [createdAt, id, size])
}

async function leads (_, { first, after }, context, info) {
  const wanted = leadsProjection(info)
  if (!wanted.page) return {}
  const size = Math.min(first ?? DEFAULT_PAGE, LONGEST_PAGE)
  const found = await leadRows(wanted.columns, wanted.pageInfo ? size + 1 : size, after)
  const nodes = found.length > size ? found.slice(0, size) : found
  const last = nodes.at(-1)
  const pageInfo = { hasNextPage: found.length > size, endCursor: wanted.pageInfo && last ? cursorOf(last) : null }
  return { nodes, pageInfo }
}

async function nodes (_, { ids }) {
  const keys = { Lead: [], DiscoveredProfile: [] }
  const places = ids.map((id) => id.split(':'))
  for (const [type, key] of places) keys[type]?.push(key)
  const [leads, profiles] = await Promise.all([
    rows('SELECT id, name, stage FROM leads WHERE id = ANY($1)', [keys.Lead]),
    rows('SELECT id, display_name AS "displayName" FROM discovered_profiles WHERE id = ANY($1)', [keys.DiscoveredProfile])
  ])
  const byKey = { Lead: new Map(), DiscoveredProfile: new Map() }
  for (const row of leads) byKey.Lead.set(row.id, row)
  for (const row of profiles) byKey.DiscoveredProfile.set(row.id, row)
  return places.map(([type, key]) => byKey[type]?.get(key) ?? null)
}

async function pipeline (_, { campaignId }) {
  const found = await rows('SELECT stage, count(*)::int FROM leads WHERE campaign_id = $1 GROUP BY stage', [campaignId])
  const counts = new Map(found.map((row) => [row.stage, row.count]))
  const stages = STAGES.map((stage) => ({ stage, count: counts.get(stage) ?? 0 }))
  return { stages, total: stages.reduce((sum, { count }) => sum + count, 0) }
}

export const resolvers = {
  Query: {
    campaign: async (_, { id }) => (await rows('SELECT id, name FROM campaigns WHERE id = $1', [id]))[0],
    lead: async (_, { id }, context, info) =>
      (await rows(`SELECT ${leadColumns(leadProjection(info))} FROM leads WHERE id = $1`, [id]))[0],
    leads,
    nodes,
    pipeline
  },
  LeadConnection: {
    totalCount: async () => (await rows('SELECT count(*)::int FROM leads', []))[0].count
  },
  Node: {
    resolveType: (row) => ('displayName' in row ? 'DiscoveredProfile' : 'Lead')
  }
}
