import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { detectEncoding, type Encoding, textDecoder } from './encoding'

const TABLE = '会社名,備考\r\n髙﨑㈱,①～－です\r\n'
const NAME: Record<Encoding, string> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
  cp932: 'cp932',
  'euc-jp': 'eucjp',
}
const encoded = (encoding: Encoding, mark = false, text = TABLE) => iconv.encode(text, NAME[encoding], { addBOM: mark })

describe('the encoding of a file', () => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['cp932', false],
    ['euc-jp', false],
  ] as const)('%s (mark: %s) is found, and ～－①髙﨑㈱ come back', (encoding, mark) => {
    const bytes = encoded(encoding, mark)
    expect(detectEncoding(bytes)).toEqual({ encoding, isSound: true })
    const read = textDecoder(encoding)
    expect(read(bytes) + read()).toBe(TABLE)
  })

  it('is found when the first bytes end in the middle of a character', () => {
    for (const encoding of ['utf-8', 'cp932', 'euc-jp'] as const) {
      const bytes = encoded(encoding)
      for (let length = 4; length < bytes.length; length++) {
        expect([length, detectEncoding(bytes.subarray(0, length)).encoding]).toEqual([length, encoding])
      }
    }
  })

  it('of plain ASCII and of nothing is UTF-8', () => {
    expect(detectEncoding(Buffer.from('id,amount\n1,2\n'))).toEqual({ encoding: 'utf-8', isSound: true })
    expect(detectEncoding(new Uint8Array())).toEqual({ encoding: 'utf-8', isSound: true })
  })

  it('of a CP932 file with half-width katakana among kanji stays CP932', () => {
    const bytes = encoded('cp932', false, '会社名,ﾒﾓ\r\nﾄﾖﾀ商事,ﾃｽﾄﾃﾞｽ\r\n')
    expect(detectEncoding(bytes).encoding).toBe('cp932')
  })

  it('with invalid bytes is the one that breaks least, and says so', () => {
    const bytes = Buffer.concat([Buffer.from(TABLE), Buffer.from([0xff, 0x2c, 0x61])])
    expect(detectEncoding(bytes)).toEqual({ encoding: 'utf-8', isSound: false })
    expect(textDecoder('utf-8')(bytes)).toContain('\ufffd,a')
  })
})

describe('a character cut by the end of a chunk', () => {
  it.each(['utf-8', 'utf-16le', 'cp932', 'euc-jp'] as const)('comes back whole in %s', (encoding) => {
    const read = textDecoder(encoding)
    const bytes = encoded(encoding)
    const text = [...bytes].map((byte) => read(Uint8Array.of(byte))).join('') + read()
    expect(text).toBe(TABLE)
  })
})
