import { describe, expect, it } from 'vitest'
import { isEqual, remembered, sameWhileEqual } from './remembered'

describe('equal values', () => {
  it('are the same through lists and objects', () => {
    expect(isEqual({ a: [1, 'x', null], b: { c: 2n } }, { b: { c: 2n }, a: [1, 'x', null] })).toBe(true)
    expect(isEqual(Number.NaN, Number.NaN)).toBe(true)
  })

  it('differ by a value, by a name, by a length, and blank is not 0', () => {
    expect(isEqual([1, 2], [1, 3])).toBe(false)
    expect(isEqual([1, 2], [1, 2, 3])).toBe(false)
    expect(isEqual({ a: undefined }, { b: undefined })).toBe(false)
    expect(isEqual({ a: null }, { a: 0 })).toBe(false)
    expect(isEqual('1', 1)).toBe(false)
  })
})

describe('what is remembered', () => {
  it('is the same object while the arguments are equal, for each key by itself', () => {
    let calls = 0
    const doubled = remembered(
      (id: string, values: readonly number[]) => {
        calls += 1
        return { id, values: values.map((value) => 2 * value) }
      },
      (id) => id,
    )
    const [first, other] = [doubled('a', [1, 2]), doubled('b', [5])]
    expect(first).toEqual({ id: 'a', values: [2, 4] })
    expect(doubled('a', [1, 2])).toBe(first)
    expect(doubled('a', [1, 3])).toEqual({ id: 'a', values: [2, 6] })
    expect(doubled('b', [5])).toBe(other)
    expect(calls).toBe(3)
  })

  it('gives the earlier value for one that is equal to it', () => {
    const same = sameWhileEqual<readonly string[]>()
    const first = same(['a', 'b'])
    expect(same(['a', 'b'])).toBe(first)
    expect(same(['b', 'a'])).toEqual(['b', 'a'])
  })
})
