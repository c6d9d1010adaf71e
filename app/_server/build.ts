import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const NEXT = path.resolve('node_modules/next/dist/bin/next')
const SOURCES = [
  'app',
  'components',
  'lib',
  'db',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'tsconfig.json',
]

/** A fingerprint of all that a build is made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (place: string) => {
    if (!fs.existsSync(place)) return
    if (fs.statSync(place).isDirectory()) {
      for (const name of fs.readdirSync(place).sort()) add(path.join(place, name))
    } else if (!/\.test\.tsx?$/.test(place)) hash.update(place).update('\0').update(fs.readFileSync(place)).update('\0')
  }
  for (const source of SOURCES) add(source)
  return hash.digest('hex')
}

/** Builds the app into `folder` unless the build there is of these very sources. Throws when the build fails. */
export function buildIfNeeded(folder: string): 'built' | 'kept' {
  const mark = path.join(folder, 'sources.sha256')
  const now = fingerprint()
  if (fs.existsSync(path.join(folder, 'BUILD_ID')) && fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === now)
    return 'kept'
  const env = { ...process.env, NODE_ENV: 'production' as const, GYAKUSAN_DIST: folder, NEXT_TELEMETRY_DISABLED: '1' }
  fs.rmSync(mark, { force: true })
  const built = spawnSync(process.execPath, [NEXT, 'build'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: withoutConditions(env),
  })
  if (built.status !== 0) throw new Error(`next build ended with ${built.status ?? built.signal}`)
  fs.writeFileSync(mark, now)
  return 'built'
}

/** The launcher runs under --conditions=react-server and tsx; Next must not inherit either. */
export function withoutConditions<T extends NodeJS.ProcessEnv>(env: T): T {
  return { ...env, NODE_OPTIONS: (env.NODE_OPTIONS ?? '').replace(/--(conditions|import)=\S+/g, '').trim() }
}
