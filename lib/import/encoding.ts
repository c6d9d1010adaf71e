export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp'] as const
export type Encoding = (typeof ENCODINGS)[number]

export type DetectedEncoding = {
  readonly encoding: Encoding
  /** False when no encoding reads every byte: the best one is named, and broken characters stand as U+FFFD. */
  readonly isSound: boolean
}

/** Stands where bytes could not be read. */
export const BROKEN = '\ufffd'

// WHATWG's shift_jis is CP932 as Windows writes it: ①, ㈱, 髙, ～ and － come back as they were.
const LABEL: Record<Encoding, string> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  cp932: 'shift_jis',
  'euc-jp': 'euc-jp',
}

/** Turns the chunks of a file into text; the byte order mark is left out. Call with nothing at the end. */
export function textDecoder(encoding: Encoding): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder(LABEL[encoding])
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
}

/** The encoding of a file, from its first bytes; these may end in the middle of a character. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding {
  const marked = byMark(bytes) ?? byZeros(bytes)
  if (marked) return { encoding: marked, isSound: true }
  if (isSoundAs('utf-8', bytes)) return { encoding: 'utf-8', isSound: true }
  const sound = (['cp932', 'euc-jp'] as const).filter((encoding) => isSoundAs(encoding, bytes))
  if (sound.length === 2) return { encoding: looksLikeEuc(bytes) ? 'euc-jp' : 'cp932', isSound: true }
  const [only] = sound
  return only ? { encoding: only, isSound: true } : { encoding: leastBroken(bytes), isSound: false }
}

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: the separators and digits of a table make every second byte of many pairs a zero. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const head = bytes.subarray(0, 1000)
  const zeros = (offset: 0 | 1) => head.filter((byte, i) => i % 2 === offset && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  if (Math.max(even, odd) * 10 <= head.length || Math.min(even, odd) * 10 > Math.max(even, odd)) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

function isSoundAs(encoding: Encoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(LABEL[encoding], { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** EUC-JP read as CP932 is a row of half-width katakana. A table that was meant so would hold a kanji that EUC-JP refuses. */
function looksLikeEuc(bytes: Uint8Array): boolean {
  const text = textDecoder('cp932')(bytes)
  const foreign = text.match(/[^\0-\x7f]/gu)?.length ?? 0
  const halfWidth = text.match(/[｡-ﾟ]/g)?.length ?? 0
  return halfWidth * 2 > foreign
}

function leastBroken(bytes: Uint8Array): Encoding {
  const broken = (encoding: Encoding) => textDecoder(encoding)(bytes).split(BROKEN).length
  return (['utf-8', 'cp932', 'euc-jp'] as const).reduce((best, next) => (broken(next) < broken(best) ? next : best))
}
