import { describe, expect, it } from 'vitest'
import { columnLetter, detectDelimiter, detectHeaderRow, firstRows, headerNames } from './dialect'

const WHOLE = { isWhole: true }

describe('the delimiter', () => {
  it.each([
    [',', 'id,name,amount\n1,a,5\n2,b,6\n'],
    ['\t', 'id\tname\tamount\n1\ta, b\t5\n2\tb\t6\n'],
    [';', 'id;name;amount\n1;a;1,5\n2;b;2,5\n3;c;3,5\n'],
    ['|', 'id|name\n1|a\n2|b\n'],
    [',', 'only one column\nand no more\n'],
  ] as const)('%j is found', (delimiter, text) => {
    expect(detectDelimiter(text, WHOLE)).toBe(delimiter)
  })

  it('is not found inside quotes', () => {
    expect(detectDelimiter('a,b\n"x;y;z","p;q"\n"1;2;3","4;5"\n', WHOLE)).toBe(',')
  })
})

describe('rows', () => {
  it('end with CR, LF or CRLF, mixed', () => {
    expect(firstRows('a,b\r1,2\n3,4\r\n5,6', ',', WHOLE)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ])
  })

  it('may hold line breaks and quotes in quotes', () => {
    expect(firstRows('a,b\n"x\r\ny","say ""hi"""\n', ',', WHOLE)).toEqual([
      ['a', 'b'],
      ['x\r\ny', 'say "hi"'],
    ])
  })

  it('of an empty file are none', () => {
    expect(firstRows('', ',', WHOLE)).toEqual([])
    expect(firstRows('\n\r\n', ',', WHOLE)).toEqual([])
  })

  it('of different widths all come', () => {
    expect(firstRows('a,b,c\n1\n1,2,3,4\n', ',', WHOLE)).toEqual([['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']])
  })

  it('before an unclosed quote come', () => {
    expect(firstRows('a,b\n1,2\n"3,4\n5,6\n', ',', WHOLE)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('that the end of the sample cuts are left out', () => {
    expect(firstRows('a,b\n1,2\n3', ',', { isWhole: false })).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('of 10,000 columns are read', () => {
    const wide = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')
    expect(firstRows(`${wide}\n`, ',', WHOLE)[0]).toHaveLength(10_000)
  })
})

describe('the header row', () => {
  it.each([
    [
      'the first one',
      [
        ['id', 'name'],
        ['1', 'a'],
      ],
      0,
    ],
    [
      'below a report’s title and date',
      [['商談レポート'], ['2026/10/05'], ['商談名', '金額', '作成日'], ['A', '1', '2026/4/1']],
      2,
    ],
    ['none in an empty file', [], 0],
    [
      'not the figures',
      [
        ['1', '2', '3'],
        ['id', 'n', 'm'],
      ],
      1,
    ],
  ])('is %s', (_, rows, index) => {
    expect(detectHeaderRow(rows)).toBe(index)
  })
})

describe('header names', () => {
  it('lose their spaces; blank ones are called by their column, repeated ones numbered', () => {
    expect(headerNames([' 金額 ', '', '金額', 'リード\n ID', '金額 '])).toEqual([
      '金額',
      '(B)',
      '金額 (2)',
      'リード ID',
      '金額 (3)',
    ])
  })

  it('letters go on after Z', () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})
