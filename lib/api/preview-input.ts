import { z } from 'zod'
import { DEFAULT_STAGES, transitionsFrom } from '#lib/funnel/stages'

/** An exact decimal, as a text or as a number, which is read as it is printed. */
const DecimalInput = z
  .union([z.string().max(40), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^-?\d{1,20}(\.\d{1,20})?$/, { error: 'numberUnreadable' }))

const StageText = z.string().min(1).max(60)
const Yen = z.int({ error: 'numberNotWhole' })
const Year = <T extends z.ZodType>(value: T) => z.array(value).length(12)

const Channel = z.strictObject({
  name: z.string().min(1).max(200),
  /** Fraction of the marketing goal: '0.5'. */
  share: DecimalInput,
  /** Stage where its people enter the funnel. */
  entry: StageText,
  /** One per transition from the entry stage on, as fractions. */
  rates: z.array(DecimalInput).max(11),
  /** Months of each transition: a number, or a measured curve by month whose sum is 1. */
  lags: z.array(z.union([DecimalInput, z.array(DecimalInput).min(1).max(61)])).max(11),
  dealSize: Yen,
  unitCost: z.strictObject({ stage: StageText, yen: Yen.min(0) }).optional(),
  fixedCostPerMonth: Yen.min(0).optional(),
  /** A scheduled channel: planned entries of each month's campaigns. */
  schedule: Year(z.int().min(0)).optional(),
})

/** Counts by stage, and revenue, by month; null = not entered. */
const Counts = z.array(z.number().nullable())
const Before = z.record(StageText, Counts.max(60))
const Actuals = z.record(StageText, z.object({ before: Before.default({}) }).catchall(Counts.max(12)))

/** A scenario as in golden/plan: what `POST /api/v1/plan/preview` takes. Money in the currency's minor unit. */
export const PreviewInput = z
  .strictObject({
    title: z.string().max(500).optional(),
    goal: Yen.min(0),
    existing: Yen.min(0).default(0),
    salesSourced: Yen.min(0).default(0),
    /** Twelve weights, or twelve amounts that add up to the goal; neither: even months. */
    seasonality: Year(DecimalInput).optional(),
    goalByMonth: Year(Yen.min(0)).optional(),
    nextYearGrowth: DecimalInput.default('0'),
    rounding: z.enum(['stage', 'exact']).default('stage'),
    /** Upstream first; ends with 'won'. */
    stages: z
      .array(StageText)
      .min(1)
      .max(30)
      .default([...DEFAULT_STAGES]),
    channels: z.array(Channel).max(50),
    /** Index of the last month with actuals, 0 … 11. */
    actualsThrough: z.int().min(0).max(11).optional(),
    actuals: Actuals.optional(),
  })
  .superRefine((input, context) => {
    for (const { path, message } of faultsIn(input)) context.addIssue({ code: 'custom', path: [...path], message })
  })
export type PreviewInput = z.output<typeof PreviewInput>

type Fault = { readonly path: readonly (string | number)[]; readonly message: string }
type Given = Pick<PreviewInput, 'stages' | 'channels' | 'actuals' | 'actualsThrough' | 'seasonality' | 'goalByMonth'>

/** What no single field shows: names, stages and lengths that do not fit each other. */
function faultsIn({ stages, channels, actuals, actualsThrough, seasonality, goalByMonth }: Given): Fault[] {
  const names = channels.map(({ name }) => name)
  const known = new Set([...stages, 'revenue', 'cost'])
  const unfit = (is: boolean, ...path: (string | number)[]): Fault[] => (is ? [{ path, message: 'invalid' }] : [])
  return [
    ...unfit(stages.at(-1) !== 'won' || new Set(stages).size !== stages.length, 'stages'),
    ...unfit(seasonality !== undefined && goalByMonth !== undefined, 'goalByMonth'),
    ...unfit(actuals !== undefined && actualsThrough === undefined, 'actualsThrough'),
    ...channels.flatMap(({ name, entry, rates, lags }, i) => {
      const transitions = transitionsFrom(stages, entry).length
      return [
        ...unfit(names.indexOf(name) !== i, 'channels', i, 'name'),
        ...unfit(!stages.includes(entry), 'channels', i, 'entry'),
        ...unfit(rates.length !== transitions, 'channels', i, 'rates'),
        ...unfit(lags.length !== transitions, 'channels', i, 'lags'),
      ]
    }),
    ...Object.entries(actuals ?? {}).flatMap(([name, { before, ...counts }]) => [
      ...unfit(!names.includes(name), 'actuals', name),
      ...[...Object.keys(before), ...Object.keys(counts)].flatMap((stage) =>
        unfit(!known.has(stage), 'actuals', name, stage),
      ),
    ]),
  ]
}
