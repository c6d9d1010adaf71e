import { describe, expect, it } from 'vitest'
import type { GridRow } from './grid'
import { outcomeOf, wantedCells } from './save-request'

const BLANK = Array.from({ length: 12 }, () => null)
const lead: GridRow = {
  key: 'channel web lead',
  line: 'channel',
  channelId: 'web',
  campaignId: null,
  metric: 'lead',
  plan: BLANK,
  counted: null,
}
const grid = { rows: [lead], months: ['2026-04', '2026-05'] as const }
const april = '2026-04 channel web lead'
const place = { month: '2026-04', line: 'channel', channelId: 'web', campaignId: null, metric: 'lead' } as const
const theirs = { by: '鈴木 美咲', at: '2026-10-05T01:41:00Z' }

describe('cells for the server', () => {
  it('carry the version that was on the screen; a blank cell had none', () => {
    const cells = new Map([
      [april, 5],
      ['2026-05 channel web lead', null],
    ])
    expect(wantedCells(cells, grid, new Map([[april, 7]]))).toEqual([
      { ...place, value: 5, version: 7 },
      { ...place, month: '2026-05', value: null, version: null },
    ])
  })

  it('leave out a cell that is no longer in the grid', () => {
    expect(wantedCells(new Map([['2026-04 channel gone lead', 5]]), grid, new Map())).toEqual([])
  })
})

describe('the server’s answer', () => {
  const wanted = [{ ...place, value: -5, version: null }]
  const rejection = { ok: false, message: '入力に誤りがあります。', fields: {}, reference: null } as const

  it('gives new versions, and both values of a disputed cell', () => {
    const value = {
      saved: [{ ...place, version: 3 }],
      conflicts: [{ ...place, yours: 31, theirs: 33, version: 2, ...theirs }],
    }
    expect(outcomeOf({ ok: true, value }, wanted)).toEqual({
      kind: 'saved',
      versions: new Map([[april, 3]]),
      conflicts: new Map([[april, { yours: 31, theirs: 33, version: 2, ...theirs }]]),
    })
  })

  it('names the faulty cells by their place in the request', () => {
    const fields = { 'cells.0.value': '件数は0以上で入力してください。' }
    expect(outcomeOf({ ...rejection, code: 'invalid', fields }, wanted)).toEqual({
      kind: 'refused',
      reason: '件数は0以上で入力してください。',
      faulty: [april],
    })
  })

  it('is tried again by itself when the database is away', () => {
    expect(outcomeOf({ ...rejection, code: 'unavailable' }, wanted)).toEqual({ kind: 'unreachable' })
  })

  it('waits for the person after any other refusal', () => {
    expect(outcomeOf({ ...rejection, code: 'forbidden' }, wanted)).toEqual({
      kind: 'refused',
      reason: '入力に誤りがあります。',
      faulty: [],
    })
  })
})
