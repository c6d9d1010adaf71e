import { describe, expect, it } from 'vitest'
import { readBlock } from './block'

describe('a block copied from a spreadsheet', () => {
  it('has rows at line ends and cells at tabs; the last line end is no row', () => {
    expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('keeps blank cells, also at the end of a row', () => {
    expect(readBlock('1\t\t3\n\t\n')).toEqual([
      ['1', '', '3'],
      ['', ''],
    ])
    expect(readBlock('1\t')).toEqual([['1', '']])
  })

  it('keeps an empty row in the middle', () => {
    expect(readBlock('1\n\n2\n')).toEqual([['1'], [''], ['2']])
  })

  it('takes tabs, line ends and quotes out of a quoted cell', () => {
    expect(readBlock('"a\tb\nc"\t"say ""hi"""\n5')).toEqual([['a\tb\nc', 'say "hi"'], ['5']])
  })

  it('takes a quote that is never closed as a character', () => {
    expect(readBlock('"1\t2')).toEqual([['"1', '2']])
  })

  it('is empty for an empty text', () => {
    expect(readBlock('')).toEqual([])
  })
})
