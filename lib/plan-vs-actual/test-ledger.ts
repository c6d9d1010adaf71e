import { fiscalYear } from '#lib/month'
import { type ByMonth, type Ledger, type LedgerRow, MONTHS } from './ledger'

/** For tests: twelve figures from the first ones, the rest blank. */
export function byMonth(...values: (number | null)[]): ByMonth {
  return MONTHS.map((month) => values[month] ?? null)
}

/** For tests: a row of channel 'web', of one team, without figures unless they are given. */
export function rowOf(row: Partial<LedgerRow>): LedgerRow {
  const blank = byMonth()
  return {
    teamId: 'team',
    line: 'channel',
    channelId: 'web',
    metric: 'lead',
    plan: blank,
    actual: blank,
    lastYear: blank,
    ...row,
  }
}

/** For tests: April to March 2026, standing on 5 October with actuals to September. */
export function testLedger(ledger: Partial<Ledger>): Ledger {
  return {
    year: fiscalYear(2026, 4),
    actualsThrough: 5,
    finishedThrough: 5,
    running: 6,
    elapsed: { days: 5, of: 31 },
    thresholds: { goodFrom: 1, watchFrom: 0.8 },
    stages: ['visit', 'lead', 'mql', 'opportunity', 'won'].map((key) => ({ key, name: null })),
    channels: [
      { id: 'web', name: 'Web', colour: 1 },
      { id: 'expo', name: '展示会', colour: 2 },
    ],
    rows: [],
    ...{ wholeOf: null, closedThrough: -1, runs: [], campaigns: [], campaignRows: [] },
    ...{ restatements: [], landingOverrides: [], opportunities: null },
    ...ledger,
  }
}
