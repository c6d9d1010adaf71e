import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import fs from 'node:fs'

/** The system user that Postgres runs as; undefined = the one who runs this process. */
export type RunAs = { readonly uid: number; readonly gid: number } | undefined

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Postgres refuses to run as root: the user that it runs as instead. */
export function postgresUser(): RunAs {
  if (!isRoot()) return undefined
  const accounts = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('Running as root needs the system user "postgres" or "nobody"; or set DATABASE_URL.')
}

/**
 * Runs a Postgres program to its end. `output: 'ignore'` for one that leaves a server behind: a server that inherits
 * a pipe keeps it open for ever.
 */
export function run(as: RunAs, program: string, args: readonly string[], output: 'pipe' | 'ignore' = 'pipe') {
  return spawnSync(program, args, {
    ...as,
    // A child under another user must be able to read its working directory.
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', output, output],
    // A closed list: PGPORT, PGDATA or PGOPTIONS of the caller must not reach our server.
    env: { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' },
  })
}

export function complaint(result: SpawnSyncReturns<string>): string {
  return result.error?.message ?? (result.stderr || `status ${result.status}`)
}
