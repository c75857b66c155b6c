// node-postgres with its pool. Every statement is prepared once a connection, under its text's place in a list.
import pg from 'pg'
import { connection } from './setting.js'

// PostgreSQL's text becomes RFC 3339 without a detour by Date, which would be slower and lose the microseconds.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => text.replace(' ', 'T') + ':00')

const pool = new pg.Pool({ ...connection, idleTimeoutMillis: 0, options: '-c TimeZone=UTC' })
const names = new Map()

export async function rows (text, values) {
  let name = names.get(text)
  if (name === undefined) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return (await pool.query({ name, text, values })).rows
}
