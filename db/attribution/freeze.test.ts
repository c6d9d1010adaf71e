import { beforeEach, describe, expect, it } from 'vitest'
import { withOrg } from '../client'
import { addTeam } from '../commands/add-team'
import { closeMonths } from '../commands/close-months'
import { reopenMonth } from '../commands/reopen-month'
import { saveActuals } from '../commands/save-actuals'
import { saveAttributionRules } from '../commands/save-attribution-rules'
import { upsertLeads } from '../commands/upsert-leads'
import { type GivenOrganisation, givenMember, givenOrganisation } from '../fixtures'
import { bookedRevenue, creditsByCampaign, creditsByChannel, frozenCredits } from '../queries/attribution'
import { givenLead } from '../record-fixtures'
import { FEW } from './drain'
import { creditLines, givenTouches, givenWon, reader, requireExact } from './fixtures'
import { creditWork, freshened } from './standing'

const SPAN = { from: '2026-04', to: '2026-09' } as const
let org: GivenOrganisation

beforeEach(async () => {
  org = await givenOrganisation()
  await givenTouches(org, [['Web', '2026-04-10']])
  await givenWon(org)
})

/** April to June are closed. */
async function close(): Promise<void> {
  const cell = {
    month: '2026-04',
    line: 'channel',
    channelId: org.channelIds.Web ?? '',
    metric: 'lead',
    value: 1,
  } as const
  await saveActuals(org.admin, { teamId: org.rootId, cells: [cell] })
  await closeMonths(org.admin, { teamId: org.rootId, through: '2026-06', today: '2026-10-05' })
}

const frozen = async () => frozenCredits(await reader(org), { teamId: org.rootId }, SPAN)
const causes = async () =>
  (await frozen()).restatements.map(({ month, basis, cause, before, after }) => [month, basis, cause, before, after])

describe('closing a month', () => {
  it('freezes its credits: a late touch is a restatement and leaves the frozen figure alone', async () => {
    await close()
    await givenTouches(org, [['展示会', '2026-05-01']])
    expect(await creditLines(org, 'linear', 'won', 'shown')).toEqual(['2026-06 Web 1000000'])
    expect(await creditLines(org, 'linear', 'won', 'current')).toEqual(['2026-06 Web 500000', '2026-06 展示会 500000'])
    expect((await frozen()).restatements).toMatchObject([
      {
        ...{
          month: '2026-06',
          basis: 'won',
          name: '計測システム',
          account: 'A社',
          cause: 'touchesChanged',
          isNew: true,
        },
        ...{ before: { amount: 1_000_000, touches: 1 }, after: { amount: 1_000_000, touches: 2 } },
      },
    ])
    await requireExact(org)
  })

  it('freezes what was recorded a moment ago, by the rules of that day', async () => {
    await givenTouches(org, [['展示会', '2026-05-01']])
    await close()
    expect(await creditLines(org, 'linear', 'won', 'shown')).toEqual(['2026-06 Web 500000', '2026-06 展示会 500000'])
    await saveAttributionRules(org.admin, {
      ...{ lookbackDays: 70, level: 'account', halfLifeDays: 30, defaultModel: 'w', grossMargin: null },
      custom: { first: 0, leadCreation: 0, opportunityCreation: 0, last: 10_000, middle: 0 },
    })
    expect(await creditLines(org, 'linear', 'won', 'current')).toEqual(['2026-06 展示会 1000000'])
    expect(await creditLines(org, 'linear', 'won', 'shown')).toEqual(['2026-06 Web 500000', '2026-06 展示会 500000'])
    const { months, restatements } = await frozen()
    expect(months.map(({ month, rules }) => [month, rules.lookbackDays])).toEqual([
      ['2026-04', 365],
      ['2026-05', 365],
      ['2026-06', 365],
    ])
    expect(restatements).toEqual([])
  })

  it('writes down a changed amount, a lead that moves a milestone, and new business that was none', async () => {
    await givenTouches(org, [['展示会', '2026-06-01']])
    await close()
    await givenWon(org, { amount: 1_500_000 })
    await creditLines(org, 'w')
    const rows = [givenLead(org, { account: { name: 'A社' }, stages: { lead: '2026-04-15' } })]
    await upsertLeads(org.admin, { importId: null, rows })
    await creditLines(org, 'w')
    await givenWon(org, { amount: 1_500_000, isNew: false })
    const [two, one] = [
      { amount: 1_500_000, touches: 2 },
      { amount: 1_500_000, touches: 1 },
    ]
    expect(await causes()).toEqual([
      ['2026-06', 'won', 'amountChanged', { amount: 1_000_000, touches: 2 }, two],
      ['2026-04', 'created', 'amountChanged', { amount: 1_000_000, touches: 1 }, one],
      ['2026-06', 'won', 'milestonesChanged', two, two],
      ['2026-04', 'created', 'milestonesChanged', one, one],
      ['2026-06', 'won', 'scopeChanged', two, two],
      ['2026-04', 'created', 'scopeChanged', one, one],
    ])
  })

  it('writes down a deal that goes to another month, and one that comes', async () => {
    await close()
    await givenWon(org, { closedOn: '2026-07-01' })
    await givenWon(org, {
      identity: 'x:O2',
      account: { name: 'A社' },
      amount: 7,
      createdOn: '2026-06-01',
      closedOn: '2026-06-02',
    })
    const { restatements } = await frozen()
    expect(
      restatements.map(({ month, basis, cause, before, after }) => [
        month,
        basis,
        cause,
        before?.amount,
        after?.amount,
      ]),
    ).toEqual([
      ['2026-06', 'won', 'dealRemoved', 1_000_000, undefined],
      ['2026-06', 'won', 'dealAdded', undefined, 7],
      ['2026-06', 'created', 'dealAdded', undefined, 7],
    ])
    expect(await creditLines(org, 'w', 'won', 'shown')).toEqual(['2026-06 Web 1000000', '2026-07 Web 1000000'])
    await requireExact(org)
  })

  it('adds up: frozen figures and restatements are what is booked', async () => {
    await close()
    await givenWon(org, { amount: 900_001 })
    await givenWon(org, {
      identity: 'x:O2',
      account: { name: 'B社' },
      amount: 300_000,
      createdOn: '2026-05-01',
      closedOn: '2026-05-31',
    })
    const of = { teamId: org.rootId }
    const actor = await reader(org)
    const { rows, ledger } = await bookedRevenue(actor, of, SPAN)
    const booked = rows.reduce((sum, { amount }) => sum + amount, 0)
    const { shown, current } = await creditsByChannel(actor, of, { ...SPAN, bases: ['won'] })
    const sum = (list: typeof shown) =>
      list.filter(({ model }) => model === 'fullPath').reduce((all, { amount }) => all + amount, 0)
    const restated = (await frozen()).restatements
      .filter(({ basis }) => basis === 'won')
      .reduce((all, { before, after }) => all + (after?.amount ?? 0) - (before?.amount ?? 0), 0)
    expect([booked, sum(current), sum(shown), restated]).toEqual([1_200_001, 1_200_001, 1_000_000, 200_001])
    expect(ledger.every(({ amount }) => amount === null)).toBe(true)
  })

  it('is taken back by opening the month; closed again it is frozen as it is then', async () => {
    await close()
    await givenTouches(org, [['展示会', '2026-05-01']])
    await creditLines(org, 'linear')
    await reopenMonth(org.admin, { teamId: org.rootId, month: '2026-06', reason: '入力漏れ' })
    expect(await creditLines(org, 'linear', 'won', 'shown')).toEqual(['2026-06 Web 500000', '2026-06 展示会 500000'])
    expect((await frozen()).restatements).toEqual([])
    await closeMonths(org.admin, { teamId: org.rootId, through: '2026-06', today: '2026-10-05' })
    expect(await creditLines(org, 'linear', 'won', 'shown')).toEqual(['2026-06 Web 500000', '2026-06 展示会 500000'])
    expect((await frozen()).months.map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06'])
  })

  it('waits while everything is credited anew', async () => {
    await withOrg(org.admin, ({ $client }) =>
      $client.query(
        `insert into attribution_runs (org_id, id, state, done, total, started_at, active_at) values ($1, $1, 'running', 0, 1, now(), now())`,
        [org.orgId],
      ),
    )
    await expect(close()).rejects.toMatchObject({ code: 'conflict', message: 'creditsBehind' })
  })

  it('waits for more than is credited at once, which whoever reads begins', async () => {
    await withOrg(org.admin, async ({ $client }) => {
      const id = `('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
      await $client.query(
        `with made as (insert into opportunities (org_id, id, identity, source_at, name, team_id, amount, state, created_on,
             closed_on, counts_as_new)
           select $1, ${id}, 'n:' || n, now(), '商談', $2, 1000, 'won', '2026-06-01', '2026-06-02', true
           from generate_series(1, ${FEW + 1}) n returning id)
         insert into attribution_dirty select $1, id, now() from made`,
        [org.orgId, org.rootId],
      )
    })
    await expect(close()).rejects.toMatchObject({ code: 'conflict', message: 'creditsBehind' })
    expect((await reader(org)).dataVersion).toBe(await freshened(await reader(org)))
    await creditWork(org.orgId)
    expect(await creditLines(org, 'w')).toEqual(['2026-06 Web 1000000', '2026-06 接点なし 3001000'])
    await close()
    expect(await creditLines(org, 'w', 'won', 'shown')).toEqual(['2026-06 Web 1000000', '2026-06 接点なし 3001000'])
  })

  it('freezes one team: the company’s figure has the others as they are', async () => {
    const { teamId } = await addTeam(org.admin, { name: '東日本' })
    await givenWon(org, { identity: 'x:O2', teamId, account: { name: 'A社' } })
    await close()
    await givenTouches(org, [['展示会', '2026-05-01']])
    expect(await creditLines(org, 'last', 'won', 'shown')).toEqual(['2026-06 Web 1000000', '2026-06 展示会 1000000'])
    expect(await creditLines(org, 'last', 'won', 'current')).toEqual(['2026-06 展示会 2000000'])
  })
})

describe('credits of another organisation, or of a team out of reach', () => {
  it('are not found, and one’s own are', async () => {
    const theirs = await givenOrganisation()
    const { teamId } = await addTeam(org.admin, { name: '東日本' })
    const limited = await givenMember(org, 'viewer', { teamIds: [teamId] })
    await close()
    const ask = [
      (actor: typeof limited, of: { teamId: string }) => creditsByChannel(actor, of, { ...SPAN, bases: ['won'] }),
      (actor: typeof limited, of: { teamId: string }) =>
        creditsByCampaign(actor, of, { ...SPAN, bases: ['won'], model: 'w' }),
      (actor: typeof limited, of: { teamId: string }) => frozenCredits(actor, of, SPAN),
      (actor: typeof limited, of: { teamId: string }) => bookedRevenue(actor, of, SPAN),
    ]
    for (const question of ask) {
      await expect(question(org.admin, { teamId: theirs.rootId })).rejects.toMatchObject({ code: 'notFound' })
      await expect(question(theirs.admin, { teamId: org.rootId })).rejects.toMatchObject({ code: 'notFound' })
      await expect(question(limited, { teamId: org.rootId })).rejects.toMatchObject({ code: 'notFound' })
      expect(await question(limited, { teamId })).toBeDefined()
    }
    const own = await creditsByChannel(await reader(org), { teamId: org.rootId }, { ...SPAN, bases: ['won'] })
    expect(own.current.length).toBeGreaterThan(0)
    const foreign = await creditsByChannel(await reader(theirs), { teamId: theirs.rootId }, { ...SPAN, bases: ['won'] })
    expect(foreign).toEqual({ shown: [], current: [] })
  })

  it('cannot be written, nor a frozen figure changed, by the app’s role', async () => {
    await close()
    const refused = (text: string) => withOrg(org.admin, ({ $client }) => $client.query(text))
    await expect(refused('update attribution_frozen set amounts = amounts')).rejects.toMatchObject({ code: '42501' })
    await expect(refused('delete from attribution_restatements')).rejects.toMatchObject({ code: '42501' })
    const theirs = await givenOrganisation()
    await expect(
      withOrg(org.admin, ({ $client }) =>
        $client.query('insert into attribution_dirty values ($1, $1, now())', [theirs.orgId]),
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await refused(`insert into attribution_dirty values ('${org.orgId}', '${org.orgId}', now())`)
  })
})
