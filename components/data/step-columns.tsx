'use client'

import { useLocale, useTranslations } from 'next-intl'
import { columnReading, detectColumnStyle } from '#lib/import/column-style'
import { fieldLabel } from '#lib/import/field-label'
import { type Field, fieldsOf } from '#lib/import/fields'
import { textsOf } from '#lib/import/inspection'
import type { ColumnReading } from '#lib/import/mapping'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { ColumnRow } from './column-row'
import type { ImportProps } from './import-props'
import { ReadingRules } from './reading-rules'
import { StepButtons } from './step-buttons'
import type { ImportSteps } from './use-import'

/** Each field with its column, how its cells are written, and what they are read as. */
export function StepColumns({ steps, own }: { readonly steps: ImportSteps; readonly own: ImportProps }) {
  const t = useTranslations('data')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { inspection, mapping, uncertain, isRemembered, file } = steps.state
  if (!inspection || !mapping) return null
  const fields = fieldsOf(mapping.kind, own.stages)
  const label = (field: Pick<Field, 'key'>) => fieldLabel(t, mapping.kind, field.key, own.stages, locale)

  function assign(field: Field, column: ColumnReading | null) {
    if (!inspection || !mapping) return
    const { [field.key]: before, ...others } = mapping.columns
    const still = uncertain.filter((key) => key !== field.key)
    if (column === null) return steps.change({ mapping: { ...mapping, columns: others }, uncertain: still })
    const isNew = column.header !== before?.header
    const style = isNew ? detectColumnStyle(field.type, textsOf(inspection, column.header)) : null
    const columns = { ...others, [field.key]: style ? columnReading(column.header, style) : column }
    steps.change({
      mapping: { ...mapping, columns },
      uncertain: style?.isCertain === false ? [...still, field.key] : still,
    })
  }

  const missing = fields.find((field) => field.isRequired && !mapping.columns[field.key])
  const unsure = fields.find((field) => uncertain.includes(field.key))
  const twice = doubled(Object.values(mapping.columns).map(({ header }) => header))
  const obstacle = missing
    ? t('columns.missingRequired', { field: label(missing) })
    : twice !== undefined
      ? t('columns.twice', { header: twice })
      : unsure
        ? t('columns.uncertainOne', { field: label(unsure) })
        : null
  const keepsId = fields.some((field) => field.key === 'externalId') && mapping.kind !== 'costs'
  const used = new Set(Object.values(mapping.columns).map(({ header }) => header))
  const unused = inspection.headers.filter((header) => !used.has(header))
  return (
    <div className="grid gap-3">
      {isRemembered && <Banner>{t('columns.remembered')}</Banner>}
      <Card
        title={t('columns.title')}
        hint={t('columns.hint', { name: file?.name ?? '', count: inspection.headers.length })}
        flush
      >
        <div className="overflow-x-auto">
          <table className="w-full border-separate border-spacing-0 text-small max-tablet:min-w-180">
            <thead>
              <tr className="h-7 text-left text-micro text-text-3 [&>th]:px-2 [&>th]:font-regular [&>th]:first:pl-4 [&>th]:last:pr-4">
                <th scope="col">{t('columns.field')}</th>
                <th scope="col">{t('columns.column')}</th>
                <th scope="col">{t('columns.style')}</th>
                <th scope="col">{t('columns.sample')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <ColumnRow
                  key={field.key}
                  {...{ field, inspection, own }}
                  label={label(field)}
                  column={mapping.columns[field.key] ?? null}
                  isUncertain={uncertain.includes(field.key)}
                  onChange={(column) => assign(field, column)}
                />
              ))}
            </tbody>
          </table>
        </div>
        {unused.length > 0 && (
          <p className="border-t px-4 py-3 leading-text text-small text-text-3">
            {t('columns.unused', { list: shortList(unused).join(t('columns.comma')) })}
          </p>
        )}
      </Card>
      {keepsId && !mapping.columns.externalId && <Banner>{t('columns.noId')}</Banner>}
      <ReadingRules steps={steps} own={own} />
      <StepButtons
        onBack={() => steps.go('reading')}
        onNext={steps.findValues}
        obstacle={obstacle}
        pending={steps.state.isBusy}
      />
    </div>
  )
}

const doubled = (headers: readonly string[]) => headers.find((header, i) => headers.indexOf(header) !== i)

const shortList = (names: readonly string[]) => (names.length > 40 ? [...names.slice(0, 40), '…'] : names)
