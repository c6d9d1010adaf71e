import { describe, expect, it } from 'vitest'
import { detectDateStyle } from './column-style'

describe('the date style of a column', () => {
  it.each([
    [['2026-04-01', '2026/4/2'], 'ymd', true],
    [['令和8年4月1日'], 'ymd', true],
    [['4/13/2026', '4/1/2026'], 'mdy', true],
    [['13/4/2026', '1/4/2026'], 'dmy', true],
    [['46113', '46114.5'], 'serial', true],
    [['20260401'], 'ymd', true],
    [['2026-03-31T15:00:00Z', ''], 'ymd', true],
    [[], 'ymd', true],
    // 1 April or 4 January, month by month or day by day: the person decides.
    [['4/1/2026', '5/1/2026'], 'mdy', false],
    // 26/04/01 may be 2026-04-01 or 26 April 2001.
    [['26/04/01'], 'ymd', false],
    // The same day whichever way it is read.
    [['4/4/2026'], 'mdy', true],
  ] as const)('%j is %s (certain: %s)', (texts, style, isCertain) => {
    expect(detectDateStyle(texts)).toEqual({ style, isCertain })
  })
})
