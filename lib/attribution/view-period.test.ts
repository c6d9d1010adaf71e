import { describe, expect, it } from 'vitest'
import { fiscalYear } from '#lib/month'
import { periodOf } from '#lib/pipeline/summary'
import { monthsInView, usualEffort } from './view-period'

const year = fiscalYear(2026, 4)
const view = (key: string, today = '2026-10-05') => monthsInView(periodOf(key), year, today)

describe('months in view', () => {
  it('of the year are the finished ones', () => {
    expect(view('year')).toEqual({ months: [0, 1, 2, 3, 4, 5], from: '2026-04', to: '2026-09', isRunning: false })
  })

  it('of a past quarter are its three', () => {
    expect(view('q2')).toMatchObject({ from: '2026-07', to: '2026-09' })
  })

  it('are the running month by itself while nothing else is over', () => {
    expect(view('q3')).toEqual({ months: [6], from: '2026-10', to: '2026-10', isRunning: true })
    expect(view('m6')).toMatchObject({ from: '2026-10', isRunning: true })
  })

  it('are none before the period begins', () => {
    expect(view('q4')).toBeNull()
    expect(view('year', '2026-03-31')).toBeNull()
  })

  it('cost is set against the cohort in a month or quarter, against the same months in a half or year', () => {
    expect(['m3', 'q1', 'h1', 'year'].map((key) => usualEffort(periodOf(key)))).toEqual([
      ...['cohort', 'cohort', 'period', 'period'],
    ])
  })
})
