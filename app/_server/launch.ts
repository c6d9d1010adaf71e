import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import nextEnv from '@next/env'
import { type Embedded, ensureEmbedded } from '#db/embedded'
import { exclusively, migrateDatabase } from '#db/migrate'
import { buildIfNeeded, NEXT, withoutConditions } from './build'
import { environment } from './env'

const MODES = ['demo', 'dev', 'start', 'build'] as const
type Mode = (typeof MODES)[number]

// The same .env files that Next reads; what the shell has set stands.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })

const PORT = Number(process.env.PORT || 3000)
const FOLDER = process.env.GYAKUSAN_DIST || '.next'
const LOG_INS = ['marketer@example.com', 'sales@example.com', 'exec@example.com', 'admin@example.com']

const mode = MODES.find((known) => known === process.argv[2])
if (!mode) end(`usage: launch ${MODES.join(' | ')}`)
else launch(mode).catch((error: unknown) => end(error instanceof Error ? error.message : String(error)))

/** `build` makes the production build; `start` serves a database that is yours; `demo` and `dev` bring their own, with the sample company in it. */
async function launch(mode: Mode) {
  if (mode === 'build') return void buildIfNeeded(FOLDER)
  if (await taken(PORT)) end(`Port ${PORT} is in use. Stop the other server or set PORT.`)
  if (mode === 'start') {
    if (!process.env.DATABASE_URL) end('DATABASE_URL is not set. `npm run demo` runs without one.')
    if (!fs.existsSync(path.join(FOLDER, 'BUILD_ID'))) end('There is no build. Run `npm run build` first.')
    environment()
    return serve(['start'], null)
  }
  const embedded = process.env.DATABASE_URL ? null : await ensureEmbedded()
  const webUrl = embedded?.webUrl ?? process.env.DATABASE_URL ?? ''
  const ownerUrl = embedded?.ownerUrl ?? (process.env.MIGRATE_DATABASE_URL || webUrl)
  process.env.DATABASE_URL = webUrl
  process.env.NEXTAUTH_URL ||= `http://localhost:${PORT}`
  process.env.NEXTAUTH_SECRET ||= kept(path.join(embedded?.home ?? '.data', 'auth.key'))
  try {
    await migrateDatabase(ownerUrl, webUrl)
    // One start at a time builds and loads; a second one finds both done.
    await exclusively(ownerUrl, async () => {
      if (mode === 'demo' && !process.argv.includes('--no-build')) buildIfNeeded(FOLDER)
      const { loadSample } = await import('#db/sample/load')
      await loadSample(environment().today)
    })
    await serve([mode === 'demo' ? 'start' : 'dev'], embedded, LOG_INS)
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** Runs Next until it ends or this process is told to; then stops the database that it brought. */
async function serve(args: string[], embedded: Embedded | null, logIns: readonly string[] = []) {
  const web = startWeb(args, logIns.length > 0)
  let ending = false
  web.once('exit', async (code) => {
    const database = await embedded?.stop()
    console.log(`web server ended, database ${database ?? 'left alone'}`)
    process.exit(ending ? 0 : (code ?? 1))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      ending = true
      web.kill('SIGTERM')
      setTimeout(() => web.kill('SIGKILL'), 10_000).unref()
    })
  }
  while (!(await answers()) && web.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50))
  if (web.exitCode !== null) return
  console.log(`ready http://localhost:${PORT}`)
  if (logIns.length > 0) console.log(`${logIns.join('  ')}\npassword: gyakusan-demo`)
}

/** @param quiet whether this process alone speaks; Next's own lines would stand beside the one that says ready */
function startWeb(args: string[], quiet: boolean): ChildProcess {
  const production = args[0] === 'start'
  const NODE_ENV = production ? 'production' : 'development'
  // The owner's log-in is not for the web server; empty, so that a .env file does not bring it back.
  const env = {
    ...process.env,
    MIGRATE_DATABASE_URL: '',
    GYAKUSAN_DIST: FOLDER,
    GYAKUSAN_LAUNCHER: String(process.pid),
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV,
  } as const
  const tether = new URL('tether.mjs', import.meta.url).href
  return spawn(process.execPath, ['--import', tether, NEXT, ...args, '-p', String(PORT)], {
    stdio: ['pipe', production && quiet ? 'ignore' : 'inherit', 'inherit'],
    env: withoutConditions(env),
  })
}

async function answers(): Promise<boolean> {
  return fetch(`http://127.0.0.1:${PORT}/api/health/live`).then(
    (response) => response.ok,
    () => false,
  )
}

function taken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer().once('error', () => resolve(true))
    probe.listen(port, () => probe.close(() => resolve(false)))
  })
}

/** A secret made once and kept beside the data. */
function kept(file: string): string {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o711 })
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return fs.readFileSync(file, 'utf8')
}

function end(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
