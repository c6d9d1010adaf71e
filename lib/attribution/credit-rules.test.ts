import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthOfDay } from '#lib/month'
import { DEAL_PARTS } from './credit'
import { CreditBook } from './credit-book'
import { dealCredits } from './deal-credits'
import type { Deal } from './journey'
import { TOUCH_MODELS } from './models'
import { DAY_MS, dealOf, TEST_RULES } from './test-journey'

const touch = fc.record({
  day: fc.nat(60),
  channelId: fc.constantFrom('Web', 'Mail', 'Event', 'direct'),
  campaignId: fc.constantFrom(null, 'spring', 'autumn'),
  isOwn: fc.boolean(),
})
const touches = fc
  .array(touch, { maxLength: 12 })
  .map((all) => all.toSorted((a, b) => a.day - b.day).map((each) => ({ ...each, at: each.day * DAY_MS })))
const amount = fc.oneof(fc.integer({ min: -500, max: 20_000_000 }), fc.maxSafeInteger())
const deals: fc.Arbitrary<Deal> = fc
  .record({
    ...{ touches, amount, createdDay: fc.nat(60), leadDay: fc.option(fc.nat(60)), isNew: fc.boolean() },
    ...{
      teamId: fc.constantFrom('east', 'west'),
      state: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    },
    toClose: fc.nat(60),
  })
  .map(({ toClose, leadDay, ...deal }) => ({
    ...deal,
    ...{ leadDay, leadAt: leadDay === null ? null : leadDay * DAY_MS },
    closedDay: deal.state === 'open' ? null : deal.createdDay + toClose,
  }))
const rules = fc
  .record({
    lookbackDays: fc.constantFrom(10, 30, 365),
    level: fc.constantFrom('account' as const, 'person' as const),
    halfLifeDays: fc.constantFrom(1, 7, 30),
  })
  .map((some) => ({ ...TEST_RULES, ...some }))

const sum = (numbers: readonly number[]) => Number(numbers.reduce((total, each) => total + BigInt(each), 0n))
/** Amounts that a hundred deals may have without leaving what a number holds exactly. */
const modest = deals.map((deal) => ({ ...deal, amount: deal.amount % 1_000_000_000 }))
const cellsOf = (book: CreditBook) =>
  [...book.cells()].toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

describe('rules for any deals', () => {
  it('each model’s credits add up to the amount and to one deal, and are the same when asked again', () => {
    fc.assert(
      fc.property(deals, rules, fc.constantFrom(...TOUCH_MODELS), (deal, by, model) => {
        const credits = dealCredits(deal, by, 'created', model)
        if (credits.length === 0) return
        expect(sum(credits.map((credit) => credit.amount))).toBe(deal.amount)
        expect(sum(credits.map((credit) => credit.dealParts))).toBe(DEAL_PARTS)
        expect(sum(credits.map((credit) => Math.round(credit.share * 1e9)))).toBeCloseTo(1e9, -2)
        expect(dealCredits(deal, by, 'created', model)).toEqual(credits)
      }),
      { numRuns: 500 },
    )
  })

  it('a credit is less than one unit away from its share', () => {
    fc.assert(
      fc.property(modest, rules, fc.constantFrom(...TOUCH_MODELS), (deal, by, model) => {
        for (const credit of dealCredits(deal, by, 'created', model)) {
          expect(Math.abs(credit.amount - credit.share * deal.amount)).toBeLessThan(1.001)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('Shapley gives channels the same in whatever order they came', () => {
    const channels = fc.array(fc.constantFrom('Web', 'Mail', 'Event', 'direct'), { minLength: 1, maxLength: 6 })
    const orders = channels.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(orders, ([one, other]) => {
        // 3,600 is a whole for up to six channels of up to six touches: nothing is rounded.
        const byChannel = (order: readonly string[]) => {
          const credits = dealCredits(
            dealOf(
              order.map((channel, day) => `${channel} ${day}`),
              { amount: 3600 },
            ),
            ...([TEST_RULES, 'won', 'shapley'] as const),
          )
          return [...new Set(one)].map((id) =>
            sum(credits.filter((credit) => credit.touch.channelId === id).map((credit) => credit.amount)),
          )
        }
        expect(byChannel(other)).toEqual(byChannel(one))
      }),
    )
  })

  it('a book holds the sum of its deals, each credited by itself', () => {
    fc.assert(
      fc.property(fc.array(modest, { maxLength: 8 }), rules, fc.constantFrom(...TOUCH_MODELS), (all, by, model) => {
        const book = new CreditBook(by, { bases: ['won'], models: [model] })
        for (const deal of all) book.add(deal)
        const expected = new Map<string, [number, number]>()
        const add = (key: string, credit: number, parts: number) => {
          const [before, partsBefore] = expected.get(key) ?? [0, 0]
          expected.set(key, [before + credit, partsBefore + parts])
        }
        for (const deal of all.filter(({ state }) => state === 'won')) {
          const place = `${deal.teamId} ${deal.isNew} ${monthOfDay(deal.closedDay ?? 0)}`
          const credits = dealCredits(deal, by, 'won', model)
          for (const { touch: to, ...credit } of credits) {
            add(`${place} ${to.channelId} ${to.campaignId}`, credit.amount, credit.dealParts)
          }
          if (credits.length === 0) add(`${place} null null`, deal.amount, DEAL_PARTS)
        }
        const booked = [...book.cells()].map(({ amounts, dealParts, ...at }) => [
          `${at.teamId} ${at.isNew} ${at.month} ${at.channelId} ${at.campaignId}`,
          [amounts[0], dealParts[0]],
        ])
        const isSomething = ([, [credit, parts]]: [string, [number, number]]) => credit !== 0 || parts !== 0
        expect(new Map(booked as [string, [number, number]][])).toEqual(new Map([...expected].filter(isSomething)))
      }),
    )
  })

  it('every basis of every model adds up to its deals', () => {
    fc.assert(
      fc.property(fc.array(modest, { maxLength: 8 }), rules, (all, by) => {
        const book = new CreditBook(by)
        for (const deal of all) book.add(deal)
        const cells = [...book.cells()]
        const inBasis = {
          won: all.filter(({ state }) => state === 'won'),
          cohort: all.filter(({ state }) => state === 'won'),
          created: all,
          open: all.filter(({ state }) => state === 'open'),
        }
        for (const [basis, counted] of Object.entries(inBasis)) {
          const own = cells.filter((cell) => cell.basis === basis)
          for (const m of TOUCH_MODELS.keys()) {
            expect(sum(own.map(({ amounts }) => amounts[m] ?? 0))).toBe(sum(counted.map((deal) => deal.amount)))
            expect(sum(own.map(({ dealParts }) => dealParts[m] ?? 0))).toBe(counted.length * DEAL_PARTS)
          }
        }
      }),
    )
  })

  it('taking out what was and adding what is comes to the same as from scratch', () => {
    const changes = fc.array(fc.record({ before: fc.option(modest), after: fc.option(modest) }), { maxLength: 8 })
    fc.assert(
      fc.property(changes, rules, (all, by) => {
        const [changed, scratch] = [new CreditBook(by), new CreditBook(by)]
        for (const { before } of all) if (before) changed.add(before)
        for (const { before, after } of all) {
          if (before) changed.remove(before)
          if (after) changed.add(after)
        }
        const table = scratch.table()
        for (const { after } of all) if (after) table.push(after)
        scratch.addAll(table)
        expect(cellsOf(changed)).toEqual(cellsOf(scratch))
      }),
    )
  })
})

describe('a deal that changes', () => {
  it('comes to the same as one taken out and another one added, with the same touches or others', () => {
    type Change = Partial<Omit<Deal, 'leadAt' | 'closedDay'>> & { readonly toClose?: number }
    const some: fc.Arbitrary<Change> = fc.record(
      {
        ...{ leadDay: fc.option(fc.nat(60)), amount: fc.nat(1000), isNew: fc.boolean(), touches },
        ...{ createdDay: fc.nat(60), toClose: fc.nat(60), teamId: fc.constantFrom('east', 'west') },
        state: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
      },
      { requiredKeys: [] },
    )
    const changed = fc.oneof(some, fc.record<Change>({ leadDay: fc.option(fc.nat(60)) }))
    const of = (before: Deal, { toClose, leadDay = before.leadDay, ...facts }: Change): Deal => {
      const deal = { ...before, ...facts, leadDay, leadAt: leadDay === null ? null : leadDay * DAY_MS }
      return { ...deal, closedDay: deal.state === 'open' ? null : deal.createdDay + (toClose ?? 20) }
    }
    fc.assert(
      fc.property(modest, changed, rules, (before, change, by) => {
        const after = of(before, change)
        const [book, expected] = [new CreditBook(by), new CreditBook(by)]
        expected.remove(before)
        expected.add(after)
        const table = book.table()
        table.push(before)
        if (change.touches) table.push(after)
        else table.beginAgain(after)
        book.changeDeal(table, 0, 1)
        expect(cellsOf(book)).toEqual(cellsOf(expected))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a path that is long', () => {
  it('is shared to the unit also by a thousand touches of many channels', () => {
    // 41 channels with 1 … 41 touches: their common multiple is beyond a double.
    const channels = Array.from({ length: 41 }, (_, i) => Array<string>(i + 1).fill(`c${i}`)).flat()
    const deal = dealOf(
      channels.map((channel) => `${channel} 20`),
      { amount: 41_000_000 },
    )
    for (const model of TOUCH_MODELS) {
      expect(sum(dealCredits(deal, TEST_RULES, 'won', model).map((credit) => credit.amount))).toBe(41_000_000)
    }
    const last = dealCredits(deal, TEST_RULES, 'won', 'shapley').filter(({ touch: to }) => to.channelId === 'c40')
    // A million for each channel; 1,000,000 ÷ 41 is 24,390.24.
    expect(new Set(last.map((credit) => credit.amount))).toEqual(new Set([24_390]))
  })
})
