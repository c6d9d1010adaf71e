export type FileKind = 'text' | 'xlsx' | 'xls' | 'binary'

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)

/** What a file is, by its first bytes: a name may say .csv and hold a workbook. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls'
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0x1f, 0x8b)) return 'binary'
  return isBinary(bytes.subarray(0, 4000)) ? 'binary' : 'text'
}

/** Control characters that no table holds; zeros alone may be those of UTF-16. */
function isBinary(head: Uint8Array): boolean {
  const odd = head.filter(
    (byte) => byte !== 0 && byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b].includes(byte),
  )
  return odd.length * 20 > head.length
}
