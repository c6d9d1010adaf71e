import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureEmbedded } from '#db/embedded'
import { buildIfNeeded } from '#server/build'
import { browser } from '../browser'
import { type DemoServer, demoServer, freePort, ownSettings } from '../demo-server'
import { print } from './report'

/** Apart from `.next`: this build alone has the bare page. */
const BUILD = '.next-bench'
const ORGANISATIONS = 20

/** Measures what users wait for, on a server, a database and a build of its own. Figures of one run belong together. */
async function main(): Promise<void> {
  process.env.GYAKUSAN_BENCH = '1'
  const { attribution } = await import('./attribution')
  print('Attribution, 1,000,000 deals with 5,000,000 touches in memory', attribution())
  if (process.argv[2] === 'attribution') return
  const executable = browser()
  const { recalculation } = await import('./recalculation')
  print('Plan recalculation, 20 channels × 12 months', recalculation())
  buildIfNeeded(BUILD)
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'gyakusan-bench-'))
  const database = await ensureEmbedded(data)
  process.env.DATABASE_URL = database.webUrl
  const { endPool } = await import('#db/client')
  const { company, secret, wideCompany } = await import('./companies')
  let server: DemoServer | null = null
  try {
    const settings = { ...ownSettings(data), GYAKUSAN_DIST: BUILD, NEXTAUTH_SECRET: secret }
    server = await demoServer(data, await freePort(), settings)
    const companies = []
    for (let i = 1; i <= ORGANISATIONS; i++) companies.push(await company(i))
    const { pages } = await import('./pages')
    print('Pages, 20 users', await pages(server.url, companies))
    const { browserPages } = await import('./browser-pages')
    const [first] = companies
    if (first) print('In the browser', await browserPages(server.url, executable, first, await wideCompany()))
  } finally {
    await endPool()
    await server?.stop()
    await database.stop()
    for (const folder of [data, database.home]) fs.rmSync(folder, { recursive: true, force: true })
  }
}

await main()
