'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatCount } from '#lib/format'
import { othersOf } from '#lib/import/choices'
import type { ChoiceKey } from '#lib/import/fields'
import type { FoundValue } from '#lib/import/inspection'
import { CREATE, LEAVE_BLANK, SKIP_ROW } from '#lib/import/values'
import { Banner } from '../ui/banner'
import { Card } from '../ui/card'
import { classes } from '../ui/classes'
import { Select } from '../ui/select'
import type { ImportProps } from './import-props'
import { targetsOf } from './proposed-values'
import type { ImportSteps } from './use-import'

type ChoiceCardProps = {
  readonly steps: ImportSteps
  readonly own: ImportProps
  readonly choice: ChoiceKey
  readonly title: string
  readonly found: readonly FoundValue[]
  readonly more: number
}

/** The values of one column. Those without a target stand first and are marked. */
export function ChoiceCard({ steps, own, choice, title, found, more }: ChoiceCardProps) {
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
