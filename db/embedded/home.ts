import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { isRoot, type RunAs } from './run'

/** Where one embedded server lives. */
export type Home = {
  readonly folder: string
  /** The cluster's data directory. */
  readonly data: string
  readonly log: string
  /** File with the port last used, so that a web server that is still running finds it again. */
  readonly port: string
}

/**
 * As an ordinary user, the given folder. As root, /var/lib/gyakusan/<hash of the folder>: Postgres runs as another user
 * then, and the checkout may lie under a home that this user cannot enter.
 */
export function homeOf(folder: string): Home {
  const own = path.resolve(folder)
  const home = isRoot()
    ? path.join('/var/lib/gyakusan', createHash('sha256').update(own).digest('hex').slice(0, 12))
    : own
  return {
    folder: home,
    data: path.join(home, 'pg'),
    log: path.join(home, 'postgres.log'),
    port: path.join(home, 'port'),
  }
}

/** Creates the folder for the user that Postgres runs as. */
export function makeHome(home: Home, as: RunAs): void {
  fs.mkdirSync(home.folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
  if (as) fs.chownSync(home.folder, as.uid, as.gid)
}

/** A generated password, kept beside the data: whoever removes the data removes the keys with it. */
export function password(home: Home, name: string): string {
  const file = path.join(home.folder, `${name}.key`)
  if (!fs.existsSync(file)) {
    const own = `${file}.${process.pid}`
    fs.writeFileSync(own, randomBytes(24).toString('hex'), { mode: 0o600 })
    linkOnce(own, file)
  }
  return fs.readFileSync(file, 'utf8')
}

/** Of two first starts at once, one makes the key and both read it whole. */
function linkOnce(from: string, to: string): void {
  try {
    fs.linkSync(from, to)
  } catch (error) {
    if (!fs.existsSync(to)) throw error
  } finally {
    fs.rmSync(from)
  }
}

/** Renames into place; if another start won the race, its copy stays. */
export function moveOnce(from: string, to: string): void {
  try {
    fs.renameSync(from, to)
  } catch (error) {
    fs.rmSync(from, { recursive: true, force: true })
    if (!fs.existsSync(to)) throw error
  }
}
