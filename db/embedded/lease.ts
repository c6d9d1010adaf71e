import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { adminUrl, type Cluster, startOrAdopt, stopServer } from './cluster'

/** Every process that uses the server holds this lock, shared, while it lives; the last one out stops the server. */
const LEASE = 7412
const RETRY_MS = 500

export type Lease = {
  readonly port: number
  readonly how: 'started' | 'adopted'
  /** Gives the lease back, and stops the server unless another process holds one. */
  release(): Promise<'stopped' | 'in use'>
}

/**
 * Keeps the server running until `release()`: when its connection ends, however that came about, the server is started
 * (or adopted) again on the same port and the lease renewed. `kill -9` drops a lease with its connection.
 */
export async function takeLease(cluster: Cluster): Promise<Lease> {
  let released = false
  let renewal: Promise<void> | null = null
  const onLost = () => {
    if (!released)
      renewal ??= renew().finally(() => {
        renewal = null
      })
  }
  const first = await acquire(cluster, onLost)
  let connection = first.connection

  async function renew(): Promise<void> {
    while (!released) {
      try {
        connection = (await acquire(cluster, onLost, first.port)).connection
        return
      } catch {
        await sleep(RETRY_MS)
      }
    }
  }

  return {
    port: first.port,
    how: first.how,
    async release() {
      released = true
      await renewal
      return giveBack(cluster, connection)
    },
  }
}

/** A process that is stopping the server ends our connection while we wait for the lock: start again then. */
async function acquire(cluster: Cluster, onLost: () => void, port: number | null = null, attempts = 5) {
  for (;;) {
    const server = await startOrAdopt(cluster, port)
    const connection = new pg.Client({
      connectionString: adminUrl(cluster, server.port),
      application_name: 'gyakusan lease',
      keepAlive: true,
    })
    connection.on('error', () => {})
    try {
      await connection.connect()
      await connection.query(`select pg_advisory_lock_shared(${LEASE})`)
      connection.once('end', onLost)
      return { ...server, connection }
    } catch (error) {
      await connection.end().catch(() => {})
      if (--attempts === 0) throw error
      await sleep(RETRY_MS)
    }
  }
}

async function giveBack(cluster: Cluster, connection: pg.Client): Promise<'stopped' | 'in use'> {
  try {
    await connection.query(`select pg_advisory_unlock_shared(${LEASE})`)
    const last = await connection.query<{ alone: boolean }>(`select pg_try_advisory_lock(${LEASE}) as alone`)
    if (!last.rows[0]?.alone) {
      await connection.end()
      return 'in use'
    }
  } catch {
    // The server is down already; stopping it once more does no harm.
  }
  stopServer(cluster)
  return 'stopped'
}
