import fs from 'node:fs'
import { Readable } from 'node:stream'
import { endPool } from '#db/client'
import { givenOrganisation } from '#db/fixtures'
import { givenMapping } from '#db/imports/fixtures'
import { runImport } from '#db/imports/run'
import { keepUpload } from '#db/imports/spool'

/** What one import cost: seconds from the first row to the commit, and the process's memory before it and at its peak. */
export type ImportCost = {
  readonly orgId: string
  readonly seconds: number
  /** Seconds of this process alone, on all its threads. */
  readonly cpu: number
  readonly before: number
  readonly peak: number
  readonly rows: number
}

/** A process that imports the file of its argument into an organisation of its own, and prints what that cost. */
async function main(path: string): Promise<void> {
  const org = await givenOrganisation({ name: '取り込み' })
  const file = await keepUpload(org.admin, Readable.toWeb(fs.createReadStream(path)) as ReadableStream<Uint8Array>)
  const mapping = await givenMapping(org, file, 'leads')
  const before = process.memoryUsage.rss()
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 50)
  const spent = process.cpuUsage()
  const start = performance.now()
  const words = { row: '行', reason: '理由', say: () => '' }
  const options = { fileName: path, mapping, mode: 'all', reason: null, words, told: () => {} } as const
  const { counts } = await runImport(org.admin, file, options)
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(spent)
  const cpu = (user + system) / 1e6
  clearInterval(watch)
  await endPool()
  const cost = { orgId: org.orgId, seconds, cpu, before, peak, rows: counts.created } satisfies ImportCost
  console.log(JSON.stringify(cost))
}

await main(process.argv[2] ?? '')
