'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '#lib/format'
import type { Fault } from '#lib/import/fault'
import { fieldLabel } from '#lib/import/field-label'
import type { Stage } from '#lib/organisation'
import type { ImportKind } from '#lib/records/import'
import { Card } from '../ui/card'

type FaultTableProps = {
  readonly faults: readonly Fault[]
  /** Of all, also those that are not listed. */
  readonly total: number
  readonly kind: ImportKind
  readonly stages: readonly Stage[]
}

/** Faulty rows: which row and column, what stands there, why it cannot be read. */
export function FaultTable({ faults, total, kind, stages }: FaultTableProps) {
  const t = useTranslations('data')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const hint =
    total > faults.length ? t('check.faultsShown', { count: formatCount(faults.length, { locale }) }) : undefined
  return (
    <Card title={t('check.faults')} hint={hint} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section aria-label={t('check.faults')} tabIndex={0} className="relative max-h-90 overflow-auto">
        <table className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr className="h-7 text-left text-micro text-text-3 [&>th]:sticky [&>th]:top-0 [&>th]:bg-surface [&>th]:px-2 [&>th]:font-regular [&>th]:first:pl-4 [&>th]:last:pr-4">
              <th scope="col" className="w-16 text-right">
                {t('check.row')}
              </th>
              <th scope="col">{t('check.column')}</th>
              <th scope="col">{t('check.value')}</th>
              <th scope="col">{t('check.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, i) => (
              <tr
                key={`${fault.row} ${fault.field} ${i}`}
                className="h-7 [&>*]:border-t [&>*]:px-2 [&>*]:first:pl-4 [&>*]:last:pr-4"
              >
                <td className="text-right whitespace-nowrap">{formatCount(fault.row, { locale })}</td>
                <td className="whitespace-nowrap">
                  {fault.column ?? (fault.field && fieldLabel(t, kind, fault.field, stages, locale))}
                </td>
                <td className="max-w-72 truncate">{fault.value}</td>
                <td className="min-w-48">{t(`faults.${fault.kind}`, { value: fault.value })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}
