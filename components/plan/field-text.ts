import { formatMoney } from '#lib/format'
import { parseDecimal, parseNumber, parsePercent } from '#lib/input/number'

/** 0.012 is '1.2': the decimal point moved, without a float. */
export function percentText(fraction: string): string {
  const [, sign = '', whole = '0', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(fraction) ?? []
  const digits = whole + decimals.padEnd(2, '0')
  const cut = digits.length - Math.max(0, decimals.length - 2)
  const shown = digits.slice(0, cut).replace(/^0+(?=\d)/, '')
  const rest = digits.slice(cut).replace(/0+$/, '')
  return `${sign}${shown}${rest === '' ? '' : `.${rest}`}`
}

/** 120000000 is '120,000,000'; amounts are in the currency's minor unit. */
export function amountText(amount: number | null, currency: string): string {
  return amount === null ? '' : formatMoney(amount, { unit: 'yen', currency, locale: 'en' })
}

/** How a text is written once its field is left: 120000000 becomes 120,000,000. What cannot be read stays as typed. */
export function tidied(
  kind: 'amount' | 'percent' | 'decimal',
  text: string,
  currency: string,
  decimals: number,
): string {
  if (kind === 'amount') {
    const read = parseNumber(text, { decimals })
    return 'fault' in read ? text : amountText(read.value, currency)
  }
  const read = kind === 'percent' ? parsePercent(text) : parseDecimal(text)
  if ('fault' in read) return text
  if (read.value === null) return ''
  return kind === 'percent' ? percentText(read.value) : read.value
}

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/

/**
 * An amount while it is edited: once written with commas it keeps its groups of three, so that it can be read after
 * every key. 120,0005 becomes 1,200,005. `before` is the text before the key; any other text stays as typed.
 */
export function regrouped(before: string, after: string): string {
  const [, sign, digits = '', fraction = ''] = /^(-?)([\d,]+)(\.\d*)?$/.exec(halfWidth(after)) ?? []
  if (sign === undefined || !GROUPED.test(before)) return after
  return sign + digits.replaceAll(',', '').replace(/\B(?=(\d{3})+$)/g, ',') + fraction
}

/**
 * The place in a text that has as many characters other than commas after it as `place` has in `other`; before a comma
 * rather than after it, so that a comma taken away and put back does not stop who deletes.
 */
export function samePlace(text: string, other: string, place: number): number {
  let after = other.slice(place).replaceAll(',', '').length
  let at = text.length
  for (; after > 0 && at > 0; at--) if (text[at - 1] !== ',') after -= 1
  return text[at - 1] === ',' ? at - 1 : at
}
