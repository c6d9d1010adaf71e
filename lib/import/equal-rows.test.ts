import { expect, it } from 'vitest'
import { EqualRows } from './equal-rows'

it('equal rows are numbered in their order, others begin with 1', () => {
  const rows = new EqualRows()
  expect(['a', 'b', 'a', 'a', 'b', 'c'].map((text) => rows.count(text))).toEqual([1, 1, 2, 3, 2, 1])
})

it('numbers hold when the table grows', () => {
  const rows = new EqualRows()
  for (let i = 0; i < 5000; i++) expect(rows.count(`row ${i}`)).toBe(1)
  for (let i = 0; i < 5000; i++) expect(rows.count(`row ${i}`)).toBe(2)
})
