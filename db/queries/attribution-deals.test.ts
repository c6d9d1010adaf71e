import { beforeEach, describe, expect, it } from 'vitest'
import { USUAL_RULES } from '#lib/attribution/kept-rules'
import { givenTouches, givenWon, reader } from '../attribution/fixtures'
import { type GivenOrganisation, givenOrganisation } from '../fixtures'
import { newId } from '../id'
import { creditedDeals, type DealsAsked, dealNeighbours } from './attribution-deals'
import { dealJourney } from './deal-journey'

let org: GivenOrganisation
beforeEach(async () => {
  org = await givenOrganisation()
  // A社: Web, then 展示会; B社 (the larger one): Web alone; C社: no touch within 365 days.
  await givenTouches(org, [
    ['Web', '2026-04-01T01:00:00Z'],
    ['展示会', '2026-05-10T01:00:00Z'],
  ])
  await givenTouches(org, [['Web', '2026-06-01T01:00:00Z']], 'B社')
  await givenTouches(org, [['Web', '2025-06-29T01:00:00Z']], 'C社')
  await givenWon(org, { name: '一件目', isNew: true })
  await givenWon(org, { identity: 'x:b', name: '二件目', account: { name: 'B社' }, amount: 2_000_000, isNew: true })
  await givenWon(org, { identity: 'x:c', name: '三件目', account: { name: 'C社' }, amount: 500_000, isNew: true })
})

const asked = (own: Partial<DealsAsked> = {}): DealsAsked => ({
  ...{ from: '2026-06', to: '2026-06', customers: 'all', model: 'linear', rules: USUAL_RULES },
  ...{ channel: null, campaignId: null, ...own },
})

async function found(own: Partial<DealsAsked> = {}, after: string | null = null) {
  const page = await creditedDeals(await reader(org), { teamId: org.rootId }, { ...asked(own), after })
  return { ...page, lines: page.rows.map(({ account, touches, credit }) => [account, touches, credit]) }
}

describe('deals behind a figure', () => {
  it('are the largest first, each with the whole of its credits', async () => {
    expect((await found()).lines).toEqual([
      ['B社', 1, 2_000_000],
      ['A社', 2, 1_000_000],
      ['C社', 0, 0],
    ])
  })

  it('of a channel are those that it touched within the lookback, with its part of each', async () => {
    const web = await found({ channel: org.channelIds.Web ?? '' })
    expect([web.lines, web.total]).toEqual([
      [
        ['B社', 1, 2_000_000],
        ['A社', 2, 500_000],
      ],
      2,
    ])
    expect((await found({ channel: org.channelIds.展示会 ?? '', model: 'last' })).lines).toEqual([
      ['A社', 2, 1_000_000],
    ])
  })

  it('without a touch stand by themselves, until a longer lookback finds one', async () => {
    expect((await found({ channel: '-' })).lines).toEqual([['C社', 0, 0]])
    const rules = { ...USUAL_RULES, lookbackDays: 366 }
    expect((await found({ channel: '-', rules })).lines).toEqual([])
  })

  it('of another month are not among them, nor on a page that begins after the last', async () => {
    expect((await found({ from: '2026-07', to: '2026-07' })).lines).toEqual([])
    const last = (await found()).rows.at(-1)
    const behind = await found({}, `500000_${last?.id}`)
    expect([behind.lines, behind.total, behind.next]).toEqual([[], 3, null])
    const second = await found({}, `2000000_${(await found()).rows[0]?.id}`)
    expect(second.lines.map(([account]) => account)).toEqual(['A社', 'C社'])
    expect((await found({}, 'nonsense')).lines).toHaveLength(3)
  })

  it('know who stands before and after them', async () => {
    const { rows } = await found()
    const actor = await reader(org)
    const of = (id = newId()) => dealNeighbours(actor, { teamId: org.rootId }, asked(), id)
    const [first, second, third] = rows.map(({ id }) => id)
    expect(await of(first)).toEqual({ position: 1, total: 3, previous: null, next: second })
    expect(await of(second)).toEqual({ position: 2, total: 3, previous: first, next: third })
    expect(await of(third)).toEqual({ position: 3, total: 3, previous: second, next: null })
    expect(await of()).toEqual({ position: null, total: 0, previous: null, next: null })
  })
})

describe('the journey of a deal', () => {
  it('has every touch with its names, in the order of time', async () => {
    const [, first] = (await found()).rows
    const journey = await dealJourney(await reader(org), { teamId: org.rootId }, first?.id ?? '')
    expect(journey).toMatchObject({ account: 'A社', name: '一件目', amount: 1_000_000, createdOn: '2026-04-20' })
    expect(journey?.journey.touches.map(({ channel, campaign }) => [channel, campaign])).toEqual([
      ['Web', null],
      ['展示会', null],
    ])
  })

  it('of another organisation is not there', async () => {
    const [first] = (await found()).rows
    const other = await givenOrganisation()
    expect(await dealJourney(await reader(other), { teamId: other.rootId }, first?.id ?? '')).toBeNull()
    await expect(dealJourney(await reader(other), { teamId: org.rootId }, first?.id ?? '')).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
