// Mercurius as its documentation recommends it: JIT from the first repetition on, relations by batched loaders.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import { loaders } from './mercurius-loaders.js'
import { resolvers } from './mercurius-resolvers.js'
import { schema } from './mercurius-schema.js'
import { tellPort } from './setting.js'

const app = Fastify({ logger: false })
app.register(mercurius, { schema, resolvers, loaders, jit: 1 })
await app.listen({ host: '127.0.0.1', port: 0 })
tellPort(app.server.address().port)
process.once('SIGTERM', () => app.close().then(() => process.exit(0)))
