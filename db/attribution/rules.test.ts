import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import type { SaveAttributionRulesInput } from '#lib/input/attribution-rules'
import { reportFaultsTo } from '../background'
import { withOrg } from '../client'
import { changeChannelCredit } from '../commands/change-channel-credit'
import { saveAttributionRules } from '../commands/save-attribution-rules'
import { saveOpportunity } from '../commands/save-opportunity'
import { upsertLeads } from '../commands/upsert-leads'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { attributionStanding } from '../queries/attribution'
import { creditsAtLookback } from '../queries/attribution-lookback'
import { givenLead } from '../record-fixtures'
import { markDirty } from './dirty'
import { creditLines, givenTouches, givenWon, reader, requireExact } from './fixtures'
import { creditWork, drained } from './standing'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
  await givenTouches(org, [
    ['Web', '2025-12-01'],
    ['展示会', '2026-04-10'],
    ['セミナー', '2026-06-20'],
  ])
  await givenWon(org)
})

const CHOSEN: SaveAttributionRulesInput = {
  ...{ lookbackDays: 365, level: 'account', halfLifeDays: null, defaultModel: 'w', grossMargin: null },
  custom: { ...USUAL_RULES.custom },
}
const save = (changes: Partial<SaveAttributionRulesInput>) => saveAttributionRules(org.admin, { ...CHOSEN, ...changes })
const standing = async () => attributionStanding(await reader(org))

/** A run of another server, of which was last heard at a moment. */
async function givenRun(activeAt: Date) {
  await withOrg(org.admin, ({ $client }) =>
    $client.query(
      `insert into attribution_runs (org_id, id, state, done, total, started_at, active_at) values ($1, $2, 'running', 3, 7, $3, $3)`,
      [org.orgId, newId(), activeAt],
    ),
  )
}

describe('rules', () => {
  it('are the usual ones until somebody chooses', async () => {
    expect(await standing()).toEqual({
      ...{ rules: { ...USUAL_RULES, direct: [] }, pending: null, defaultModel: 'w', grossMargin: null },
      ...{ run: null, waiting: 0, asOf: null },
    })
  })

  it('change what every deal is credited with', async () => {
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 1000000'])
    await save({ lookbackDays: 90, grossMargin: 3500, defaultModel: 'linear' })
    expect(await creditLines(org, 'first')).toEqual(['2026-06 展示会 1000000'])
    const { rules, ...others } = await standing()
    expect([rules.lookbackDays, others]).toEqual([
      90,
      { pending: null, defaultModel: 'linear', grossMargin: 3500, run: null, waiting: 0, asOf: null },
    ])
    await requireExact(org)
  })

  it('credit by own weights that add up', async () => {
    await save({ custom: { first: 1000, leadCreation: 0, opportunityCreation: 0, last: 7000, middle: 2000 } })
    expect(await creditLines(org, 'custom')).toEqual([
      '2026-06 Web 100000',
      '2026-06 セミナー 700000',
      '2026-06 展示会 200000',
    ])
    const wrong = { first: 1000, leadCreation: 0, opportunityCreation: 0, last: 7000, middle: 2001 }
    await expect(save({ custom: wrong })).rejects.toMatchObject({
      code: 'invalid',
      fields: { custom: 'weightsNotWhole' },
    })
  })

  it('take the median from lead to won as half-life, as it was when they were saved', async () => {
    await upsertLeads(org.admin, {
      importId: null,
      rows: [givenLead(org, { account: { name: 'A社' }, stages: { lead: '2026-04-10' } })],
    })
    expect((await standing()).rules).toMatchObject({ halfLifeDays: 81, halfLifeOf: 1 })
    await givenWon(org, { identity: 'x:O2', closedOn: '2026-04-25' })
    expect((await standing()).rules).toMatchObject({ halfLifeDays: 81, halfLifeOf: 1 })
    await save({})
    expect((await standing()).rules).toMatchObject({ halfLifeDays: 48, halfLifeOf: 2 })
    await save({ halfLifeDays: 7 })
    expect((await standing()).rules).toMatchObject({ halfLifeDays: 7, halfLifeOf: null })
    await requireExact(org)
  })

  it('pass over direct channels in last non-direct', async () => {
    expect(await creditLines(org, 'lastNonDirect')).toEqual(['2026-06 セミナー 1000000'])
    const channelId = org.channelIds.セミナー ?? ''
    await changeChannelCredit(org.admin, { channelId, isDirect: true, grossMargin: 4000 })
    expect(await creditLines(org, 'lastNonDirect')).toEqual(['2026-06 展示会 1000000'])
    expect((await standing()).rules.direct).toEqual([channelId])
    await requireExact(org)
  })

  it('of another lookback are tried on without being saved', async () => {
    const wanted = {
      from: '2026-04',
      to: '2026-06',
      bases: ['won', 'created'],
      model: 'first',
      lookbackDays: 30,
    } as const
    const credits = await creditsAtLookback(await reader(org), { teamId: org.rootId }, wanted)
    if (credits.state !== 'ready') throw new Error('too many')
    const of = (basis: string) =>
      credits.channels
        .filter((row) => row.model === 'first' && row.basis === basis)
        .map(({ month, channelId, amount }) => [month, channelId, amount])
    expect(of('won')).toEqual([['2026-06', org.channelIds.セミナー, 1_000_000]])
    expect(of('created')).toEqual([['2026-04', org.channelIds.展示会, 1_000_000]])
    expect(credits.campaigns).toHaveLength(2)
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 1000000'])
  })
})

describe('a run', () => {
  it('leaves the old figures and rules until it is over, and says how far it is', async () => {
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 1000000'])
    await givenRun(new Date())
    await save({ lookbackDays: 90 })
    await saveOpportunity(org.admin, { opportunityId: await dealId(), amount: 3 })
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 1000000'])
    const { rules, pending, run, waiting, asOf } = await standing()
    expect([rules.lookbackDays, pending?.lookbackDays, run, waiting]).toEqual([365, 90, { done: 3, total: 7 }, 1])
    expect(asOf).toMatch(/^\d{4}-/)
  })

  it('that died is begun again by the next reader', async () => {
    await givenRun(new Date(Date.now() - 61_000))
    await save({ lookbackDays: 90 })
    await standing()
    await creditWork(org.orgId)
    expect(await creditLines(org, 'first')).toEqual(['2026-06 展示会 1000000'])
    expect(await standing()).toMatchObject({ run: null, pending: null, waiting: 0, rules: { lookbackDays: 90 } })
    await requireExact(org)
  })
})

describe('a run that fails', () => {
  afterEach(() => {
    globalThis.gyakusanFaultReport = undefined
  })

  it('is told to the server’s log', async () => {
    const told: string[][] = []
    reportFaultsTo((error, where) => told.push([where, String(error)]))
    await standing()
    await givenRun(new Date(Date.now() - 61_000))
    await save({ lookbackDays: 90 })
    await withOrg(org.admin, ({ $client }) =>
      $client.query('update attribution_journeys set closed_on = null where org_id = $1', [org.orgId]),
    )
    await standing()
    await creditWork(org.orgId)
    expect(told).toEqual([['attribution, in the background', 'RangeError: a won deal without a day of close']])
  })
})

describe('two at once', () => {
  it('credit every deal once', async () => {
    for (let i = 0; i < 3; i++) {
      await givenWon(org, { identity: `x:P${i}`, account: { name: 'A社' } })
      await Promise.all([drained(org.admin, 1), drained(org.admin, 1), drained(org.admin, 1)])
    }
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 4000000'])
    await requireExact(org)
  })

  it('leave a mark alone that a writer is just renewing', async () => {
    const opportunityId = await dealId()
    await withOrg(org.admin, async (tx) => {
      await markDirty({ tx, actor: org.admin }, { opportunities: [opportunityId] })
      await tx.$client.query('update opportunities set amount = 5 where org_id = $1', [org.orgId])
      expect(await drained(org.admin, 10)).toBe(0)
    })
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 5'])
    await requireExact(org)
  })

  it('that read while records change miss nothing', async () => {
    const edits = Array.from({ length: 5 }, (_, i) =>
      givenWon(org, { amount: i + 1, sourceAt: `2027-07-0${i + 1}T00:00:00Z` }),
    )
    await Promise.all([...edits, ...edits.map(() => drained(org.admin, 10))])
    expect(await creditLines(org, 'first')).toEqual(['2026-06 Web 5'])
    await requireExact(org)
  })
})

function dealId(): Promise<string> {
  return withOrg(org.admin, async ({ $client }) => {
    const { rows } = await $client.query<{ id: string }>('select id from opportunities where org_id = $1', [org.orgId])
    return rows[0]?.id ?? ''
  })
}
