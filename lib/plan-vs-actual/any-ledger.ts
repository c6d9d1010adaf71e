import fc from 'fast-check'
import type { Run } from '#lib/forecast/run'
import { type ByMonth, type Ledger, type LedgerRow, MONTHS } from './ledger'
import { testLedger } from './test-ledger'

const STAGES = ['visit', 'lead', 'mql', 'opportunity', 'won']
const LINES = ['existing', 'salesSourced', 'unallocated'] as const

const cell = fc.option(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat(5000) }), {
  freq: 4,
})
const twelve = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 12, maxLength: 12 })
const rate = fc.integer({ min: 1, max: 10_000 }).map((units) => `${units / 10_000}`)
const lag = fc.oneof(
  fc.integer({ min: 0, max: 45 }).map((tenths) => `${tenths / 10}`),
  fc.constantFrom(['0.1', '0.2', '0.3', '0.25', '0.15'], ['0', '0', '1'], ['0.3333', '0.3333', '0.3334']),
)

const row = (address: Pick<LedgerRow, 'teamId' | 'line' | 'channelId' | 'metric'>): fc.Arbitrary<LedgerRow> =>
  fc
    .record({ plan: twelve(fc.nat(5000)), actual: twelve(cell), lastYear: twelve(cell) })
    .map((figures) => ({ ...address, ...figures }))

/** One team's channel: its run, and a row of each stage and of revenue. */
const channel = (teamId: string, channelId: string): fc.Arbitrary<{ run: Run; rows: LedgerRow[] }> =>
  fc.integer({ min: 0, max: 4 }).chain((entry) => {
    const stages = STAGES.slice(entry)
    const per = <T>(value: fc.Arbitrary<T>) => fc.array(value, { minLength: 4 - entry, maxLength: 4 - entry })
    const before = fc.array(cell, { minLength: 17, maxLength: 17 })
    return fc.record({
      run: fc.record({
        ...{ teamId: fc.constant(teamId), channelId: fc.constant(channelId), stages: fc.constant(stages) },
        ...{ rates: per(rate), lags: per(lag), dealSize: fc.integer({ min: 1, max: 5_000_000 }) },
        before: fc.record(Object.fromEntries(stages.map((stage) => [stage, before]))),
      }),
      rows: fc.tuple(...[...stages, 'revenue'].map((metric) => row({ teamId, line: 'channel', channelId, metric }))),
    })
  })

/** For tests: any ledger of two teams, their channels, a channel without a plan, the lines and 未配分; zeros and blanks. */
export const anyLedger: fc.Arbitrary<Ledger> = fc
  .record({
    channels: fc.tuple(channel('a', 'web'), channel('a', 'expo'), channel('b', 'web')),
    unplanned: row({ teamId: 'b', line: 'channel', channelId: 'mail', metric: 'revenue' }),
    lines: fc.tuple(...LINES.map((line) => row({ teamId: 'a', line, channelId: null, metric: 'revenue' }))),
    actualsThrough: fc.integer({ min: -1, max: 11 }),
  })
  .map(({ channels, unplanned, lines, actualsThrough }) =>
    testLedger({
      ...{ actualsThrough, finishedThrough: actualsThrough, running: null, elapsed: null },
      runs: channels.map(({ run }) => run),
      rows: [...channels.flatMap(({ rows }) => rows), unplanned, ...lines],
    }),
  )

/** For tests: the ledger at the end of its year with every blank entered as 0. */
export function completed(ledger: Ledger): Ledger {
  const filled = (values: ByMonth) => MONTHS.map((month) => values[month] ?? 0)
  const rows = ledger.rows.map((each) => ({ ...each, actual: filled(each.actual) }))
  return { ...ledger, actualsThrough: 11, finishedThrough: 11, rows }
}
