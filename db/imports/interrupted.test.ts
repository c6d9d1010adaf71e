import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { readOrg, withOrg } from '../client'
import { undoImport } from '../commands/undo-import'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { importsOf } from '../queries/imports'
import { givenFile, givenImport, givenMapping } from './fixtures'
import { withRealState } from './interrupted'

const ROWS = 12_000
/** Several imports of thousands of rows, on whatever machine. */
const PATIENCE = 180_000
const CONTENT = `会社名,チャネル,登録日\n${Array.from({ length: ROWS }, (_, i) => `会社${i % 7000},Web,2026-04-${String((i % 28) + 1).padStart(2, '0')}`).join('\n')}\n`

/** Starts an import in a server of its own, and ends that server without warning when it has read so many rows. */
async function givenKilled(org: GivenOrganisation, mode: 'all' | 'good', at: number): Promise<void> {
  const file = await givenFile(org, CONTENT)
  const mapping = await givenMapping(org, file, 'leads')
  const { userId, orgId, sessionId } = org.admin
  const job = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'gyakusan test ')), 'job.json')
  await fs.writeFile(job, JSON.stringify({ ids: { userId, orgId, sessionId }, fileId: file.fileId, mapping, mode }))
  const args = ['--conditions=react-server', '--import', 'tsx', 'db/imports/test-import.ts', job]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for await (const line of createInterface(child.stdout)) if (Number(line) >= at) child.kill('SIGKILL')
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}

async function leadCount(org: GivenOrganisation): Promise<number> {
  const text = 'select count(*)::int as count from leads'
  return readOrg(org.admin, async (tx) => (await tx.$client.query(text)).rows[0]?.count)
}

/** The state of the only import, half a minute later. */
async function stateLater(org: GivenOrganisation) {
  await expect
    .poll(
      async () => {
        const later = `update imports set active_at = active_at - interval '30 seconds'`
        await withOrg(org.admin, async (tx) => tx.$client.query(later))
        const [only] = await withRealState(org.admin, await importsOf(org.admin))
        return only?.state
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBe('interrupted')
}

describe('a server that is killed in the middle of an import', () => {
  it.each([10, 50, 90])(
    'at %d per cent leaves nothing when it is all or nothing; the import is shown and repeatable',
    async (percent) => {
      const org = await givenOrganisation()
      await givenKilled(org, 'all', (ROWS * percent) / 100)
      expect(await leadCount(org)).toBe(0)
      await stateLater(org)
      const { counts } = await givenImport(org, 'leads', CONTENT)
      expect(counts).toMatchObject({ created: ROWS, updated: 0, unchanged: 0 })
    },
    PATIENCE,
  )

  it(
    'leaves whole batches when only good rows were wanted; repeating completes them, and undo takes them back',
    async () => {
      const org = await givenOrganisation()
      await givenKilled(org, 'good', 11_000)
      const left = await leadCount(org)
      expect([5000, 10_000]).toContain(left)
      await stateLater(org)
      const [broken] = await importsOf(org.admin)
      const { counts } = await givenImport(org, 'leads', CONTENT, { mode: 'good' })
      expect(counts).toMatchObject({ created: ROWS - left, unchanged: left })
      const aged = `update imports set active_at = active_at - interval '90 seconds' where state = 'running'`
      await withOrg(org.admin, async (tx) => tx.$client.query(aged))
      await undoImport(org.admin, { importId: broken?.id ?? '' })
      expect(await leadCount(org)).toBe(ROWS - left)
    },
    PATIENCE,
  )
})

it('an import that still gives signs of life is running', async () => {
  const org = await givenOrganisation()
  const now = { state: 'running', activeAt: new Date().toISOString() } as const
  const silent = { state: 'running', activeAt: new Date(Date.now() - 60_000).toISOString() } as const
  const done = { ...silent, state: 'done' } as const
  const states = async () => (await withRealState(org.admin, [now, silent, done])).map(({ state }) => state)
  expect(await states()).toEqual(['running', 'interrupted', 'done'])
  const whileWriting = await withOrg(org.admin, async (tx) => {
    await tx.$client.query('select pg_advisory_xact_lock(7414, hashtext($1))', [org.orgId])
    return states()
  })
  expect(whileWriting).toEqual(['running', 'running', 'done'])
})
