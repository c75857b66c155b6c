// graphql-yoga with graphql-ws over ws, put together as yoga's documentation has it; changes come by PostgreSQL.
import { createServer } from 'node:http'
import { useServer } from 'graphql-ws/use/ws'
import { createPubSub, createSchema, createYoga } from 'graphql-yoga'
import pg from 'pg'
import { WebSocketServer } from 'ws'

const [host, database] = process.argv.slice(2)
const pubSub = createPubSub()

const schema = createSchema({
  typeDefs: /* GraphQL */ `
    scalar JSON
    type Query { ok: Boolean }
    type Activity { sequence: String! kind: String! occurredAt: String! detail: JSON! }
    type Subscription { activity(after: String): Activity! }
  `,
  resolvers: {
    Subscription: { activity: { subscribe: () => pubSub.subscribe('activity'), resolve: (change) => change } }
  }
})

const yoga = createYoga({ schema, logging: false })
const server = createServer(yoga)
const sockets = new WebSocketServer({ server, path: yoga.graphqlEndpoint })
useServer(
  {
    execute: (args) => args.rootValue.execute(args),
    subscribe: (args) => args.rootValue.subscribe(args),
    onSubscribe: async (ctx, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...ctx,
        req: ctx.extra.request,
        socket: ctx.extra.socket,
        params
      })
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe }
      }
      const errors = validate(args.schema, args.document)
      return errors.length ? errors : args
    }
  },
  sockets
)

const listening = new pg.Client({ host, database, user: 'cam' })
await listening.connect()
listening.on('notification', ({ payload }) => pubSub.publish('activity', JSON.parse(payload)))
await listening.query('LISTEN bench_changes')

server.listen(0, '127.0.0.1', () => process.stdout.write(JSON.stringify({ port: server.address().port }) + '\n'))
process.once('SIGTERM', () => process.exit(0))
