import { beforeEach, describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { readOrg } from '../client'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { restatementsOf } from '../queries/closing'
import { importOf, importsOf, shapeOf } from '../queries/imports'
import { givenLead, givenOpportunity, rollupOf } from '../record-fixtures'
import { closeMonths } from './close-months'
import { countFrom } from './count-from'
import { finishImport } from './finish-import'
import { importActuals } from './import-actuals'
import { rememberShape } from './remember-shape'
import { saveActuals } from './save-actuals'
import { startImport } from './start-import'
import { undoImport } from './undo-import'
import { upsertLeads } from './upsert-leads'
import { upsertOpportunities } from './upsert-opportunities'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
})

const started = async (kind: 'leads' | 'opportunities' | 'actuals' = 'leads') =>
  (await startImport(org.admin, { kind, fileName: 'リード.csv', mapping: { encoding: 'cp932' } })).importId
const finish = (importId: string, state: 'done' | 'failed' | 'interrupted' = 'done') =>
  finishImport(org.admin, { importId, state, faulty: 2 })
const write = (importId: string | null, ...rows: Parameters<typeof givenLead>[1][]) =>
  upsertLeads(org.admin, { importId, rows: rows.map((row) => givenLead(org, row)) })

/** An import of leads from start to end. */
async function imported(...rows: Parameters<typeof givenLead>[1][]): Promise<string> {
  const importId = await started()
  await write(importId, ...rows)
  await finish(importId)
  return importId
}

async function reasons(): Promise<string[]> {
  const text = 'select identity, return_reason from leads order by identity'
  const rows = await readOrg(org.admin, async (tx) => (await tx.$client.query(text)).rows)
  return rows.map((row) => `${row.identity} ${row.return_reason}`)
}

describe('an import', () => {
  it('counts its rows batch by batch, and tells who read which file', async () => {
    const importId = await started()
    await write(importId, { identity: 'x:1' }, { identity: 'x:2' })
    await write(importId, { identity: 'x:2', returnReason: '重複' }, { identity: 'x:3', channelId: org.rootId })
    expect(await importOf(org.admin, importId)).toMatchObject({
      ...{ state: 'running', fileName: 'リード.csv', by: '山本 大輔' },
      counts: { created: 2, updated: 1, unchanged: 0, older: 0, refused: 1, faulty: 0 },
    })
    await finish(importId)
    expect(await importsOf(org.admin)).toMatchObject([
      { id: importId, state: 'done', counts: { created: 2, faulty: 2 } },
    ])
  })

  it('that has ended takes no more rows', async () => {
    const importId = await imported({})
    await expect(write(importId, { identity: 'x:2' })).rejects.toMatchObject({ message: 'importEnded' })
    await expect(finish(importId)).rejects.toMatchObject({ message: 'importEnded' })
  })

  it('of another kind or another organisation is not found', async () => {
    const other = await givenOrganisation()
    const foreign = await startImport(other.admin, { kind: 'leads', fileName: 'x', mapping: {} })
    await expect(write(foreign.importId, {})).rejects.toMatchObject({ code: 'notFound' })
    await expect(write(await started('opportunities'), {})).rejects.toMatchObject({ code: 'notFound' })
    await expect(finish(foreign.importId)).rejects.toMatchObject({ code: 'notFound' })
    await expect(undoImport(org.admin, foreign)).rejects.toMatchObject({ code: 'notFound' })
    expect(await importOf(org.admin, foreign.importId)).toBeNull()
    expect(await importOf(other.admin, foreign.importId)).toMatchObject({ state: 'running' })
  })

  it('remembers how files with the same headers are read', async () => {
    await rememberShape(org.admin, { kind: 'leads', shape: 'abc', mapping: { a: 1 } })
    await rememberShape(org.admin, { kind: 'leads', shape: 'abc', mapping: { a: 2 } })
    expect(await shapeOf(org.admin, 'leads', 'abc')).toEqual({ a: 2 })
    expect(await shapeOf(org.admin, 'touches', 'abc')).toBeNull()
    expect(await shapeOf((await givenOrganisation()).admin, 'leads', 'abc')).toBeNull()
  })
})

describe('undoing an import', () => {
  it('removes what it created and restores what it changed, figures included', async () => {
    await write(null, { identity: 'x:1', returnReason: '前', account: { name: '前からある会社' } })
    const before = await rollupOf(org)
    const importId = await imported(
      { identity: 'x:1', returnReason: '後', stages: { lead: '2026-04-10', mql: '2026-05-01' } },
      { identity: 'x:2', account: { name: '新しい会社' } },
    )
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 2', '2026-05 Web mql 1'])
    await undoImport(org.admin, { importId })
    expect(await reasons()).toEqual(['x:1 前'])
    expect(await rollupOf(org)).toEqual(before)
    const names = await readOrg(org.admin, async (tx) => (await tx.$client.query('select name from accounts')).rows)
    expect(names).toEqual([{ name: '前からある会社' }])
    expect(await importOf(org.admin, importId)).toMatchObject({ state: 'undone' })
    await expect(undoImport(org.admin, { importId })).rejects.toMatchObject({ message: 'importEnded' })
  })

  it('leaves what somebody wrote since', async () => {
    const importId = await imported({ identity: 'x:1' }, { identity: 'x:2' })
    await write(null, { identity: 'x:1', returnReason: '後から' })
    await undoImport(org.admin, { importId })
    expect(await reasons()).toEqual(['x:1 後から'])
  })

  it('of two in either order ends where neither had been', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      org = await givenOrganisation()
      await write(null, { identity: 'x:0', returnReason: '0' })
      const both = [
        await imported({ identity: 'x:0', returnReason: '1' }, { identity: 'x:new', returnReason: '1' }),
        await imported({ identity: 'x:0', returnReason: '2' }, { identity: 'x:new', returnReason: '2' }),
      ]
      for (const which of order) await undoImport(org.admin, { importId: both[which] ?? '' })
      expect(await reasons()).toEqual(['x:0 0'])
      expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1'])
    }
  })

  it('twice read, the second time undone, leaves the first', async () => {
    await imported({ identity: 'x:1' })
    await undoImport(org.admin, { importId: await imported({ identity: 'x:1' }) })
    expect(await reasons()).toEqual(['x:1 null'])
  })

  it('of leads leaves their deals, without the lead and its source', async () => {
    const importId = await imported({ identity: 'x:1' })
    await upsertOpportunities(org.admin, { importId: null, rows: [givenOpportunity(org, { leadExternalId: '1' })] })
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 1', '2026-04 Web opportunity 1'])
    await undoImport(org.admin, { importId })
    expect(await rollupOf(org)).toEqual(['2026-04 salesSourced opportunity 1'])
  })

  it('waits for one that is still running', async () => {
    const importId = await started()
    await write(importId, {})
    await expect(undoImport(org.admin, { importId })).rejects.toMatchObject({ message: 'importRunning' })
    await finish(importId, 'interrupted')
    await undoImport(org.admin, { importId })
    expect(await reasons()).toEqual([])
  })

  it('of more records than one step takes is complete', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => ({ identity: `x:${i}` }))
    const importId = await started()
    await write(importId, ...rows)
    await write(importId, { identity: 'x:one-more' })
    await finish(importId)
    expect(await rollupOf(org)).toEqual(['2026-04 Web lead 5001'])
    await undoImport(org.admin, { importId })
    expect(await rollupOf(org)).toEqual([])
  })
})

describe('an import of monthly actuals', () => {
  const cell = (metric: string, value: number | null) =>
    ({ month: '2026-04', line: 'channel', channelId: org.channelIds.Web ?? '', metric, value }) as const
  const values = async () => {
    const text = `select metric, value::int from monthly_actuals order by metric`
    return readOrg(org.admin, async (tx) => (await tx.$client.query(text)).rows)
  }

  it('writes over what stands, and gives it back', async () => {
    await saveActuals(org.admin, { teamId: org.rootId, cells: [cell('lead', 5), cell('mql', 2)] })
    const importId = await started('actuals')
    const cells = [cell('lead', 7), cell('mql', 2), cell('visit', 100)]
    const results = await importActuals(org.admin, { importId, actuals: { teamId: org.rootId, cells } })
    expect(results.map(({ status }) => status)).toEqual(['updated', 'unchanged', 'created'])
    await finish(importId)
    await saveActuals(org.admin, { teamId: org.rootId, cells: [cell('lead', 8)] })
    await undoImport(org.admin, { importId })
    // The lead cell was corrected by hand since: it stays.
    expect(await values()).toEqual([
      { metric: 'lead', value: 8 },
      { metric: 'mql', value: 2 },
    ])
  })

  it('is given back below what is counted from records since', async () => {
    await saveActuals(org.admin, { teamId: org.rootId, cells: [cell('lead', 5)] })
    const importId = await started('actuals')
    const read = (value: number) =>
      importActuals(org.admin, { importId, actuals: { teamId: org.rootId, cells: [cell('lead', value)] } })
    await read(7)
    const channelId = org.channelIds.Web ?? ''
    await countFrom(org.admin, { teamId: org.rootId, line: 'channel', channelId, metric: 'lead', month: '2026-04' })
    await expect(read(8)).rejects.toMatchObject({ message: 'countedFromRecords' })
    await finish(importId)
    await undoImport(org.admin, { importId })
    expect(await values()).toEqual([{ metric: 'lead', value: 5 }])
  })

  it('asks for a reason where a month is closed', async () => {
    await saveActuals(org.admin, { teamId: org.rootId, cells: [cell('lead', 5)] })
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-04', today: '2026-06-01' })
    const importId = await started('actuals')
    const actuals = { teamId: org.rootId, cells: [cell('lead', 7)] }
    await expect(importActuals(org.admin, { importId, actuals })).rejects.toMatchObject({ message: 'monthClosed' })
    await importActuals(org.admin, { importId, actuals: { ...actuals, reason: '訂正ファイル' } })
    expect(await values()).toEqual([{ metric: 'lead', value: 7 }])
    await finish(importId)
    await undoImport(org.admin, { importId })
    expect(await restatementsOf(org.admin, org.rootId, fiscalYear(2026, 4))).toMatchObject([
      { before: 5, after: 7, reason: { text: '訂正ファイル' } },
      { before: 7, after: 5, reason: { key: 'importUndone' } },
    ])
  })
})
