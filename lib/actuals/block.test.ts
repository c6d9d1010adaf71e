import { describe, expect, it } from 'vitest'
import { readBlock, writeBlock } from './block'

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

describe('a block for the clipboard', () => {
  it('has tabs between cells and line ends between rows, as a spreadsheet reads it', () => {
    expect(
      writeBlock([
        ['1200000', ''],
        ['3', '0'],
      ]),
    ).toBe('1200000\t\r\n3\t0')
  })

  it('quotes what would break it, so that it reads back as it was', () => {
    const block = [['a\tb', 'say "hi"']]
    expect(readBlock(writeBlock(block))).toEqual(block)
  })
})
