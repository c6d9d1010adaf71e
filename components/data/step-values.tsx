'use client'

import { useLocale, useTranslations } from 'next-intl'
import { fieldLabel } from '#lib/import/field-label'
import type { ChoiceKey } from '#lib/import/fields'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { ChoiceCard } from './choice-card'
import type { ImportProps } from './import-props'
import { openValues } from './proposed-values'
import { StepButtons } from './step-buttons'
import type { ImportSteps } from './use-import'

type StepProps = { readonly steps: ImportSteps; readonly own: ImportProps }

/** Each value of the choice columns with what it is imported as; the file's one channel where no column says it. */
export function StepValues({ steps, own }: StepProps) {
  const t = useTranslations('data')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { mapping, found, isBusy } = steps.state
  if (!mapping || !found) return null
  const keys = Object.keys(found.values) as ChoiceKey[]
  const asksChannel = !mapping.columns.channel
  const mayHaveNone = mapping.kind === 'opportunities' || mapping.kind === 'actuals'
  const lacksChannel = asksChannel && mapping.fallback.channelId === null && !mayHaveNone
  const open = openValues(mapping.values, found)
  const obstacle = open > 0 ? t('values.open', { count: open }) : lacksChannel ? t('values.wholeHint') : null
  return (
    <div className="grid gap-3">
      {asksChannel && <WholeChannel steps={steps} own={own} mayHaveNone={mayHaveNone} />}
      {keys.length === 0 && !asksChannel && <Banner>{t('values.none')}</Banner>}
      {keys.map((key) => (
        <ChoiceCard
          key={key}
          {...{ steps, own }}
          choice={key}
          title={fieldLabel(t, mapping.kind, key, own.stages, locale)}
          found={found.values[key]?.found ?? []}
          more={found.values[key]?.more ?? 0}
        />
      ))}
      {!own.mayCreate && keys.includes('channel') && <p className="text-small text-text-3">{t('values.createHint')}</p>}
      <StepButtons onBack={() => steps.go('columns')} onNext={steps.checkAll} obstacle={obstacle} pending={isBusy} />
    </div>
  )
}

function WholeChannel({ steps, own, mayHaveNone }: StepProps & { readonly mayHaveNone: boolean }) {
  const t = useTranslations('data.values')
  const { mapping } = steps.state
  if (!mapping) return null
  const { fallback } = mapping
  return (
    <Card>
      <Field label={t('whole')} hint={t('wholeHint')}>
        <Select
          value={fallback.channelId ?? ''}
          boxClassName="w-72"
          onChange={({ target }) =>
            steps.change({ mapping: { ...mapping, fallback: { ...fallback, channelId: target.value || null } } })
          }
        >
          <option value="">{mayHaveNone ? t('noChannel') : t('choose')}</option>
          {own.own.channel.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </Card>
  )
}
