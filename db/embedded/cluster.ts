import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries'
import { type Home, moveOnce } from './home'
import { complaint, type RunAs, run } from './run'

/** One data directory with all that is needed to run it. */
export type Cluster = {
  readonly home: Home
  readonly as: RunAs
  readonly binaries: Binaries
  readonly adminPassword: string
}

/** A server that recovers after a crash, or another process's start, may take this long. */
const START_MS = 20_000

/** Log-in of the cluster's superuser, which never leaves this room. */
export function adminUrl(cluster: Cluster, port: number, database = 'postgres'): string {
  return `postgresql://postgres:${cluster.adminPassword}@127.0.0.1:${port}/${database}`
}

/** Makes the data directory under a temporary name first, so that a half-made one is never taken for a cluster. */
export function initialise({ home, as, binaries, adminPassword }: Cluster): 'created' | 'existing' {
  if (fs.existsSync(path.join(home.data, 'PG_VERSION'))) return 'existing'
  const temporary = `${home.data}.${process.pid}`
  const passwordFile = `${temporary}.pw`
  fs.writeFileSync(passwordFile, adminPassword, { mode: 0o600 })
  if (as) fs.chownSync(passwordFile, as.uid, as.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und']
  const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`]
  const made = run(as, binaries.initdb, ['-D', temporary, ...access, ...locale])
  fs.rmSync(passwordFile)
  if (made.status !== 0) throw new Error(`initdb: ${complaint(made)}`)
  moveOnce(temporary, home.data)
  return 'created'
}

/** Port of the server that runs on this data directory, confirmed by connecting to it; null when there is none. */
export async function runningPort(cluster: Cluster): Promise<number | null> {
  const port = Number(pidFile(cluster)[3])
  if (!port) return null
  const client = new pg.Client({ connectionString: adminUrl(cluster, port), connectionTimeoutMillis: 1500 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return port
  } catch {
    return null
  }
}

/**
 * Adopts the server that runs on this data directory, else starts one, on the port last used if it is free.
 * @param only the port and no other: a web server that is running knows the database by it
 */
export async function startOrAdopt(
  cluster: Cluster,
  only: number | null = null,
): Promise<{ port: number; how: 'started' | 'adopted' }> {
  const adopted = await runningPort(cluster)
  if (adopted) return { port: adopted, how: 'adopted' }
  const deadline = Date.now() + START_MS
  for (let preferred = lastPort(cluster); Date.now() < deadline; preferred = null) {
    removeStalePidFile(cluster)
    start(cluster, only ?? preferred ?? (await freePort()))
    const port = await runningPort(cluster)
    if (port) {
      fs.writeFileSync(cluster.home.port, String(port))
      return { port, how: 'started' }
    }
    await sleep(400)
  }
  throw new Error(`The embedded Postgres did not start; see ${cluster.home.log}:\n${tail(cluster.home.log)}`)
}

/** Postgres' own cache: a 32nd of the machine's memory within these bounds; it takes what it fills. */
const [LEAST_CACHE, MOST_CACHE] = [128, 512]

function cacheMegabytes(): number {
  return Math.round(Math.min(MOST_CACHE, Math.max(LEAST_CACHE, os.totalmem() / 2 ** 20 / 32)))
}

function start({ home, as, binaries }: Cluster, port: number): void {
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c shared_buffers=${cacheMegabytes()}MB`
  run(as, binaries.ctl, ['-D', home.data, '-w', '-t', '30', '-l', home.log, '-o', options, 'start'], 'ignore')
}

export function stopServer({ home, as, binaries }: Cluster, mode: 'fast' | 'immediate' = 'fast'): void {
  run(as, binaries.ctl, ['-D', home.data, '-m', mode, '-w', '-t', '15', 'stop'], 'ignore')
}

/** Lines of postmaster.pid: 1 = process id, 4 = port. Empty when there is none. */
function pidFile({ home }: Cluster): readonly string[] {
  try {
    return fs.readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/**
 * After a reboot or in a new container, the process id in the file may belong to some other program of the same user,
 * and Postgres would refuse to start. Removed only when that program is certainly not a Postgres.
 */
function removeStalePidFile(cluster: Cluster): void {
  const pid = Number(pidFile(cluster)[0])
  if (!pid) return
  const commandLine = `/proc/${pid}/cmdline`
  if (!fs.existsSync(commandLine) || fs.readFileSync(commandLine, 'utf8').includes('postgres')) return
  fs.rmSync(path.join(cluster.home.data, 'postmaster.pid'), { force: true })
}

function lastPort({ home }: Cluster): number | null {
  return fs.existsSync(home.port) ? Number(fs.readFileSync(home.port, 'utf8')) || null : null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

function tail(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').slice(-800) : ''
}
