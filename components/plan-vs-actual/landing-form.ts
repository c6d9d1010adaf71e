import type { SettableLine } from '#lib/forecast/line-landing'
import { formatMoney, minorDigits } from '#lib/format'
import { parseNumber } from '#lib/input/number'
import type { Month } from '#lib/month'
import type { LandingOverride } from '#lib/monthly-actual'
import { type Ledger, MONTHS } from '#lib/plan-vs-actual/ledger'

/** One coming month in the form: what is planned, what stands there by hand, what is typed. */
export type LandingMonth = {
  readonly month: Month
  readonly plan: number | null
  readonly set: LandingOverride | null
  readonly text: string
  /** Cannot be read, or is below 0. */
  readonly isFaulty: boolean
}

export type LandingForm = readonly LandingMonth[]

/** The months after the boundary of a team's line. */
export function landingForm(ledger: Ledger, teamId: string, line: SettableLine, currency: string): LandingForm {
  const rows = ledger.rows.filter((row) => row.line === line && (ledger.wholeOf !== null || row.teamId === teamId))
  return MONTHS.slice(ledger.actualsThrough + 1).flatMap((index) => {
    const month = ledger.year.months[index]
    if (month === undefined) return []
    const planned = rows.flatMap((row) => row.plan[index] ?? [])
    const isHere = (each: Ledger['landingOverrides'][number]) =>
      each.line === line && each.teamId === teamId && each.monthIndex === index
    const set = ledger.landingOverrides.find(isHere) ?? null
    const plan = planned.length === 0 ? null : planned.reduce((a, b) => a + b, 0)
    return [{ month, plan, set, text: set === null ? '' : amountText(set.amount, currency), isFaulty: false }]
  })
}

/** What is typed in a month. */
export function typed(form: LandingForm, month: Month, text: string, currency: string): LandingForm {
  return form.map((each) =>
    each.month === month ? { ...each, text, isFaulty: amountOf(text, currency) === 'faulty' } : each,
  )
}

/** The months whose amount differs from what stands there; null while one cannot be read. */
export function changedMonths(form: LandingForm, currency: string): { month: Month; amount: number | null }[] | null {
  if (form.some((each) => each.isFaulty)) return null
  return form.flatMap(({ month, set, text }) => {
    const amount = amountOf(text, currency)
    return amount === 'faulty' || amount === (set?.amount ?? null) ? [] : [{ month, amount }]
  })
}

function amountOf(text: string, currency: string): number | null | 'faulty' {
  const parsed = parseNumber(text, { decimals: minorDigits(currency) })
  return 'fault' in parsed || (parsed.value ?? 0) < 0 ? 'faulty' : parsed.value
}

function amountText(amount: number, currency: string): string {
  return formatMoney(amount, { locale: 'en', unit: 'yen', currency })
}
