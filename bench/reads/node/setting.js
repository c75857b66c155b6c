// What both peers are given: the database's socket or host, its name, and the number of connections.
const [host, database, poolSize] = process.argv.slice(2)

export const connection = { host, database, user: 'cam', max: Number(poolSize), min: Number(poolSize) }

// The bench reads the port from here.
export function tellPort (port) {
  process.stdout.write(JSON.stringify({ port }) + '\n')
}
