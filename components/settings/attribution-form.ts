import { MILESTONES } from '#lib/attribution/models'
import { parseNumber } from '#lib/input/number'
import type { RulesInput } from './attribution-props'

/** Where custom weights stand. */
export const WEIGHT_PLACES = [...MILESTONES, 'middle'] as const
export type WeightPlace = (typeof WEIGHT_PLACES)[number]

/** The form as typed. */
export type RulesForm = Omit<RulesInput, 'lookbackDays' | 'halfLifeDays' | 'custom' | 'grossMargin'> & {
  readonly lookbackDays: string
  readonly isMeasured: boolean
  readonly halfLifeDays: string
  readonly custom: Readonly<Record<WeightPlace, string>>
  readonly grossMargin: string
}

/** A percentage as hundredths of a percent: '22.5' and '22.5%' are 2,250. Null: blank; undefined: cannot be read. */
export function hundredthsOf(text: string): number | null | undefined {
  const read = parseNumber(text.replace(/[%％]\s*$/, ''), { decimals: 2 })
  return 'fault' in read ? undefined : read.value
}

/** 2,250 is 22.5. */
export function percentOf(hundredths: number | null): string {
  return hundredths === null ? '' : String(hundredths / 100)
}

/** What the custom weights add up to, in hundredths of a percent; null while one cannot be read. A blank one is 0. */
export function weightSum({ custom }: Pick<RulesForm, 'custom'>): number | null {
  const weights = WEIGHT_PLACES.map((place) => hundredthsOf(custom[place]))
  return weights.reduce<number | null>(
    (sum, each) => (sum === null || each === undefined ? null : sum + (each ?? 0)),
    0,
  )
}

export type Fault = 'days' | 'weights' | 'margin'

/** The form read, or the fields that cannot be. */
export function readRules(form: RulesForm): { readonly input: RulesInput } | { readonly faults: readonly Fault[] } {
  const whole = (text: string) => {
    const read = parseNumber(text)
    return 'fault' in read ? null : read.value
  }
  const lookbackDays = whole(form.lookbackDays)
  const halfLifeDays = form.isMeasured ? null : whole(form.halfLifeDays)
  const grossMargin = hundredthsOf(form.grossMargin)
  const isWhole = weightSum(form) === 10_000
  const daysAreRight = isWithin(lookbackDays, 1, 730) && (form.isMeasured || isWithin(halfLifeDays, 1, 3650))
  const marginIsRight = grossMargin === null || isWithin(grossMargin ?? null, 0, 10_000)
  if (daysAreRight && isWhole && marginIsRight && lookbackDays !== null && grossMargin !== undefined) {
    const custom = Object.fromEntries(WEIGHT_PLACES.map((place) => [place, hundredthsOf(form.custom[place]) ?? 0]))
    const { level, defaultModel } = form
    return {
      input: { lookbackDays, level, halfLifeDays, custom: custom as RulesInput['custom'], defaultModel, grossMargin },
    }
  }
  return {
    faults: [
      ...(daysAreRight ? [] : (['days'] as const)),
      ...(isWhole ? [] : (['weights'] as const)),
      ...(marginIsRight ? [] : (['margin'] as const)),
    ],
  }
}

const isWithin = (value: number | null, least: number, most: number) =>
  value !== null && value >= least && value <= most
