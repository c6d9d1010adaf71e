'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '#lib/format'
import { othersOf } from '#lib/import/choices'
import { fieldLabel } from '#lib/import/field-label'
import type { ChoiceKey } from '#lib/import/fields'
import type { FoundValue } from '#lib/import/inspection'
import { CREATE, LEAVE_BLANK, SKIP_ROW } from '#lib/import/values'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import type { ImportProps } from './import-props'
import { openValues, targetsOf } from './proposed-values'
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

type ChoiceCardProps = StepProps & {
  readonly choice: ChoiceKey
  readonly title: string
  readonly found: readonly FoundValue[]
  readonly more: number
}

/** The values of one column. Those without a target stand first and are marked. */
function ChoiceCard({ steps, own, choice, title, found, more }: ChoiceCardProps) {
  const t = useTranslations('data.values')
  const locale = useLocale() === 'en' ? 'en' : 'ja'
  const { mapping } = steps.state
  if (!mapping) return null
  const chosen = mapping.values[choice] ?? {}
  const set = (key: string, target: string) => {
    const { [key]: _, ...others } = chosen
    const own = target === '' ? others : { ...others, [key]: target }
    steps.change({ mapping: { ...mapping, values: { ...mapping.values, [choice]: own } } })
  }
  return (
    <Card title={title} hint={t('hint')} flush>
      <table className="w-full border-separate border-spacing-0 text-small">
        <thead>
          <tr className="h-7 text-left text-micro text-text-3 [&>th]:px-2 [&>th]:font-regular [&>th]:first:pl-4 [&>th]:last:pr-4">
            <th scope="col">{t('value')}</th>
            <th scope="col" className="text-right">
              {t('rows')}
            </th>
            <th scope="col">{t('target')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map((value) => (
            <tr key={value.key} className="[&>*]:border-t [&>*]:px-2 [&>*]:py-1.5 [&>*]:first:pl-4 [&>*]:last:pr-4">
              <th scope="row" className="max-w-80 truncate text-left font-regular">
                {value.text || <span className="text-text-3">{t('blank')}</span>}
              </th>
              <td className="w-20 text-right">{formatCount(value.rows, { locale })}</td>
              <td className="w-80">
                <Select
                  aria-label={`${value.text || t('blank')} ${t('target')}`}
                  value={chosen[value.key] ?? ''}
                  boxClassName={classes(
                    'w-full',
                    chosen[value.key] === undefined && 'border-watch inset-ring-1 inset-ring-watch',
                  )}
                  onChange={({ target }) => set(value.key, target.value)}
                >
                  {chosen[value.key] === undefined && <option value="">{t('choose')}</option>}
                  <Targets {...{ own, choice, value }} kind={mapping.kind} />
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <Banner tone="watch" className="m-3">
          {t('more', { count: more })}
        </Banner>
      )}
    </Card>
  )
}

type TargetsProps = {
  readonly own: ImportProps
  readonly choice: ChoiceKey
  readonly value: FoundValue
  readonly kind: 'leads' | 'opportunities' | 'touches' | 'costs' | 'actuals'
}

function Targets({ own, choice, value, kind }: TargetsProps) {
  const t = useTranslations('data.values')
  const others = othersOf(kind, choice, { mayCreate: own.mayCreate })
  const nameOf = (target: string) =>
    choice === 'team' || choice === 'channel' || choice === 'campaign'
      ? own.own[choice].find(({ id }) => id === target)?.name
      : t(`${choice}.${target}`)
  return (
    <>
      {targetsOf(choice, own.own).map((target) => (
        <option key={target} value={target}>
          {nameOf(target)}
        </option>
      ))}
      {others.includes(CREATE) && value.text !== '' && (
        <option value={`${CREATE}:${value.text}`}>{t('create', { name: value.text })}</option>
      )}
      {others.includes(LEAVE_BLANK) && (
        <option value={LEAVE_BLANK}>{choice === 'channel' ? t('noChannel') : t('leaveBlank')}</option>
      )}
      {others.includes(SKIP_ROW) && <option value={SKIP_ROW}>{t('skip')}</option>}
    </>
  )
}
