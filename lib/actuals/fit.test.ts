import { describe, expect, it } from 'vitest'
import { fitted } from './fit'
import { counting, frame, section, year } from './test-grid'

const web = section(['lead', 'revenue'])
const expo = section(['lead', 'revenue'], ['spring'])
const put = (row: number, month: number, text: string) => ({ row, month, text })

describe('texts on their way into cells', () => {
  it('become changes where the value differs', () => {
    const fit = fitted([put(0, 0, '１２'), put(0, 1, '5')], frame(web, { lead: year(null, 5) }))
    expect(fit.changes).toEqual([{ row: 'lead', month: 0, before: null, after: 12 }])
    expect(fit.taken).toHaveLength(2)
  })

  it('are reported with place and reason when they cannot be read or lie beyond the grid', () => {
    const fit = fitted([put(0, 0, 'abc'), put(0, 1, '-3'), put(2, 0, '9'), put(0, 12, '9')], frame(web))
    expect(fit.unfit.map(({ why }) => why)).toEqual(['numberUnreadable', 'countNegative', 'outside', 'outside'])
    expect(fit.changes).toEqual([])
  })

  it('do nothing where a blank lies beyond the grid', () => {
    expect(fitted([put(2, 0, ' ')], frame(web)).unfit).toEqual([])
  })

  it('are corrections in a closed month, unless the value stands there already', () => {
    const fit = fitted(
      [put(0, 0, '125'), put(1, 0, '9')],
      frame(web, { lead: year(121), revenue: year(9) }, { closed: [0] }),
    )
    expect(fit.corrections).toEqual([{ row: 'lead', month: 0, before: 121, after: 125 }])
    expect(fit.changes).toEqual([])
  })

  it('stay out of a month that is entered the other way', () => {
    const values = { 'spring lead': year(30) }
    expect(fitted([put(0, 0, '31')], frame(expo, values)).unfit[0]?.why).toBe('byCampaign')
    expect(fitted([put(0, 0, '30')], frame(expo, values)).unfit).toEqual([])
    expect(fitted([put(2, 0, '9')], frame(expo, { revenue: year(1) })).unfit[0]?.why).toBe('byChannel')
  })

  it('begin a blank month one way only: the first figure decides', () => {
    const fit = fitted([put(0, 0, '30'), put(2, 0, '30')], frame(expo))
    expect(fit.changes.map(({ row }) => row)).toEqual(['lead'])
    expect(fit.unfit).toEqual([{ row: 2, month: 0, text: '30', why: 'byChannel' }])
  })

  it('stay out of what is counted from records, unless they say the same or blank it', () => {
    const counted = counting(web, 'lead', 0, year(7))
    const fit = fitted([put(0, 0, '8'), put(0, 1, '3')], frame(counted, { lead: year(5) }))
    expect(fit.unfit.map(({ why }) => why)).toEqual(['counted', 'counted'])
    const same = fitted([put(0, 0, '7'), put(0, 0, '')], frame(counted, { lead: year(5) }))
    expect(same).toEqual({ changes: [], corrections: [], unfit: [], taken: [] })
  })

  it('that stay out of records begin no month: its campaigns can still be entered', () => {
    const counted = counting(expo, 'lead', 0, year(7))
    const fit = fitted([put(0, 0, '7'), put(3, 0, '900')], frame(counted))
    expect(fit.unfit).toEqual([])
    expect(fit.changes).toEqual([{ row: 'spring revenue', month: 0, before: null, after: 900 }])
  })
})
