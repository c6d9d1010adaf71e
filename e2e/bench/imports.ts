import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Embedded } from '#db/embedded'
import { copied } from './copy'
import type { ImportCost } from './import-run'
import { leadFile } from './lead-file'
import { atLeast, atMost, type Measure, print, reported } from './report'
import { serverCpu } from './server-cpu'

/** Beyond this growth from 100,000 to 1,000,000 rows, memory would not be flat. */
const MOST_GROWTH = 100

/** Imports of leads beside the same rows written by the server itself, from where they are loaded already. Each stage is printed as it ends. */
export async function imports(
  { ownerUrl, home }: Pick<Embedded, 'ownerUrl' | 'home'>,
  sizes: readonly number[] = [10_000, 100_000, 1_000_000],
): Promise<void> {
  const costs: ImportCost[] = []
  for (const rows of sizes) {
    const file = path.join(os.tmpdir(), `gyakusan-bench-${process.pid}.csv`)
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    try {
      await leadFile(file, rows)
      const before = serverCpu(home)
      const cost = await importOf(file)
      const server = serverCpu(home) - before
      costs.push(cost)
      print(`Import of ${rows.toLocaleString('en')} leads`, imported(cost, server))
      print('The same in the server', await upserted(owner, cost, home))
      print('The same by COPY', await copiedAgain(owner, cost))
    } finally {
      await owner.end()
      fs.rmSync(file, { force: true })
    }
  }
  const peakOf = (rows: number) => costs.find((cost) => cost.rows === rows)?.peak ?? Number.NaN
  const growth = (peakOf(1_000_000) - peakOf(100_000)) / 1e6
  print('Memory', [atMost('peak of 1,000,000 rows − peak of 100,000', growth, MOST_GROWTH, 'MB')])
}

/** The import in a process of its own, so that its memory is its own too. */
async function importOf(file: string): Promise<ImportCost> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'e2e/bench/import-run.ts', file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the import ended with ${code}`)
  return JSON.parse(said) as ImportCost
}

function imported({ rows, seconds, cpu, before, peak }: ImportCost, server: number): Measure[] {
  return [
    reported('import, from the first line read to the commit', rows / seconds, 'rows/s'),
    reported('CPU of its process', cpu, 's'),
    reported('CPU of the server', server, 's'),
    reported('memory before', before / 1e6, 'MB'),
    reported('memory at its peak', peak / 1e6, 'MB'),
  ]
}

/**
 * The bound: the very rows that the import has written, taken out of its tables and written again by an INSERT … SELECT
 * … ON CONFLICT. The tables begin as empty as they were before the first import.
 */
async function upserted(owner: pg.Client, { orgId, rows, seconds }: ImportCost, home: string): Promise<Measure[]> {
  const tables = ['leads', 'lead_stages']
  for (const table of tables) {
    await owner.query(`alter table ${table} no force row level security`)
    await owner.query(`create unlogged table loaded_${table} as select * from ${table} where org_id = '${orgId}'`)
  }
  await owner.query('truncate leads cascade')
  await owner.query('analyze loaded_leads, loaded_lead_stages')
  const spent = serverCpu(home)
  const leads = await secondsOf(
    owner,
    `insert into leads select * from loaded_leads
     on conflict (org_id, identity) do update set source_at = excluded.source_at, import_id = excluded.import_id,
       account_id = excluded.account_id, email_hmac = excluded.email_hmac, team_id = excluded.team_id,
       channel_id = excluded.channel_id, campaign_id = excluded.campaign_id, passed_at = excluded.passed_at,
       worked_at = excluded.worked_at, returned_at = excluded.returned_at, return_reason = excluded.return_reason`,
  )
  // A table that was empty when it was looked at last would be searched by the wrong index for each stage date's lead.
  await owner.query('analyze leads')
  const stages = await secondsOf(
    owner,
    `insert into lead_stages select * from loaded_lead_stages
     on conflict (org_id, lead_id, stage) do update set reached_at = excluded.reached_at`,
  )
  const bound = leads + stages
  const cpu = serverCpu(home) - spent
  for (const table of tables) await owner.query(`drop table loaded_${table}`)
  return [
    reported('upsert of the same leads and stage dates, in the server', rows / bound, 'rows/s'),
    reported('CPU of the server', cpu, 's'),
    atLeast('import ÷ upsert', bound / seconds, 0.5),
  ]
}

async function secondsOf(owner: pg.Client, text: string): Promise<number> {
  const start = performance.now()
  await owner.query(text)
  return (performance.now() - start) / 1000
}

async function copiedAgain(owner: pg.Client, { orgId, rows, seconds }: ImportCost): Promise<Measure[]> {
  const bound = await copied(owner, 'leads', orgId)
  return [
    reported('COPY of the leads alone into a table like theirs', rows / bound, 'rows/s'),
    reported('import ÷ COPY', bound / seconds, ''),
  ]
}
