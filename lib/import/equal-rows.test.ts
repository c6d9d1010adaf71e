import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { EqualRows } from './equal-rows'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

it('equal rows are numbered in their order, others begin with 1', () => {
  const rows = new EqualRows()
  expect(['a', 'b', 'a', 'a', 'b', 'c'].map((text) => rows.count(hashOf(text)))).toEqual([1, 1, 2, 3, 2, 1])
})

it('numbers hold when the table grows', () => {
  const rows = new EqualRows()
  for (let i = 0; i < 5000; i++) expect(rows.count(hashOf(`row ${i}`))).toBe(1)
  for (let i = 0; i < 5000; i++) expect(rows.count(hashOf(`row ${i}`))).toBe(2)
})
