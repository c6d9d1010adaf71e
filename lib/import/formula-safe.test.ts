import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formulaSafe, unguarded } from './formula-safe'

it.each([
  ['=1+1', "'=1+1"],
  ['+81-3', "'+81-3"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['\0x', "'\0x"],
  ['＝cmd', "'＝cmd"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ["'=1", "''=1"],
  ['株式会社=', '株式会社='],
  ["'quoted'", "'quoted'"],
  ['', ''],
])('%j goes out as %j and comes back', (text, safe) => {
  expect(formulaSafe(text)).toBe(safe)
  expect(unguarded(safe)).toBe(text)
})

it('any text comes back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '＝', '\t') }),
      (text) => unguarded(formulaSafe(text)) === text,
    ),
  )
})
