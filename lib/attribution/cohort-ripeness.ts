import { actualsOf, rowsOfRun } from '#lib/forecast/actuals'
import { RIPE_FROM, ripenessOf } from '#lib/forecast/ripeness'
import { type Run, sharesOf } from '#lib/forecast/run'
import type { Ledger } from '#lib/plan-vs-actual/ledger'
import { ratio } from '#lib/ratio'

/** How much of what leads of some months will bring has had its time, by channel; null where no plan says so. */
export function cohortRipeness(ledger: Ledger, months: readonly number[]): Map<string, number | null> {
  const channels = new Map<string, { count: number; ripe: number }>()
  for (const run of ledger.runs) {
    const sum = channels.get(run.channelId) ?? { count: 0, ripe: 0 }
    const shares = toWon(run)
    const entered = actualsOf(run, rowsOfRun(ledger, run), ledger.finishedThrough)
    for (const month of months) {
      const count = entered(firstStage(run), month) ?? 0
      sum.count += count
      sum.ripe += count * ripenessOf(shares, month, ledger.finishedThrough)
    }
    channels.set(run.channelId, sum)
  }
  return new Map([...channels].map(([id, { ripe, count }]) => [id, ratio(ripe, count)]))
}

export function isUnripe(ripeness: number | null | undefined): boolean {
  return ripeness !== null && ripeness !== undefined && ripeness < RIPE_FROM
}

/** A cohort begins as a lead; a channel that enters later begins where it enters. */
function firstStage({ stages }: Run): string {
  return stages.includes('lead') ? 'lead' : (stages[0] ?? 'won')
}

/** Shares of a cohort that are won 0, 1, 2 … months later: its transitions one after the other. */
function toWon(run: Run): number[] {
  const first = run.stages.indexOf(firstStage(run))
  const transitions = run.lags.map((_, i) => sharesOf(run, i)).slice(first)
  return transitions.reduce<number[]>((all, shares) => convolved(all, shares), [1])
}

function convolved(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: a.length + b.length - 1 }, (_, n) =>
    a.reduce((sum, share, i) => sum + share * (b[n - i] ?? 0), 0),
  )
}
