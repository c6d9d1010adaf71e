import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRepeats, withoutRepeats } from './repeats'

describe('figures without repeats', () => {
  it('name a text that stands three times once, and count a run of blanks', () => {
    const row = { channelId: 'web', plan: [1, null, null, null, 5] }
    expect(withoutRepeats([row, row, row])).toBe(
      '["channelId","plan"]\n[{\t0\t:"web",\t1\t:[1,\r3\r,5]},{\t0\t:"web",\t1\t:[1,\r3\r,5]},{\t0\t:"web",\t1\t:[1,\r3\r,5]}]',
    )
  })

  it('are read as they were, whatever people have typed', () => {
    const name = '\t0\t "null,null,null,null" \\ \r3\r\n'
    const typed = [{ name }, { name }, { name }, null, null, null]
    expect(readRepeats(withoutRepeats(typed))).toEqual(typed)
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const thrice = [value, value, value]
        expect(readRepeats(withoutRepeats(thrice))).toEqual(JSON.parse(JSON.stringify(thrice)))
      }),
    )
  })
})
