import { describe, expect, it } from 'vitest'
import { changedQuery, viewOf } from './view-query'

const read = (query: string) => viewOf(new URLSearchParams(query))

describe('the view in the address', () => {
  it('without a query is monthly, latest, closed rows, in the organisation’s unit', () => {
    expect(read('')).toEqual({
      ...{ mode: 'monthly', unit: null, metric: 'revenue', bridge: 'kgi', asOf: 'latest', open: [] },
    })
  })
  it('is read as it was written', () => {
    const query = changedQuery('', { mode: 'cumulative', unit: 'million', asOf: 'closed', open: ['lead', 'rate:won'] })
    expect(query).toBe('?mode=cumulative&unit=million&asOf=closed&open=lead,rate:won')
    expect(read(query)).toMatchObject({
      mode: 'cumulative',
      unit: 'million',
      asOf: 'closed',
      open: ['lead', 'rate:won'],
    })
  })
  it('what cannot be read is as if it were not there', () => {
    expect(read('mode=weekly&unit=dollars&asOf=x&open=,,')).toEqual(read(''))
  })
  it('keeps what it does not change, and leaves out what is as usual', () => {
    expect(changedQuery('?metric=lead&mode=cumulative', { mode: null })).toBe('?metric=lead')
    expect(changedQuery('?mode=cumulative', { mode: null })).toBe('')
  })
})
