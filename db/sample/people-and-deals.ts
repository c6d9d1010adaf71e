import { addMonths, type Month } from '#lib/month'
import { addDays, dayIn, daysBetween, earlier } from './days'
import type { Random } from './random'

/** Somebody whom a channel brought; without name, as all leads are. */
export type Person = {
  readonly key: string
  readonly channelId: string
  readonly cameOn: string
  qualifiedOn: string | null
  /** Key of the deal that came of them. */
  deal: string | null
}

/** A deal as it went. */
export type Deal = {
  readonly key: string
  /** Null: sales' own, or of an existing customer. */
  readonly channelId: string | null
  readonly isExisting: boolean
  readonly person: Person | null
  readonly createdOn: string
  closedOn: string | null
  state: 'open' | 'won' | 'lost'
  amount: number | null
}

/** What a channel brought month by month, as the monthly actuals say. */
export type ChannelCounts = {
  readonly channelId: string
  /** Stands in the ids that the CRM gives. */
  readonly code: number
  readonly usualAmount: number
  readonly of: (metric: string, month: Month) => number
}

type World = {
  readonly months: readonly Month[]
  readonly today: string
  readonly random: Random
  readonly prefix: string
}

/** Share of the opportunities whose lead the CRM knows. */
const KNOWN = 0.75

/** Deals that have not closed after so many days are lost. */
const LOST_AFTER = 130

/**
 * People and deals of a channel that agree with its monthly counts: as many come, are qualified, become an opportunity
 * and are won in each month, each after the one before; what is old and was not won is lost.
 */
export function peopleAndDeals({ channelId, code, usualAmount, of }: ChannelCounts, world: World) {
  const { months, today, random, prefix } = world
  const [people, deals]: [Person[], Deal[]] = [[], []]
  const person = (month: Month): Person => {
    const key = `${prefix}-L${code}-${people.length + 1}`
    const made = { key, channelId, cameOn: dayIn(month, random, { to: today }), qualifiedOn: null, deal: null }
    people.push(made)
    return made
  }
  for (const month of months) {
    for (let i = of('lead', month); i > 0; i--) person(month)
    for (let i = of('mql', month); i > 0; i--) qualify(month)
    for (let i = of('opportunity', month); i > 0; i--) open(month, true)
    win(month)
  }
  for (const deal of deals) if (deal.state === 'open') lose(deal)
  return { people, deals }

  function qualify(month: Month): void {
    const recent = people.filter((each) => each.qualifiedOn === null && each.cameOn >= addMonths(month, -1))
    const chosen = recent[Math.floor(random.between(0, recent.length))] ?? person(addMonths(month, -1))
    chosen.qualifiedOn = dayIn(month, random, { from: chosen.cameOn, to: today })
  }

  function open(month: Month, fromPeople: boolean): Deal {
    const ready = fromPeople && random.between(0, 1) < KNOWN ? people.filter((each) => isReady(each, month)) : []
    const waiting = ready[Math.floor(random.between(0, ready.length))]
    const deal: Deal = {
      key: `${prefix}-D${code}-${deals.length + 1}`,
      ...{ channelId, isExisting: false, person: waiting ?? null },
      createdOn: dayIn(month, random, { from: waiting ? addDays(waiting.qualifiedOn ?? '', 3) : '', to: today }),
      ...{ closedOn: null, state: 'open' as const, amount: roughly(usualAmount) },
    }
    if (waiting) waiting.deal = deal.key
    deals.push(deal)
    return deal
  }

  /** Qualified in this month or up to two months before. */
  function isReady({ qualifiedOn, deal }: Person, month: Month): boolean {
    return deal === null && qualifiedOn !== null && qualifiedOn >= addMonths(month, -2) && qualifiedOn <= `${month}-20`
  }

  function win(month: Month): void {
    const count = of('won', month)
    const parts = split(of('revenue', month), count, random)
    for (const amount of parts) {
      const old = deals.find((deal) => deal.state === 'open' && deal.createdOn <= addMonths(month, -1))
      const deal = old ?? open(addMonths(month, -3), false)
      Object.assign(deal, {
        state: 'won',
        amount,
        closedOn: dayIn(month, random, { from: addDays(deal.createdOn, 1), to: today }),
      })
    }
  }

  function lose(deal: Deal): void {
    const age = daysBetween(deal.createdOn, today)
    if (age <= LOST_AFTER && (age < 40 || random.between(0, 1) > 0.35)) return
    deal.state = 'lost'
    deal.closedOn = earlier(today, addDays(deal.createdOn, random.between(25, Math.min(age, LOST_AFTER))))
  }

  function roughly(amount: number): number {
    return Math.round((amount * (random.between(0.3, 0.7) + random.between(0.3, 0.7))) / 10_000) * 10_000
  }
}

/** An amount as that many deals, each to 10,000 yen but for the last, which makes up the sum. */
export function split(amount: number, count: number, random: Random): number[] {
  const weights = Array.from({ length: count }, () => random.between(0.7, 1.3))
  const whole = weights.reduce((a, b) => a + b, 0)
  const parts = weights.slice(1).map((weight) => Math.round((amount * weight) / whole / 10_000) * 10_000)
  return count === 0 ? [] : [...parts, amount - parts.reduce((a, b) => a + b, 0)]
}
