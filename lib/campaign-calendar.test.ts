import { describe, expect, it } from 'vitest'
import { lanesOf, markOf, runsIn } from './campaign-calendar'
import { fiscalYear } from './month'

const YEAR = fiscalYear(2026, 4)
const from = (startsOn: string, endsOn: string) => ({ id: 'a', startsOn, endsOn })

describe('a campaign in the year', () => {
  it('stands where its days are: 16–30 April is the second half of the first month', () => {
    expect(markOf(from('2026-04-16', '2026-04-30'), YEAR)).toEqual({ id: 'a', from: 0.5, to: 1 })
  })

  it('of one day is as wide as the day: 1 February is a 28th of the eleventh month', () => {
    expect(markOf(from('2027-02-01', '2027-02-01'), YEAR)).toEqual({ id: 'a', from: 10, to: 10 + 1 / 28 })
  })

  it('is cut at both ends of the year', () => {
    expect(markOf(from('2026-01-15', '2027-06-30'), YEAR)).toMatchObject({ from: 0, to: 12 })
  })

  it.each([
    ['2026-03-01', '2026-03-31', false],
    ['2026-03-31', '2026-04-01', true],
    ['2027-03-31', '2027-05-01', true],
    ['2027-04-01', '2027-04-02', false],
  ])('%s to %s: %s', (startsOn, endsOn, runs) => {
    expect(runsIn(from(startsOn, endsOn), YEAR)).toBe(runs)
  })
})

describe('lanes', () => {
  const mark = (id: string, start: number, end: number) => ({ id, from: start, to: end })

  it('are as few as keep the marks apart; one that ends where another starts shares its lane', () => {
    const lanes = lanesOf([mark('c', 2, 4), mark('a', 0, 2), mark('b', 1, 3), mark('d', 3, 5)], ({ from, to }) => [
      from,
      to,
    ])
    expect(lanes.map((lane) => lane.map(({ id }) => id))).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ])
  })

  it('leave the room that a name needs', () => {
    const lanes = lanesOf([mark('a', 0, 0.1), mark('b', 1, 1.1)], ({ from }) => [from, from + 1.5])
    expect(lanes).toHaveLength(2)
  })
})
