import { describe, expect, it } from 'vitest'
import { compared } from './compared'
import { MONTHS } from './ledger'
import { byMonth, rowOf, testLedger } from './test-ledger'

const HALF = [0, 1, 2, 3, 4, 5]
const ledger = testLedger({})

describe('a finished month', () => {
  const leads = rowOf({ plan: byMonth(206, 204), actual: byMonth(161, 600), lastYear: byMonth(122, 478) })
  const short = testLedger({ actualsThrough: 1, finishedThrough: 1, running: 2 })

  it('has plan, actual, variance, attainment, verdict and the same month of last year', () => {
    expect(compared([leads], [0], short)).toMatchObject({
      state: 'toDate',
      ...{ plan: 206, actual: 161, variance: -45, attainment: 161 / 206, verdict: 'bad' },
      ...{ lastYear: 122, lastYearPartial: false, partial: false, cumulative: false },
    })
  })
  it('a plan of 0 has a variance, but no attainment', () => {
    const row = rowOf({ metric: 'revenue', plan: byMonth(0, 100), actual: byMonth(30, 100) })
    expect(compared([row], [0], short)).toMatchObject({
      plan: 0,
      actual: 30,
      variance: 30,
      attainment: null,
      verdict: null,
    })
  })
  it('actuals without a plan stand alone', () => {
    const row = rowOf({ actual: byMonth(30, 20) })
    expect(compared([row], [0], short)).toMatchObject({
      plan: null,
      actual: 30,
      variance: null,
      attainment: null,
      verdict: null,
    })
  })
})

describe('quarter, half and year', () => {
  const row = rowOf({
    metric: 'revenue',
    plan: byMonth(10, 10, 10, 10, 10, 10, 10, 10, 20, 20, 20, 20),
    actual: byMonth(12, 8, 10, 11, 9, 13),
  })
  it('print the whole period’s plan, and compare the months to the boundary', () => {
    expect(compared([row], MONTHS, ledger)).toMatchObject({
      ...{ plan: 160, actual: 63, variance: 3, attainment: 63 / 60, verdict: 'good' },
      basis: { first: 0, last: 5, plan: 60, actual: 63, partial: false },
    })
  })
  it('carry progress and pace: 63 of 160 beside 60 of 160', () => {
    expect(compared([row], MONTHS, ledger)).toMatchObject({ progress: 63 / 160, pace: 60 / 160 })
  })
  it('leave out the running month although it has an entry', () => {
    const running = { ...row, actual: byMonth(12, 8, 10, 11, 9, 13, 99) }
    expect(compared([running], [6, 7, 8], ledger)).toMatchObject({
      state: 'ahead',
      plan: 40,
      actual: null,
      variance: null,
    })
    expect(compared([running], MONTHS, ledger).actual).toBe(63)
  })
})

describe('the running month', () => {
  const row = rowOf({ plan: byMonth(1, 1, 1, 1, 1, 1, 40), actual: byMonth(1, 1, 1, 1, 1, 1, 10) })
  it('has no verdict, variance or attainment, only progress and pace', () => {
    expect(compared([row], [6], ledger)).toMatchObject({
      state: 'running',
      ...{ plan: 40, actual: 10, variance: null, attainment: null, verdict: null, partial: false },
      ...{ progress: 0.25, pace: 5 / 31 },
    })
  })
})

describe('a blank cell that belongs', () => {
  const web = rowOf({ plan: byMonth(10, 10), actual: byMonth(12, 9) })
  const expo = rowOf({ channelId: 'expo', plan: byMonth(30, 50), actual: byMonth(33, null) })
  const short = testLedger({ actualsThrough: 1, finishedThrough: 1, running: 2 })

  it('leaves the entered cells to compare, without verdict or variance', () => {
    expect(compared([web, expo], [1], short)).toMatchObject({
      ...{ plan: 60, actual: 9, partial: true, variance: null, attainment: 0.9, verdict: null },
      basis: { plan: 10, actual: 9, partial: true },
    })
  })
  it('makes every period that holds it partial, and no other', () => {
    expect(compared([web, expo], [0], short)).toMatchObject({ partial: false, verdict: 'good' })
    expect(compared([web, expo], [0, 1], short)).toMatchObject({
      partial: true,
      actual: 54,
      attainment: 54 / 50,
      verdict: null,
    })
  })
  it('an entered 0 is no blank', () => {
    const zero = { ...expo, actual: byMonth(33, 0) }
    expect(compared([web, zero], [1], short)).toMatchObject({
      partial: false,
      actual: 9,
      variance: -51,
      verdict: 'bad',
    })
  })
  it('a row that nobody planned or entered does not belong', () => {
    const idle = rowOf({ channelId: 'expo', plan: byMonth(...MONTHS.map(() => 0)) })
    expect(compared([web, idle], [1], short)).toMatchObject({ partial: false, verdict: 'watch' })
  })
  it('a row with nothing planned but one entry belongs: its other months are blank', () => {
    const once = rowOf({ channelId: 'expo', actual: byMonth(5) })
    expect(compared([web, once], [1], short).partial).toBe(true)
  })
  it('a month in which nothing at all was entered is partial and has no actual', () => {
    const late = rowOf({ plan: byMonth(10, 10), actual: byMonth(12) })
    expect(compared([late], [1], short)).toMatchObject({ partial: true, actual: null, attainment: null })
  })
})

describe('a month’s count planned below 5', () => {
  const won = rowOf({ metric: 'won', plan: byMonth(4, 4, 5, 3, 4, 5), actual: byMonth(5, 4, 6, 5, 6, 7) })
  it('is judged, and its ratio printed, by the year so far', () => {
    expect(compared([won], [1], ledger)).toMatchObject({
      ...{ plan: 4, actual: 4, variance: 0, cumulative: true, attainment: 9 / 8, verdict: 'good' },
      basis: { first: 1, last: 1, plan: 4, actual: 4 },
      judgedBy: { first: 0, last: 1, plan: 8, actual: 9 },
    })
    expect(compared([won], [4], ledger)).toMatchObject({ cumulative: true, attainment: 26 / 20 })
  })
  it('from 5 on stands by itself', () => {
    expect(compared([won], [2], ledger)).toMatchObject({ cumulative: false, attainment: 6 / 5 })
  })
  it('holds for months only, and for counts only', () => {
    expect(compared([won], [0, 1, 2], ledger)).toMatchObject({ cumulative: false, attainment: 15 / 13 })
    const yen = rowOf({ metric: 'revenue', plan: byMonth(4, 4), actual: byMonth(5, 4) })
    expect(compared([yen], [1], ledger)).toMatchObject({ cumulative: false, attainment: 1 })
  })
  it('is not judged when the year so far has a blank', () => {
    const gap = { ...won, actual: byMonth(null, 4) }
    expect(compared([gap], [1], ledger)).toMatchObject({
      partial: false,
      cumulative: true,
      verdict: null,
      basis: { partial: false },
      judgedBy: { partial: true },
    })
  })
})

describe('cost', () => {
  const web = rowOf({ metric: 'cost', plan: byMonth(100, 100), actual: byMonth(80, 120) })
  const mail = rowOf({ metric: 'cost', channelId: 'mail', actual: byMonth(40, null) })
  const short = testLedger({ actualsThrough: 1, finishedThrough: 1, running: 2 })

  it('compares only what has a plan', () => {
    expect(compared([web, mail], [0, 1], short)).toMatchObject({
      plan: 200,
      actual: 200,
      attainment: 1,
      verdict: 'good',
      partial: false,
    })
  })
  it('prints actual ÷ plan and judges plan ÷ actual', () => {
    expect(compared([web, mail], [0], short)).toMatchObject({ attainment: 0.8, verdict: 'good', variance: -20 })
    expect(compared([web, mail], [1], short)).toMatchObject({ attainment: 1.2, verdict: 'watch' })
  })
  it('without a plan stands alone in its channel, and its blanks are not missing', () => {
    expect(compared([mail], [0, 1], short)).toMatchObject({ plan: null, actual: 40, attainment: null, partial: false })
  })
})

describe('last year', () => {
  it('covers the whole period, also the months to come', () => {
    const row = rowOf({ plan: byMonth(1), lastYear: byMonth(...MONTHS.map(() => 10)) })
    expect(compared([row], MONTHS, ledger)).toMatchObject({ lastYear: 120, lastYearPartial: false })
  })
  it('counts a channel that this year has dropped', () => {
    const rows = [rowOf({ plan: byMonth(1), lastYear: byMonth(7) }), rowOf({ channelId: 'expo', lastYear: byMonth(5) })]
    expect(compared(rows, [0], ledger).lastYear).toBe(12)
  })
  it('is partial where a month of it is blank', () => {
    const row = rowOf({ plan: byMonth(1), lastYear: byMonth(10, null, 10) })
    expect(compared([row], [0, 1, 2], ledger)).toMatchObject({ lastYear: 20, lastYearPartial: true })
  })
})

it('nothing is rounded before adding', () => {
  const row = rowOf({ metric: 'revenue', plan: byMonth(1_000_000), actual: byMonth(...HALF.map(() => 449_999)) })
  expect(compared([row], HALF, ledger).actual).toBe(2_699_994)
})
it('no rows, no figures', () => {
  expect(compared([], MONTHS, ledger)).toMatchObject({
    plan: null,
    actual: null,
    variance: null,
    attainment: null,
    partial: false,
  })
})
