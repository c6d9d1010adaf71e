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

/** Beyond this growth from 100,000 to 1,000,000 rows, memory would not be flat. */
const MOST_GROWTH = 100

/** Imports of leads beside the same rows written by the server itself, from where they are loaded already. */
export async function imports(
  { ownerUrl }: Pick<Embedded, 'ownerUrl'>,
  sizes: readonly number[] = [100_000, 1_000_000],
): Promise<void> {
  const peaks: number[] = []
  for (const rows of sizes) {
    const file = path.join(os.tmpdir(), `gyakusan-bench-${process.pid}.csv`)
    try {
      await leadFile(file, rows)
      const cost = await importOf(file)
      const owner = new pg.Client({ connectionString: ownerUrl })
      await owner.connect()
      print(`Import of ${rows.toLocaleString('en')} leads`, await beside(owner, cost))
      await owner.end()
      peaks.push(cost.peak)
    } finally {
      fs.rmSync(file, { force: true })
    }
  }
  const growth = ((peaks[1] ?? Number.NaN) - (peaks[0] ?? Number.NaN)) / 1e6
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

/** The bounds: the very rows that the import has written, taken out of its tables and written again. */
async function beside(owner: pg.Client, { orgId, rows, seconds, before, peak }: ImportCost): Promise<Measure[]> {
  const upsert = await rowsAgain(owner, orgId)
  const copy = await copied(owner, 'leads', orgId)
  const perSecond = rows / seconds
  return [
    reported('import, from the first line read to the commit', perSecond, 'rows/s'),
    reported('upsert of the same leads and stage dates, in the server', rows / upsert, 'rows/s'),
    atLeast('import ÷ upsert', perSecond / (rows / upsert), 0.5),
    reported('COPY of the leads alone into a table like theirs', rows / copy, 'rows/s'),
    reported('import ÷ COPY', perSecond / (rows / copy), ''),
    reported('memory before', before / 1e6, 'MB'),
    reported('memory at its peak', peak / 1e6, 'MB'),
  ]
}

/** Seconds of an INSERT … SELECT … ON CONFLICT of an organisation's leads and stage dates into the tables that held them. */
async function rowsAgain(owner: pg.Client, orgId: string): Promise<number> {
  for (const table of ['leads', 'lead_stages']) {
    await owner.query(`alter table ${table} no force row level security`)
    await owner.query(`create unlogged table loaded_${table} as select * from ${table} where org_id = '${orgId}'`)
  }
  await owner.query('delete from leads where org_id = $1', [orgId])
  await owner.query('vacuum leads, lead_stages')
  await owner.query('analyze loaded_leads, loaded_lead_stages')
  const start = performance.now()
  await owner.query(
    `insert into leads select * from loaded_leads
     on conflict (org_id, identity) do update set source_at = excluded.source_at, import_id = excluded.import_id,
       account_id = excluded.account_id, email_hmac = excluded.email_hmac, team_id = excluded.team_id,
       channel_id = excluded.channel_id, campaign_id = excluded.campaign_id, passed_at = excluded.passed_at,
       worked_at = excluded.worked_at, returned_at = excluded.returned_at, return_reason = excluded.return_reason`,
  )
  await owner.query(
    `insert into lead_stages select * from loaded_lead_stages
     on conflict (org_id, lead_id, stage) do update set reached_at = excluded.reached_at`,
  )
  const seconds = (performance.now() - start) / 1000
  for (const table of ['leads', 'lead_stages']) await owner.query(`drop table loaded_${table}`)
  return seconds
}
