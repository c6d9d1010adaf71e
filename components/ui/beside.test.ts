import { describe, expect, it } from 'vitest'
import { besidePoint } from './beside'

const view = { width: 1000, height: 600 }
const panel = { width: 200, height: 100 }
const button = { left: 300, top: 200, width: 80, height: 30 }

describe('a panel beside an element', () => {
  it('stands below it, at its start, with a gap', () => {
    expect(besidePoint(button, panel, view, {})).toEqual({ left: 300, top: 234 })
  })

  it('ends where the element ends, or stands in its middle', () => {
    expect(besidePoint(button, panel, view, { align: 'end' }).left).toBe(180)
    expect(besidePoint(button, panel, view, { align: 'center' }).left).toBe(240)
  })

  it('goes above where there is no room below', () => {
    expect(besidePoint({ ...button, top: 550 }, panel, view, {}).top).toBe(446)
  })

  it('goes to the right of it, or to the left where there is no room', () => {
    expect(besidePoint(button, panel, view, { side: 'right', gap: 10 })).toEqual({ left: 390, top: 200 })
    expect(besidePoint({ ...button, left: 900 }, panel, view, { side: 'right', gap: 10 }).left).toBe(690)
  })

  it('never leaves the window', () => {
    expect(besidePoint({ ...button, left: 950 }, panel, view, {}).left).toBe(792)
    expect(besidePoint({ ...button, left: 0 }, panel, view, { align: 'end' }).left).toBe(8)
  })
})
