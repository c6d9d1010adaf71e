import pg from 'pg'

/** Starts that share a database do their preparations one after the other. */
const PREPARE_START = 7413

/** Runs `fn` while no other process on this database does. A killed process lets go with its connection. */
export async function exclusively<T>(url: string, fn: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'gyakusan start' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(${PREPARE_START})`)
    return await fn()
  } finally {
    await client.end()
  }
}
