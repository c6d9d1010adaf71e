import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import type { FigureStyle } from './figure-text'
import { linesOf } from './table-row'
import { tableRows } from './table-rows'
import { tableText } from './table-text'

const t = (key: string) => key
const style: FigureStyle = { locale: 'ja', unit: 'million', currency: 'JPY', negativeStyle: 'minus' }

function copied(options: { open?: string[]; mode?: 'monthly' | 'cumulative'; name?: string; currency?: string } = {}) {
  const revenue = rowOf({
    metric: 'revenue',
    plan: byMonth(9_000_000, 3_000_000),
    actual: byMonth(9_040_400, 2_000_000),
  })
  const lead = rowOf({ metric: 'lead', plan: byMonth(100, 100), actual: byMonth(101, null) })
  const ledger = testLedger({
    rows: [revenue, lead],
    channels: [{ id: 'web', name: options.name ?? 'Web', colour: 1 }],
    ...{ actualsThrough: 1, finishedThrough: 1, running: 2 },
  })
  const mode = options.mode ?? 'monthly'
  const money = { ...style, currency: options.currency ?? 'JPY' }
  const rows = tableRows({ ledger, mode, locale: 'ja', t })
  const { text, count } = tableText({
    ...{ rows, ledger, mode, style: money, t },
    open: options.open ?? [],
    lines: linesOf(ledger).filter((line) => line !== 'landing'),
  })
  const cells = text.split('\n').map((line) => line.split('\t'))
  const line = (name: string, kind: string) => cells.find(([a, b]) => a === name && b === `lines.${kind}`) ?? []
  return { text, count, cells, line }
}

describe('the copied table', () => {
  it('has a head and a line for every line that is shown', () => {
    const { cells, count } = copied()
    expect(cells[0]).toHaveLength(21)
    expect(cells[0]?.slice(1, 4)).toEqual(['table.line', '4月', '5月'])
    // Revenue, marketing and leads, of plan, actual, variance and attainment each.
    expect(count).toBe(12)
    expect(cells).toHaveLength(13)
  })
  it('money is in whole yen, a shortfall has a minus that a sheet reads', () => {
    expect(copied().line('売上', 'actual').slice(2, 5)).toEqual(['9040400', '2000000', ''])
    expect(copied().line('売上', 'variance').slice(2, 4)).toEqual(['40400', '-1000000'])
  })
  it('a ratio is percent with two decimals', () => {
    expect(copied().line('売上', 'attainment').slice(2, 4)).toEqual(['100.45%', '66.67%'])
  })
  it('a blank cell stays empty and is not 0', () =>
    expect(copied().line('リード', 'actual').slice(2, 4)).toEqual(['101', '']))
  it('cumulative as it is shown', () => {
    expect(copied({ mode: 'cumulative' }).line('売上', 'actual').slice(2, 4)).toEqual(['9040400', '11040400'])
  })
  it('has the channels of what is open, named by their metric', () => {
    expect(copied().line('リード / Web', 'actual')).toEqual([])
    expect(copied({ open: ['lead'] }).line('リード / Web', 'actual')[2]).toBe('101')
  })
  it('a currency with cents is written with them', () => {
    expect(copied({ currency: 'USD' }).line('売上', 'actual')[2]).toBe('90404.00')
  })
  it('a name stays in its cell', () => {
    expect(copied({ open: ['lead'], name: 'a\tb\n' }).line('リード / a b ', 'actual')[2]).toBe('101')
  })
})
