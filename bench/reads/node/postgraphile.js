// PostGraphile's usual preset and server, closed to writing unless a fourth argument opens it. The tags allow orderings
// which its preset leaves out because no index begins with these columns; ours begin with the parent.
import { createServer } from 'node:http'
import { grafserv } from 'postgraphile/grafserv/node'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { jsonPgSmartTags } from 'postgraphile/utils'
import { extensions } from './postgraphile-extensions.js'
import { connection, tellPort } from './setting.js'

const orderable = { tags: { behavior: ['orderBy'] } }
const orderings = jsonPgSmartTags({
  version: 1,
  config: {
    attribute: {
      'appointments.starts_at': orderable,
      'contact_events.occurred_at': orderable,
      'discovered_profiles.match_score': orderable,
      'discovery_jobs.created_at': orderable
    }
  }
})

const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [orderings, extensions],
  pgServices: [
    makePgService({ poolConfig: { ...connection, options: '-c TimeZone=UTC' }, schemas: ['public'], pubsub: false })
  ],
  schema: { defaultBehavior: process.argv[5] === 'writing' ? '' : '-insert -update -delete' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
  grafast: { explain: false }
})
const server = createServer()
const serving = served.createServ(grafserv)
await serving.addTo(server)
await serving.ready()
server.listen(0, '127.0.0.1', () => tellPort(server.address().port))
process.once('SIGTERM', () => process.exit(0))
