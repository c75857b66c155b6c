// Relations: one SELECT for all parents of a level; n rows of each parent by LATERAL, through the relation's index.
// The loaders' own cache is off: it spells every parent out as JSON, which costs more than it saves here.
import { rows } from './mercurius-database.js'

function uncached (loader) {
  return { loader, opts: { cache: false } }
}

function one (table, columns, foreignKey) {
  const text = `SELECT ${columns} FROM ${table} WHERE id = ANY($1)`
  return uncached(async (queries) => {
    const keys = new Set()
    for (const { obj } of queries) if (obj[foreignKey] !== null) keys.add(obj[foreignKey])
    const found = new Map((await rows(text, [[...keys]])).map((row) => [row.id, row]))
    return queries.map(({ obj }) => found.get(obj[foreignKey]) ?? null)
  })
}

function firstOfEach (table, columns, foreignKey, order) {
  const text = `
    SELECT page.* FROM unnest($1::bigint[]) parent (key) CROSS JOIN LATERAL (
      SELECT ${columns}, ${foreignKey} AS parent FROM ${table} WHERE ${foreignKey} = parent.key
      ORDER BY ${order} DESC, id DESC LIMIT $2
    ) page`
  return uncached(async (queries) => {
    const most = queries.reduce((size, { params }) => Math.max(size, params.first), 0)
    const pages = new Map(queries.map(({ obj }) => [obj.id, []]))
    for (const row of await rows(text, [[...pages.keys()], most])) pages.get(row.parent).push(row)
    return queries.map(({ obj, params }) => ({ nodes: pages.get(obj.id).slice(0, params.first) }))
  })
}

export const loaders = {
  Lead: {
    campaign: one('campaigns', 'id, name', 'campaignId'),
    contactEvents: firstOfEach(
      'contact_events', 'id, channel, direction, summary, occurred_at AS "occurredAt"', 'lead_id', 'occurred_at'
    ),
    appointments: firstOfEach(
      'appointments', 'id, title, status, starts_at AS "startsAt"', 'lead_id', 'starts_at'
    )
  },
  Campaign: {
    discoveryJobs: firstOfEach('discovery_jobs', 'id, name', 'campaign_id', 'created_at')
  },
  DiscoveryJob: {
    profiles: firstOfEach(
      'discovered_profiles',
      'id, display_name AS "displayName", match_score AS "matchScore", lead_id AS "leadId"',
      'job_id',
      'match_score'
    )
  },
  DiscoveredProfile: {
    lead: one('leads', 'id, name, stage', 'leadId')
  }
}
