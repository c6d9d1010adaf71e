import { expect, it } from 'vitest'
import { eachOnce } from './each-once'

it('asks once for each text, and again after too many others', () => {
  const asked: string[] = []
  const lengthOf = eachOnce((text) => asked.push(text) && text.length, 2)
  expect(['a', 'bb', 'a', 'bb'].map(lengthOf)).toEqual([1, 2, 1, 2])
  expect(asked).toEqual(['a', 'bb'])
  expect(['ccc', 'a'].map(lengthOf)).toEqual([3, 1])
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a'])
})
