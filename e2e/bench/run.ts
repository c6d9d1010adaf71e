import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Embedded, ensureEmbedded } from '#db/embedded'
import { buildIfNeeded } from '#server/build'
import { browser } from '../browser'
import { demoServer, freePort, ownSettings } from '../demo-server'
import { print } from './report'

/** Apart from `.next`: this build alone has the bare page. */
const BUILD = '.next-bench'
const ORGANISATIONS = 20

const PARTS = ['attribution', 'recalculation', 'pages', 'browser', 'keystrokes', 'scale', 'credits', 'imports'] as const
type Part = (typeof PARTS)[number]
const SERVED: readonly Part[] = ['pages', 'browser', 'keystrokes', 'scale', 'credits']
const isPart = (name: string): name is Part => PARTS.some((part) => part === name)

/**
 * Measures what users wait for, on a server, a database and a build of its own. Figures of one run belong together.
 * `npm run bench -- scale imports` runs some of its parts.
 */
async function main(named: readonly string[]): Promise<void> {
  const unknown = named.find((name) => !isPart(name))
  if (unknown !== undefined) throw new Error(`There is no part ${unknown}: ${PARTS.join(', ')}`)
  const parts = new Set<Part>(named.length === 0 ? PARTS : named.filter(isPart))
  process.env.GYAKUSAN_BENCH = '1'
  if (parts.has('attribution')) {
    const { attribution } = await import('./attribution')
    print('Attribution, 1,000,000 deals with 5,000,000 touches in memory', attribution())
  }
  if (parts.has('recalculation')) {
    const { recalculation } = await import('./recalculation')
    print('Plan recalculation, 20 channels × 12 months', recalculation())
  }
  if (SERVED.some((part) => parts.has(part))) await served(parts)
  if (parts.has('imports')) {
    await withDatabase(async (database) => {
      const { migrateDatabase } = await import('#db/migrate')
      await migrateDatabase(database.ownerUrl, database.webUrl)
      const { imports } = await import('./imports')
      await imports(database)
    })
  }
}

/** The parts that ask a server for pages. */
async function served(parts: ReadonlySet<Part>): Promise<void> {
  const executable = parts.has('browser') || parts.has('keystrokes') ? browser() : ''
  buildIfNeeded(BUILD)
  await withDatabase(async ({ ownerUrl, home, folder }) => {
    const { company, secret, wideCompany } = await import('./companies')
    const settings = { ...ownSettings(folder), GYAKUSAN_DIST: BUILD, NEXTAUTH_SECRET: secret }
    const server = await demoServer(folder, await freePort(), settings)
    try {
      const companies = []
      const wanted = parts.has('pages') ? ORGANISATIONS : 1
      for (let i = 1; i <= wanted; i++) companies.push(await company(i))
      const { pages } = await import('./pages')
      if (parts.has('pages')) print('Pages, 20 users on 10 connections', await pages(server.url, companies))
      const { firstLoads } = await import('./browser-pages')
      const [first] = companies
      if (first && parts.has('browser')) print('First load', await firstLoads(executable, server.url, first))
      const { keystrokes } = await import('./keystrokes')
      if (parts.has('keystrokes')) print('Keystrokes', await keystrokes(executable, server.url, await wideCompany()))
      const { scale } = await import('./scale')
      if (parts.has('scale')) await scale(server.url, ownerUrl, await company(0))
      const { credits } = await import('./credits')
      if (parts.has('credits')) await credits(server.url, { ownerUrl, home }, await company(ORGANISATIONS + 1))
    } finally {
      await server.stop()
    }
  })
}

/** A database of its own, gone afterwards; this process and its children find it by their settings. */
async function withDatabase(use: (database: Embedded & { readonly folder: string }) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gyakusan-bench-'))
  const database = await ensureEmbedded(folder)
  Object.assign(process.env, { DATABASE_URL: database.webUrl, MIGRATE_DATABASE_URL: database.ownerUrl })
  const { endPool } = await import('#db/client')
  try {
    await use({ ...database, folder })
  } finally {
    await endPool()
    await database.stop()
    for (const each of [folder, database.home]) fs.rmSync(each, { recursive: true, force: true })
  }
}

await main(process.argv.slice(2))
