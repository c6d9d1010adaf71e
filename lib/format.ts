import type { FiscalYear, Month } from './month'

/** The only place that turns figures, months and instants into text. */
export type Locale = 'ja' | 'en'
export type MoneyUnit = 'yen' | 'thousand' | 'tenThousand' | 'million'
export type NegativeStyle = 'minus' | 'triangle'

export const MONEY_UNITS = ['yen', 'thousand', 'tenThousand', 'million'] as const satisfies readonly MoneyUnit[]

export type NumberStyle = {
  readonly locale: Locale
  /** Writes + before a gain and ±0 for no change. */
  readonly signed?: boolean
  /** −1,234 (default) or △1,234. */
  readonly negativeStyle?: NegativeStyle
}

export type MoneyStyle = NumberStyle & {
  readonly unit: MoneyUnit
  /** ISO code; amounts are integers in its minor unit. Default JPY. */
  readonly currency?: string
  /** Decimals shown; by default what the unit needs (万円 and 百万円 one). */
  readonly digits?: number
}

/** What stands for a figure that is undefined. */
export const UNDEFINED = '—'

const UNITS: Record<
  MoneyUnit,
  { readonly exponent: number; readonly digits: number; readonly ja: string; readonly en: string }
> = {
  yen: { exponent: 0, digits: 0, ja: '', en: '' },
  thousand: { exponent: 3, digits: 0, ja: '千', en: 'K' },
  tenThousand: { exponent: 4, digits: 1, ja: '万', en: '×10K' },
  million: { exponent: 6, digits: 1, ja: '百万', en: 'M' },
}

const INTL: Record<Locale, string> = { ja: 'ja-JP', en: 'en-US' }

/** Intl formatters are dear to make and a table prints a thousand figures: each is made once. */
function once<T>(make: (...key: [Locale, string]) => T): (...key: [Locale, string]) => T {
  const made: Record<Locale, Map<string, T>> = { ja: new Map(), en: new Map() }
  return (locale, kind) => {
    const known = made[locale].get(kind)
    if (known !== undefined) return known
    const found = make(locale, kind)
    made[locale].set(kind, found)
    return found
  }
}

const decimals = once((locale, digits) => {
  const fraction = { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) }
  return new Intl.NumberFormat(INTL[locale], fraction)
})

const currencyStyle = once(
  (locale, currency) =>
    new Intl.NumberFormat(INTL[locale], { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
)

const symbolOf = once((locale, currency) => {
  const parts = currencyStyle(locale, currency).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
})

/** Moves the decimal point of a number's shortest decimal form: 1.15 by 1 is 11.5, not 11.4999… */
function shifted(value: number, places: number): number {
  if (places === 0) return value
  const [digits = '0', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

/** Half away from zero at that many decimals (DOMAIN §1). For display only: nothing rounded is added up. */
export function rounded(value: number, digits: number): number {
  return Math.sign(value) * shifted(Math.round(shifted(Math.abs(value), digits)), -digits)
}

/** The sign is that of the unrounded value: a shortfall too small for the unit is −0.0, and only no change is ±0. */
function signOf(value: number, { signed = false, negativeStyle = 'minus' }: Omit<NumberStyle, 'locale'>): string {
  if (value < 0) return negativeStyle === 'triangle' ? '△' : '−'
  if (!signed) return ''
  return value === 0 ? '±' : '+'
}

function formatNumber(value: number | null, digits: number, style: NumberStyle): string {
  if (value === null || !Number.isFinite(value)) return UNDEFINED
  if (value === 0 && style.signed) return '±0'
  const size = decimals(style.locale, String(digits)).format(Math.abs(rounded(value, digits)))
  return signOf(value, style) + size
}

/** A count: 1,334. */
export function formatCount(value: number | null, style: NumberStyle): string {
  return formatNumber(value, 0, style)
}

/** Decimals of a currency's minor unit: JPY 0, USD 2. */
export function minorDigits(currency: string): number {
  return currencyStyle('en', currency).resolvedOptions().maximumFractionDigits ?? 0
}

/** An amount in the currency's minor unit, shown in the unit: 159,100,000 in 百万円 is 159.1. Null is —. */
export function formatMoney(amount: number | null, style: MoneyStyle): string {
  const minor = style.currency === undefined || style.currency === 'JPY' ? 0 : minorDigits(style.currency)
  const { exponent, digits } = UNITS[style.unit]
  const shown = style.digits ?? (style.unit === 'yen' ? minor : digits)
  return formatNumber(amount === null ? null : shifted(amount, -exponent - minor), shown, style)
}

/** The name of a money unit: 百万円, ¥M. */
export function moneyUnitLabel(
  unit: MoneyUnit,
  { locale, currency = 'JPY' }: { locale: Locale; currency?: string },
): string {
  const { ja, en } = UNITS[unit]
  if (locale === 'ja') return `${ja}${currency === 'JPY' ? '円' : currency}`
  const symbol = symbolOf('en', currency)
  // ¥2.5 ×10K, for ¥2.510K reads as two thousand.
  return en.startsWith('×') ? `${symbol} ${en}` : `${symbol}${en}`
}

/** 達成率 and other ratios, in whole percent: 145%. One below 100 % is never printed as 100 % (DOMAIN §1). */
export function formatRatio(value: number | null, style: NumberStyle = { locale: 'ja' }): string {
  if (value === null || !Number.isFinite(value)) return UNDEFINED
  const percent = shifted(value, 2)
  const capped = value < 1 && rounded(percent, 0) >= 100 ? 99 : percent
  return `${formatNumber(capped, 0, style)}%`
}

/** A conversion rate, to one decimal of a percent: 26.8%. One below 100 % is never printed as 100 % (DOMAIN §1). */
export function formatRate(value: number | null, style: NumberStyle): string {
  if (value === null || !Number.isFinite(value)) return UNDEFINED
  const percent = shifted(value, 2)
  const capped = value < 1 && rounded(percent, 1) >= 100 ? 99.9 : percent
  return `${formatNumber(capped, 1, style)}%`
}

/** The difference of two rates, in points: +2.6pt. `digits` decimals. */
export function formatPoints(difference: number | null, style: NumberStyle, digits = 1): string {
  if (difference === null || !Number.isFinite(difference)) return UNDEFINED
  const text = formatNumber(shifted(difference, 2), digits, { ...style, signed: true })
  return `${text}pt`
}

/** How many times something is of something else, to one decimal: the 2.5 of 2.5倍. */
export function formatMultiple(value: number | null, style: NumberStyle): string {
  return formatNumber(value, 1, style)
}

const DATES = {
  month: { month: 'short' },
  yearMonth: { year: 'numeric', month: 'short' },
  date: { year: 'numeric', month: 'numeric', day: 'numeric' },
  dateEn: { year: 'numeric', month: 'short', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const calendar = once((locale, kind) => {
  const options =
    kind === 'month'
      ? DATES.month
      : kind === 'yearMonth'
        ? DATES.yearMonth
        : locale === 'ja'
          ? DATES.date
          : DATES.dateEn
  return new Intl.DateTimeFormat(INTL[locale], { ...options, timeZone: 'UTC' })
})

const midnight = (date: string) => new Date(`${date}T00:00:00Z`)

/** 4月, Apr. */
export function formatMonth(month: Month, locale: Locale): string {
  return calendar(locale, 'month').format(midnight(`${month}-01`))
}

/** 2026年4月, Apr 2026. */
export function formatYearMonth(month: Month, locale: Locale): string {
  return calendar(locale, 'yearMonth').format(midnight(`${month}-01`))
}

/** 2026年度, FY2026: named by the year in which it starts. */
export function formatFiscalYear({ year }: Pick<FiscalYear, 'year'>, locale: Locale): string {
  return locale === 'ja' ? `${year}年度` : `FY${year}`
}

/** 2026年4月–2027年3月; one month stands alone. */
export function formatRange(first: Month, last: Month, locale: Locale): string {
  const from = formatYearMonth(first, locale)
  return first === last ? from : `${from}–${formatYearMonth(last, locale)}`
}

/** Months within a year that is known from elsewhere: 4–9月, Apr–Sep; one month stands alone. */
export function formatMonths(first: Month, last: Month, locale: Locale): string {
  const to = formatMonth(last, locale)
  if (first === last) return to
  const from = formatMonth(first, locale)
  return `${locale === 'ja' ? from.replace('月', '') : from}–${to}`
}

/** A date 'YYYY-MM-DD': 2026/10/5, Oct 5, 2026. */
export function formatDate(date: string, locale: Locale): string {
  return calendar(locale, 'date').format(midnight(date))
}

/** An instant, in the organisation's time zone: 2026/10/5 10:42. */
export function formatDateTime(
  instant: Date | string,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): string {
  const date = locale === 'ja' ? DATES.date : DATES.dateEn
  const options = { ...date, hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(INTL[locale], options).format(new Date(instant))
}

/** The time of day of an instant, in the organisation's time zone: 10:42. */
export function formatTime(instant: Date | string, { locale, timeZone }: { locale: Locale; timeZone: string }): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
  return new Intl.DateTimeFormat(INTL[locale], options).format(new Date(instant))
}
