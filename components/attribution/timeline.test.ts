import { describe, expect, it } from 'vitest'
import { placed } from './timeline'

const point = (day: number, isNamed = false) => ({ day, isNamed })

describe('a deal’s touches on a line', () => {
  it('stand by time, from the first to the close', () => {
    expect(placed([point(0, true), point(40), point(160, true)]).map(({ at }) => at)).toEqual([0, 25, 100])
  })

  it('side by side when all are of one day', () => {
    expect(placed([point(7), point(7), point(7)]).map(({ at }) => at)).toEqual([0, 50, 100])
    expect(placed([point(7)]).map(({ at }) => at)).toEqual([0])
  })

  it('have their day where there is room, milestones before the others', () => {
    expect(placed([point(0), point(2, true), point(50), point(100)]).map(({ isDated }) => isDated)).toEqual([
      ...[false, true, true, true],
    ])
  })

  it('leave more of their days out on a phone, where the line is shorter', () => {
    const at = placed([point(0), point(80), point(90), point(100, true)])
    expect(at.map(({ isDated }) => isDated)).toEqual([true, true, true, true])
    expect(at.map(({ isDatedOnPhone }) => isDatedOnPhone)).toEqual([true, true, false, true])
  })

  it('set names that would run into each other on two lines', () => {
    expect(
      placed([point(0, true), point(5, true), point(8, true), point(100, true)]).map(({ level }) => level),
    ).toEqual([...[0, 1, 0, 0]])
  })
})
