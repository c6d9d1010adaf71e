import type { z } from 'zod'
import type { AccountRef } from '#lib/records/fields'
import { externalIdentity } from '#lib/records/identity'
import type { LeadRow } from '#lib/records/lead'
import type { OpportunityRow } from '#lib/records/opportunity'
import { addDays, daysBetween, earlier } from './days'
import type { Deal, Person } from './people-and-deals'
import type { Random } from './random'

type Lead = z.input<typeof LeadRow>
type Opportunity = z.input<typeof OpportunityRow>
type Account = z.input<typeof AccountRef>

export type RowsOf = {
  readonly teamId: string
  readonly today: string
  readonly random: Random
  readonly account: () => Account
  /** What the team sells, and who sells it. */
  readonly products: readonly string[]
  readonly owners: readonly string[]
  /** Channel whose people of the last finished month nobody called. */
  readonly neglected: string | undefined
  readonly lastFinished: string
}

const RETURNED = ['予算の予定がない', '導入時期が来期以降', '対象外の業種', '連絡がつかない'] as const
const LOST = ['価格', '競合製品に決定', '予算の凍結', '要件に合わない'] as const
export const STAGES = ['初回訪問', '課題の整理', '提案', '見積', '稟議'] as const
const AGES = [10, 25, 45, 70] as const

const oneOf = <Item>(items: readonly [Item, ...Item[]] | readonly Item[], random: Random) =>
  items[Math.floor(random.between(0, items.length))]

/** A lead with its handover: qualified people are passed within a day; most are called soon, some late, some never. */
export function leadRow(person: Person, account: Account | null, of: RowsOf): Lead {
  const { teamId, today } = of
  const { key, channelId, cameOn, qualifiedOn } = person
  const stages = { lead: cameOn, ...(qualifiedOn === null ? {} : { mql: qualifiedOn }) }
  const row = { identity: externalIdentity(key), teamId, channelId, account, stages }
  if (qualifiedOn === null) return row
  const passedAt = earlier(today, addDays(qualifiedOn, of.random.between(0, 1)))
  return { ...row, passedAt, ...handover(person, passedAt, of) }
}

function handover(person: Person, passedAt: string, { random, today, neglected, lastFinished }: RowsOf): Partial<Lead> {
  const [mood, wait] = [random.between(0, 1), random.between(0, 4.4)]
  const isNeglected = person.channelId === neglected && passedAt.startsWith(lastFinished)
  if (person.deal === null && (isNeglected || mood < 0.06)) return {}
  const worked = addDays(passedAt, mood > 0.86 && person.deal === null ? wait * 2 + 6 : Math.floor(wait))
  if (worked > today) return {}
  if (person.deal !== null || mood < 0.74) return { workedAt: worked }
  const returned = addDays(worked, random.between(1, 9))
  return returned > today
    ? { workedAt: worked }
    : { workedAt: worked, returnedAt: returned, returnReason: oneOf(RETURNED, random) ?? null }
}

/** An opportunity as the CRM has it. The surer sales are, the more of them were won. */
export function opportunityRow(deal: Deal, account: Account, of: RowsOf): Opportunity {
  const { random, today, teamId } = of
  const age = daysBetween(deal.createdOn, today)
  const isUnpriced = deal.state === 'open' && age < 14 && random.between(0, 1) < 0.3
  const stage = AGES.filter((days) => age * random.between(0.8, 1.2) > days).length
  const stageSince = addDays(deal.createdOn, age * random.between(0.45, 0.9))
  return {
    identity: externalIdentity(deal.key),
    ...{ teamId, account, state: deal.state, createdOn: deal.createdOn, closedOn: deal.closedOn },
    name: `${oneOf(of.products, random)} ${deal.isExisting ? '更新' : '導入'}`,
    amount: isUnpriced ? null : deal.amount,
    leadExternalId: deal.person?.key ?? null,
    channelId: deal.person ? null : deal.channelId,
    stage: deal.state === 'open' ? (STAGES[stage] ?? null) : null,
    stageSince: deal.state === 'open' ? stageSince : null,
    expectedCloseOn: addDays(deal.createdOn, random.between(60, 130)),
    owner: oneOf(of.owners, random) ?? null,
    forecastCategory: category(deal, stage, random),
    isNew: deal.isExisting ? false : null,
    lossReason: deal.state === 'lost' ? (oneOf(LOST, random) ?? null) : null,
  }
}

function category({ state }: Deal, stage: number, random: Random): 'A' | 'B' | 'C' | null {
  const sure = random.between(0, 1) + { won: 0.3, lost: -0.2, open: stage * 0.12 - 0.25 }[state]
  if (sure > 0.8) return 'A'
  return sure > 0.35 ? 'B' : sure > -0.25 ? 'C' : null
}
