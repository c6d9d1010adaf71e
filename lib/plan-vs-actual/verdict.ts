import { metricOf } from '#lib/metrics'
import { attainment } from '#lib/ratio'
import type { LedgerMetric, Thresholds } from './ledger'

/** ○ good, △ watch, × bad. */
export type Verdict = 'good' | 'watch' | 'bad'

/**
 * The one place that judges (DOMAIN §1): the unrounded actual ÷ plan, or plan ÷ actual where lower is better, is ○ from
 * `goodFrom`, △ from `watchFrom`, else ×. Null when that ratio is undefined.
 */
export function verdict(
  metric: LedgerMetric,
  actual: number | null,
  plan: number | null,
  { goodFrom, watchFrom }: Thresholds,
): Verdict | null {
  const judged = metricOf(metric).better === 'down' ? attainment(plan, actual) : attainment(actual, plan)
  if (judged === null) return null
  if (judged >= goodFrom) return 'good'
  return judged >= watchFrom ? 'watch' : 'bad'
}
