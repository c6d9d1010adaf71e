/** Why a text is no number: keys of the i18n namespace `errors`. */
/** Why a text is no number: keys of the i18n namespace `errors`. */
export const NUMBER_FAULTS = ['numberUnreadable', 'numberNotWhole', 'numberTooLarge'] as const
export type NumberFault = (typeof NUMBER_FAULTS)[number]
export type Parsed<T> = { readonly value: T | null } | { readonly fault: NumberFault }

/** Longer than any number that is accepted, with its signs and spaces. */
const LONGEST = 64
const DECIMAL_PLACES = 12

/** Printable ASCII without spaces. */
const PLAIN = /^[!-~]*$/

/** Sign, digits and fraction as typed. */
type Written = {
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
  readonly percent: boolean
}

/** Full-width digits and marks, and the dashes that a Japanese keyboard gives for a minus, in their plain form. */
function plain(text: string): string {
  // Most texts are plain already, and a key in the plan reads a hundred of them.
  if (PLAIN.test(text)) return text
  return text
    .replace(/[０-９，．＋（）％＄]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[－−‐‑–—ー]/g, '-')
    .replace(/￥/g, '¥')
    .replace(/▲/g, '△')
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()
}

const NUMBER =
  /^(?<open>\()? ?(?<sign>[-+△])? ?[¥$€]? ?(?<inner>[-+△])? ?(?<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)(?:\.(?<fraction>\d*))? ?(?:円|(?<percent>%))? ?(?<close>\))?$/

/** Reads the text's form; null when it is not a number as people write it. Commas group three digits or are refused: 1,5 is not 15. */
function written(text: string): Written | null {
  if (text.length > LONGEST) return null
  const groups = NUMBER.exec(plain(text))?.groups
  if (!groups) return null
  const { open, sign, inner, close, percent } = groups
  const whole = (groups.whole ?? '').replace(/[, ]/g, '').replace(/^0+(?=\d)/, '')
  const fraction = groups.fraction ?? ''
  const signs = [open, sign, inner].filter((mark) => mark !== undefined)
  if ((open === undefined) !== (close === undefined) || signs.length > 1 || whole + fraction === '') return null
  return {
    negative: signs.length === 1 && signs[0] !== '+',
    whole: whole || '0',
    fraction: fraction.replace(/0+$/, ''),
    percent: percent === '%',
  }
}

/**
 * A whole number as people type or paste it: １，２３４, ¥1,000, 500円, (500), △500. '' is null, which is not 0.
 * With `decimals` the value is in units of 10^−decimals, as a currency's minor unit is: '12.34' with 2 is 1234.
 */
export function parseNumber(text: string, { decimals = 0 }: { readonly decimals?: number } = {}): Parsed<number> {
  if (plain(text) === '') return { value: null }
  const number = written(text)
  if (number === null || number.percent) return { fault: 'numberUnreadable' }
  if (number.fraction.length > decimals) return { fault: 'numberNotWhole' }
  const size = Number(number.whole + number.fraction.padEnd(decimals, '0'))
  if (size > Number.MAX_SAFE_INTEGER) return { fault: 'numberTooLarge' }
  return { value: number.negative && size !== 0 ? -size : size }
}

/** 0.012 for '1.2' with 2 places: the decimal point of written digits, moved without a float. */
function movedLeft({ whole, fraction }: Written, places: number): { whole: string; fraction: string } {
  const padded = whole.padStart(places + 1, '0')
  const cut = padded.length - places
  return {
    whole: padded.slice(0, cut).replace(/^0+(?=\d)/, ''),
    fraction: (padded.slice(cut) + fraction).replace(/0+$/, ''),
  }
}

function decimalText(text: string, always: 'percent' | 'asWritten'): Parsed<string> {
  if (plain(text) === '') return { value: null }
  const number = written(text)
  if (number === null) return { fault: 'numberUnreadable' }
  const { whole, fraction } = movedLeft(number, always === 'percent' || number.percent ? 2 : 0)
  if (whole.length > 15 || fraction.length > DECIMAL_PLACES) return { fault: 'numberTooLarge' }
  const size = fraction === '' ? whole : `${whole}.${fraction}`
  return { value: number.negative && size !== '0' ? `-${size}` : size }
}

/** An exact decimal, in its shortest form: '1.50' is '1.5', '1.2%' is '0.012'. */
export function parseDecimal(text: string): Parsed<string> {
  return decimalText(text, 'asWritten')
}

/** The fraction behind a field that asks for percent: '1.2' and '1.2%' are both '0.012'. */
export function parsePercent(text: string): Parsed<string> {
  return decimalText(text, 'percent')
}
