import { describe, expect, it } from 'vitest'
import { byMonth, rowOf, testLedger } from '#lib/plan-vs-actual/test-ledger'
import { evidenceOf } from './evidence'
import type { FigureStyle } from './figure-text'
import { figureAt, figureKey, linesOf, rowLines } from './table-row'
import { tableRows } from './table-rows'

const t = (key: string) => key
const style: FigureStyle = { locale: 'ja', unit: 'yen', currency: 'JPY', negativeStyle: 'minus' }
const won = rowOf({ metric: 'won', plan: byMonth(4, 4, 5), actual: byMonth(5, 4, 6) })
const cost = rowOf({ metric: 'cost', plan: byMonth(100, 100, 100), actual: byMonth(80, 120, null) })
const ledger = testLedger({ rows: [won, cost], actualsThrough: 2, finishedThrough: 2, running: 3 })
const rows = tableRows({ ledger, mode: 'monthly', locale: 'ja', t })

/** Label and value of what stands in the panel beside a figure. */
function evidence(id: string, line: string, period: string) {
  const figure = figureAt(figureKey({ id }, line, { key: period }), rows)
  if (!figure) throw new Error('no such figure')
  const { lines, remarks } = evidenceOf(figure, { ledger, mode: 'monthly', style, t })
  return { remarks, lines: Object.fromEntries(lines.map(({ label, value }) => [label, value])) }
}

describe('the table', () => {
  it('names its blocks and their channels', () => {
    expect(rows.map((row) => [row.name, ...row.parts.map((part) => part.name)])).toEqual([
      ['受注', 'Web'],
      ['費用', 'Web'],
      ['受注1件あたり費用', 'Web'],
    ])
  })
  it('leaves out what cannot be compared without actuals, and last year where there is none', () => {
    expect(linesOf(ledger)).toEqual(['plan', 'actual', 'variance', 'attainment', 'landing'])
    expect(linesOf({ ...ledger, actualsThrough: -1 })).toEqual(['plan', 'actual', 'landing'])
    expect(linesOf({ ...ledger, rows: [rowOf({ actual: byMonth(1), lastYear: byMonth(1) })] })).toEqual([
      'plan',
      'actual',
      'lastYear',
    ])
  })
  it('only revenue lands, and nothing once the year is over', () => {
    expect(rows.map((row) => rowLines(row, linesOf(ledger)).includes('landing'))).toEqual([false, false, false])
    expect(linesOf({ ...ledger, actualsThrough: 11 })).toEqual(['plan', 'actual', 'variance', 'attainment'])
  })
  it('an address that the table no longer has leads nowhere', () => expect(figureAt('gone|plan|m0', rows)).toBeNull())
})

describe('what a figure rests on', () => {
  it('an attainment names its operands, and the months that it covers', () => {
    expect(evidence('won', 'attainment', 'q1').lines).toMatchObject({
      'lines.actual': '15',
      'lines.plan': '13',
      'evidence.period': '2026年4月–2026年6月',
    })
  })
  it('one judged by the year so far shows the year so far', () => {
    const { lines, remarks } = evidence('won', 'attainment', 'm1')
    expect(lines).toMatchObject({ 'lines.actual': '9', 'lines.plan': '8', 'evidence.period': '2026年4月–2026年5月' })
    expect(remarks).toEqual(['evidence.few'])
  })
  it('its variance is that of the month, which has the month’s own operands', () => {
    expect(evidence('won', 'variance', 'm1')).toMatchObject({
      lines: { 'lines.actual': '4', 'lines.plan': '4' },
      remarks: [],
    })
  })
  it('cost shows plan ÷ actual, by which it is judged', () => {
    expect(evidence('cost', 'attainment', 'm0').lines).toMatchObject({ 'evidence.judged': '125%' })
  })
  it('a partial figure compares what was entered, and says so', () => {
    const { lines, remarks } = evidence('cost', 'attainment', 'q1')
    expect(lines).toMatchObject({ 'lines.actual': '200円', 'lines.plan': '200円' })
    expect(remarks).toEqual(['evidence.partial'])
  })
})
