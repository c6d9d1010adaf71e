'use client'

import { TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { minorDigits } from '#lib/format'
import { NUMBER_STYLES } from '#lib/import/amount'
import type { Field } from '#lib/import/fields'
import { type Inspection, textsOf } from '#lib/import/inspection'
import type { ColumnReading } from '#lib/import/mapping'
import { DATE_STYLES } from '#lib/import/moment'
import { Chip } from '../ui/chip'
import { classes } from '../ui/classes'
import { Select } from '../ui/select'
import type { ImportProps } from './import-props'
import { sampleText } from './sample-text'

type ColumnRowProps = {
  readonly field: Field
  readonly label: string
  readonly inspection: Inspection
  readonly own: ImportProps
  readonly column: ColumnReading | null
  readonly isUncertain: boolean
  readonly onChange: (column: ColumnReading | null) => void
}

const SAMPLES = 3

/** A field, the column that it is read from, and the first cells as they are read. */
export function ColumnRow({ field, label, inspection, own, column, isUncertain, onChange }: ColumnRowProps) {
  const t = useTranslations('data.columns')
  return (
    <tr className="[&>*]:border-t [&>*]:px-2 [&>*]:py-1.5 [&>*]:first:pl-4 [&>*]:last:pr-4">
      <th scope="row" className="text-left font-regular whitespace-nowrap">
        <span className={column ? 'font-strong' : 'text-text-2'}>{label}</span>{' '}
        {field.isRequired && <Chip small>{t('required')}</Chip>}
      </th>
      <td className="w-64">
        <Select
          aria-label={`${label} ${t('column')}`}
          value={column?.header ?? ''}
          boxClassName={classes('w-60', !column && 'text-text-3')}
          onChange={({ target }) =>
            onChange(target.value === '' ? null : { number: 'point', date: 'ymd', ...column, header: target.value })
          }
        >
          <option value="">{t('none')}</option>
          {inspection.headers.map((header) => (
            <option key={header} value={header}>
              {header}
            </option>
          ))}
        </Select>
      </td>
      <td className="w-44">{column && <StyleSelect {...{ field, label, column, isUncertain, onChange }} />}</td>
      <td className="min-w-0">{column && <Samples {...{ field, inspection, own, column, isUncertain }} />}</td>
    </tr>
  )
}

type StyleSelectProps = Pick<ColumnRowProps, 'field' | 'label' | 'isUncertain' | 'onChange'> & {
  readonly column: ColumnReading
}

/** How the column's figures or dates are written; open where they can be read in two ways. */
function StyleSelect({ field, label, column, isUncertain, onChange }: StyleSelectProps) {
  const t = useTranslations('data.columns')
  const isNumber = field.type === 'amount' || field.type === 'count'
  const isDate = field.type === 'day' || field.type === 'moment' || field.type === 'month'
  if (!isNumber && !isDate) return null
  const choose = (text: string) => {
    const number = NUMBER_STYLES.find((style) => style === text)
    const date = DATE_STYLES.find((style) => style === text)
    if (number) onChange({ ...column, number })
    if (date) onChange({ ...column, date })
  }
  return (
    <span className="grid gap-1">
      <Select
        aria-label={`${label} ${t('style')}`}
        value={isUncertain ? '' : isNumber ? column.number : column.date}
        boxClassName={classes('w-40', isUncertain && 'border-watch inset-ring-1 inset-ring-watch')}
        onChange={({ target }) => choose(target.value)}
      >
        {isUncertain && <option value="">—</option>}
        {(isNumber ? NUMBER_STYLES : DATE_STYLES).map((style) => (
          <option key={style} value={style}>
            {t(`${isNumber ? 'numbers' : 'dates'}.${style}`)}
          </option>
        ))}
      </Select>
      {isUncertain && (
        <span className="flex gap-1 leading-text text-micro text-watch">
          <TriangleAlert aria-hidden="true" size={12} className="mt-0.5 shrink-0" />
          {t('uncertain')}
        </span>
      )}
    </span>
  )
}

type SamplesProps = Pick<ColumnRowProps, 'field' | 'inspection' | 'own' | 'isUncertain'> & {
  readonly column: ColumnReading
}

/** The first different cells: as they stand, and what they are read as when that differs. */
function Samples({ field, inspection, own, column, isUncertain }: SamplesProps) {
  const t = useTranslations('data.columns')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { timeZone, currency } = own
  const reading = { locale, timeZone, decimals: minorDigits(currency) } as const
  const texts = [...new Set(textsOf(inspection, column.header).filter(Boolean))].slice(0, SAMPLES)
  if (texts.length === 0) return <span className="text-text-3">{t('blank')}</span>
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {texts.map((text) => {
        // As long as nobody knows which way is right, none is shown.
        const type = isUncertain ? 'text' : field.type
        const { text: read, isReadable } = sampleText(type, text, column, reading)
        return (
          <li key={text} className="flex max-w-80 items-baseline gap-1.5">
            <span className={classes('truncate', read === text && isReadable ? 'text-text' : 'text-text-3')}>
              {text}
            </span>
            {read !== text && isReadable && <span className="whitespace-nowrap">→ {read}</span>}
            {!isReadable && (
              <span className="inline-flex items-center gap-1 whitespace-nowrap text-bad">
                <TriangleAlert aria-hidden="true" size={12} />
                {t('unread')}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
