import { z } from 'zod'
import { BASES, type CreditRow, DEAL_PARTS } from '#lib/attribution/credit'
import { KeptRules } from '#lib/attribution/kept-rules'
import type { MarkovAnswer } from '#lib/attribution/markov-answer'
import { MODELS, TOUCH_MODELS } from '#lib/attribution/models'
import { FROZEN_BASES, RESTATEMENT_CAUSES } from '#lib/attribution/restatement'
import { CUSTOMER_SCOPES, type CustomerScope } from '#lib/pipeline/contribution'

const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly()

/** Amounts in the currency's minor unit, deals as a number of them. */
const Credited = z.strictObject({ amount: z.number(), deals: z.number() })
type Credited = z.output<typeof Credited>
const Side = z.strictObject({ amount: z.number(), touches: z.int() }).nullable()

const ModelCredits = z.strictObject({
  model: z.enum(MODELS),
  /** Channel null: 接点なし. `shown` is as closed months were frozen, `current` as records stand now. */
  channels: list(z.strictObject({ channelId: z.uuid().nullable(), shown: Credited, current: Credited })),
  total: z.strictObject({ shown: Credited, current: Credited }),
})
type ModelCredits = z.output<typeof ModelCredits>

export const AttributionAnswer = z.strictObject({
  ...{ from: z.string(), to: z.string(), basis: z.enum(BASES), customers: z.enum(CUSTOMER_SCOPES) },
  /** By which the figures stand. */
  rules: KeptRules,
  defaultModel: z.enum(MODELS),
  /** What is not yet in the figures: other rules, a rebuild under way, opportunities that records changed. */
  behind: z.strictObject({
    rules: KeptRules.nullable(),
    run: z.strictObject({ done: z.number(), total: z.number() }).nullable(),
    opportunities: z.int(),
  }),
  /** Won in the months, counted from the opportunities themselves. */
  booked: Credited,
  /** Markov, for revenue only, is among them once it is solved. */
  models: list(ModelCredits),
  frozen: list(z.strictObject({ teamId: z.uuid(), month: z.string(), closedAt: z.string(), rules: KeptRules })),
  restatements: list(
    z.strictObject({
      ...{ teamId: z.uuid(), month: z.string(), basis: z.enum(FROZEN_BASES), opportunityId: z.uuid() },
      ...{
        name: z.string().nullable(),
        causes: list(z.enum(RESTATEMENT_CAUSES)),
        before: Side,
        after: Side,
        at: z.string(),
      },
    }),
  ),
})

const creditedOf = (rows: readonly Pick<CreditRow, 'amount' | 'dealParts'>[]): Credited => ({
  amount: rows.reduce((sum, { amount }) => sum + amount, 0),
  deals: rows.reduce((sum, { dealParts }) => sum + dealParts, 0) / DEAL_PARTS,
})

type Credits = { readonly shown: readonly CreditRow[]; readonly current: readonly CreditRow[] }

/** Credits of some months by model and channel, the largest first. */
export function modelCredits({ shown, current }: Credits, customers: CustomerScope): ModelCredits[] {
  const isOwn = ({ isNew }: CreditRow) => customers === 'all' || isNew === (customers === 'new')
  return TOUCH_MODELS.map((model) => {
    const own = (rows: readonly CreditRow[]) => rows.filter((row) => row.model === model && isOwn(row))
    const [then, now] = [own(shown), own(current)]
    const ids = [...new Set([...then, ...now].map(({ channelId }) => channelId))]
    const of = (rows: readonly CreditRow[], id: string | null) => creditedOf(rows.filter((row) => row.channelId === id))
    const channels = ids
      .map((channelId) => ({ channelId, shown: of(then, channelId), current: of(now, channelId) }))
      .toSorted((a, b) => b.shown.amount - a.shown.amount)
    return { model, channels, total: { shown: creditedOf(then), current: creditedOf(now) } }
  })
}

/** The same of Markov, which no single month freezes beside the others: both sides are what was solved. */
export function markovModel(answer: MarkovAnswer): ModelCredits[] {
  if (answer.state !== 'ready') return []
  const channels = answer.rows.map((row) => {
    const credited = creditedOf([row])
    return { channelId: row.channelId, shown: credited, current: credited }
  })
  const total = creditedOf(answer.rows)
  return [{ model: 'markov', channels, total: { shown: total, current: total } }]
}
