import { describe, expect, it } from 'vitest'
import { type DateStyle, readMoment } from './moment'

const TOKYO = 'Asia/Tokyo'
const day = (text: string, style: DateStyle) => {
  const read = readMoment(text, style, TOKYO)
  return 'value' in read ? (read.value?.day ?? null) : read.fault
}

describe('a date', () => {
  it.each([
    ['2026-04-01', 'ymd'],
    ['2026/4/1', 'ymd'],
    ['2026.4.1', 'ymd'],
    ['2026年4月1日', 'ymd'],
    ['２０２６／０４／０１', 'ymd'],
    ['20260401', 'ymd'],
    ['26/4/1', 'ymd'],
    ['令和8年4月1日', 'ymd'],
    ['令和８年４月１日', 'mdy'],
    ['R8.4.1', 'ymd'],
    ['2026/4/1 (水)', 'ymd'],
    ['4/1/2026', 'mdy'],
    ['04-01-26', 'mdy'],
    ['1/4/2026', 'dmy'],
    ['1.4.2026', 'dmy'],
    ['2026-04-01', 'dmy'],
    ['Apr 1, 2026', 'mdy'],
    ['1 April 2026', 'ymd'],
    ['46113', 'serial'],
    ['46113.5', 'serial'],
    [' 2026-04-01 ', 'ymd'],
  ] as const)('%j (%s) is 1 April 2026', (text, style) => {
    expect(day(text, style)).toBe('2026-04-01')
  })

  it.each([
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['H31.4.30', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, wanted) => {
    expect(day(text, 'ymd')).toBe(wanted)
  })

  it('of the same text follows the chosen style: 4/1/2026 is 1 April or 4 January', () => {
    expect(day('4/1/2026', 'mdy')).toBe('2026-04-01')
    expect(day('4/1/2026', 'dmy')).toBe('2026-01-04')
    expect(day('4/1/2026', 'ymd')).toBe('dateUnreadable')
  })

  it('that is blank is none', () => {
    expect(day('', 'ymd')).toBeNull()
    expect(day('　', 'mdy')).toBeNull()
  })

  it.each([
    ['2026-02-29', 'ymd', 'dateNotExisting'],
    ['0000-00-00', 'ymd', 'dateNotExisting'],
    ['2026-13-01', 'ymd', 'dateNotExisting'],
    ['2026-04-31', 'ymd', 'dateNotExisting'],
    ['9999-12-31', 'ymd', 'dateNotExisting'],
    ['2026-04-01 25:00', 'ymd', 'dateNotExisting'],
    ['13/1/2026', 'mdy', 'dateNotExisting'],
    ['Foo 1, 2026', 'ymd', 'dateNotExisting'],
    ['60', 'serial', 'dateNotExisting'],
    ['4/1', 'ymd', 'dateNoYear'],
    ['4月1日', 'mdy', 'dateNoYear'],
    ['tomorrow', 'ymd', 'dateUnreadable'],
    ['46113', 'ymd', 'dateUnreadable'],
    ['2026-04', 'ymd', 'dateUnreadable'],
  ] as const)('%j (%s) is refused: %s', (text, style, fault) => {
    expect(day(text, style)).toBe(fault)
  })
})

describe('an instant', () => {
  it.each([
    ['2026-03-31T15:00:00Z', '2026-04-01', '2026-03-31T15:00:00.000Z'],
    ['2026-03-31T15:00:00.000+0000', '2026-04-01', '2026-03-31T15:00:00.000Z'],
    ['2026-03-31T14:59Z', '2026-03-31', '2026-03-31T14:59:00.000Z'],
    ['2026-04-01T00:00:00+09:00', '2026-04-01', '2026-03-31T15:00:00.000Z'],
    ['2026/04/01 0:00', '2026-04-01', '2026-03-31T15:00:00.000Z'],
    ['2026/4/1 午後3:05', '2026-04-01', '2026-04-01T06:05:00.000Z'],
    ['2026-04-01 12:10 AM', '2026-04-01', '2026-03-31T15:10:00.000Z'],
    ['2026年4月1日 10時30分', '2026-04-01', '2026-04-01T01:30:00.000Z'],
    ['2026-04-01', '2026-04-01', '2026-03-31T15:00:00.000Z'],
    ['2026-04-01 00:00:00.257', '2026-04-01', '2026-03-31T15:00:00.257Z'],
  ])('%j is of %s in Tokyo', (text, wanted, instant) => {
    expect(readMoment(text, 'ymd', TOKYO)).toEqual({ value: { day: wanted, instant } })
  })

  it('of a spreadsheet’s serial has its time of day', () => {
    expect(readMoment('46113.75', 'serial', TOKYO)).toEqual({
      value: { day: '2026-04-01', instant: '2026-04-01T09:00:00.000Z' },
    })
  })
})
