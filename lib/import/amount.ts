export const NUMBER_STYLES = ['point', 'comma'] as const
/** Which mark divides the decimals: 1,234.56 or 1.234,56. */
export type NumberStyle = (typeof NUMBER_STYLES)[number]

/** Why a text is no amount: keys of the i18n namespace `data`, below `faults`. */
export type AmountFault = 'numberUnreadable' | 'numberFraction' | 'numberTooLarge' | 'numberNegative'
export type ReadAmount = { readonly value: number | null } | { readonly fault: AmountFault }

const LONGEST = 64
const MOST = BigInt(Number.MAX_SAFE_INTEGER)

/** Full-width digits and marks, and what a Japanese keyboard gives for a minus, in their plain form. ① stays ①: it is no 1. */
function plain(text: string): string {
  return (
    text
      .replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
      .replace(/[−‐‑–—ー]/g, '-')
      // CP932 has its yen sign where ASCII has the backslash.
      .replace(/[￥\\]/g, '¥')
      .replace(/▲/g, '△')
      .replace(/[\s\u3000]+/gu, ' ')
      .trim()
  )
}

const CURRENCY = 'R\\$|US\\$|A\\$|[¥$€£₩]|JPY|USD|EUR|BRL|GBP'
const GROUPED = { point: '\\d{1,3}(?:,\\d{3})+', comma: "\\d{1,3}(?:[.' ]\\d{3})+" }
const MARK = { point: '\\.', comma: ',' }

const pattern = (style: NumberStyle) =>
  new RegExp(
    `^(?<open>\\()? ?(?<sign>[-+△])? ?(?:${CURRENCY})? ?(?<inner>[-+△])? ?(?<whole>${GROUPED[style]}|\\d+)?` +
      `(?:${MARK[style]}(?<fraction>\\d*))? ?(?<scale>[KMB千万億]|百万)? ?(?:円|${CURRENCY})? ?(?<behind>-)? ?(?<close>\\))?$`,
    'i',
  )
const PATTERN = { point: pattern('point'), comma: pattern('comma') }

/** Powers of ten that stand behind a number: $342.09K, 1.2億円. */
const SCALE: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9, 千: 3, 万: 4, 百万: 6, 億: 8 }

type Written = { readonly negative: boolean; readonly digits: bigint; readonly places: number }

/** Sign, digits and decimal places; null when the text is no number in this style. */
function written(text: string, style: NumberStyle): Written | null {
  const groups = text.length > LONGEST ? undefined : PATTERN[style].exec(plain(text))?.groups
  if (!groups) return null
  const { open, close, sign, inner, behind } = groups
  const whole = (groups.whole ?? '').replace(/\D/g, '')
  const fraction = (groups.fraction ?? '').replace(/0+$/, '')
  const signs = [open, sign, inner, behind].filter((mark) => mark !== undefined)
  if ((open === undefined) !== (close === undefined) || signs.length > 1 || whole === '') return null
  const places = fraction.length - (SCALE[(groups.scale ?? '').toLowerCase()] ?? 0)
  return { negative: signs.length === 1 && signs[0] !== '+', digits: BigInt(whole + fraction), places }
}

/**
 * Money in the currency's minor unit (10^−decimals), exactly. '' is null, which is not 0.
 * Never guesses: 0x10, 1e309, NaN and a fraction finer than the unit are faults.
 */
export function readAmount(text: string, style: NumberStyle, decimals = 0): ReadAmount {
  if (plain(text) === '') return { value: null }
  const number = written(text, style)
  if (number === null) return { fault: 'numberUnreadable' }
  const shift = decimals - number.places
  const unit = 10n ** BigInt(Math.abs(shift))
  if (shift < 0 && number.digits % unit !== 0n) return { fault: 'numberFraction' }
  const size = shift < 0 ? number.digits / unit : number.digits * unit
  if (size > MOST) return { fault: 'numberTooLarge' }
  return { value: number.negative && size !== 0n ? -Number(size) : Number(size) }
}

/** A count: whole and not below 0. */
export function readCount(text: string, style: NumberStyle): ReadAmount {
  const read = readAmount(text, style)
  return 'value' in read && read.value !== null && read.value < 0 ? { fault: 'numberNegative' } : read
}

/**
 * The amount without tax, rounded half away from zero to the minor unit; `percent` is the rate as whole percent.
 * 1,100 at 10 % is 1,000.
 */
export function withoutTax(amount: number, percent: number): number {
  const [part, whole] = [BigInt(Math.abs(amount)) * 100n, BigInt(100 + percent)]
  return Math.sign(amount) * Number((part * 2n + whole) / (whole * 2n))
}

export type Guess<Style> = {
  readonly style: Style
  /** False: another style reads these texts as well, with another meaning. */
  readonly isCertain: boolean
}

/** The style in which a column's texts are written. 1.234 alone may be either; R$ and € are written with commas. */
export function detectNumberStyle(texts: readonly string[]): Guess<NumberStyle> {
  const filled = texts.filter((text) => plain(text) !== '')
  const readBy = (style: NumberStyle) => filled.filter((text) => written(text, style) !== null).length
  const differs = filled.some((text) => meaning(text, 'point') !== meaning(text, 'comma'))
  const [point, comma] = [readBy('point'), readBy('comma')]
  if (point !== comma) return { style: comma > point ? 'comma' : 'point', isCertain: true }
  const usesCommas = filled.some((text) => /R\$|€|BRL|EUR/.test(plain(text)))
  return { style: usesCommas ? 'comma' : 'point', isCertain: !differs }
}

function meaning(text: string, style: NumberStyle): string {
  const number = written(text, style)
  return number === null ? '' : `${number.digits}e${-number.places}`
}
